package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import io.alphaforge.run.TlsMode;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles as they are kept under the home folder, on a computer without a key store. */
class ProfileFileTest {
    private static final ConnectionProfile TEAM = new ConnectionProfile(
            "Team \"ä\"",
            new ConnectionProfile.Server("db1,db2:6000", 5433, "bars", "ann", "r1", true),
            new ConnectionProfile.Tls(TlsMode.VERIFY_CA, "/etc/ca.pem"),
            0,
            "rediss://ann@cache:6380");

    @TempDir
    private Path home;

    private final WorkspaceWiring opener = new WorkspaceWiring(Map.of());

    @Test
    void whatIsKeptIsReadAgainByWhoeverComesNext() {
        ConnectionProfile other = Profiles.of("Other", "jdbc:postgresql://x/y", "");
        opener.connections(home).keep(List.of(TEAM, other));
        Connections next = new WorkspaceWiring(Map.of()).connections(home);
        assertThat(next.profiles()).containsExactly(TEAM, other);
        assertThat(next.profile("team \"Ä\"")).isEqualTo(TEAM);
        assertThatThrownBy(() -> next.profile("nobody")).hasMessageContaining("There is no profile 'nobody'");
    }

    @Test
    void twoOfOneNameAndAnAddressThatIsNotAllowedAreRefusedAndNothingIsWritten() {
        Connections connections = opener.connections(home);
        connections.keep(List.of(TEAM));
        assertThatThrownBy(() -> connections.keep(List.of(TEAM, TEAM.named("TEAM \"Ä\""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> connections.keep(
                        List.of(new ConnectionProfile("x", TEAM.server(), TEAM.tls(), 1, "http://cache"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Redis");
        assertThat(connections.profiles()).containsExactly(TEAM);
    }

    @Test
    void windowsOfOneHomeKeepTheProfilesOfTheOthers() {
        Connections first = opener.connections(home);
        first.keep(List.of(TEAM));
        List<ConnectionProfile> seen = first.profiles();
        Connections second = new WorkspaceWiring(Map.of()).connections(home);
        ConnectionProfile slow = new ConnectionProfile(TEAM.name(), TEAM.server(), TEAM.tls(), 99, TEAM.redis());
        ConnectionProfile lab = Profiles.of("Lab", "jdbc:postgresql://x/y", "");
        second.keep(List.of(slow, lab));
        ConnectionProfile other = Profiles.of("Other", "jdbc:postgresql://z/y", "");
        first.keep(seen, List.of(TEAM, other));
        assertThat(first.profiles()).containsExactly(slow, other, lab);
        assertThatThrownBy(() -> first.keep(seen, List.of(TEAM, lab.named("LAB"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("already");
        first.keep(seen, List.of());
        assertThat(second.profiles()).containsExactly(other, lab);
    }

    @Test
    void profilesThatAreKeptAtTheSameTimeAreAllKept() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> windows = new ArrayList<>();
            for (String window : List.of("A", "B")) {
                windows.add(() -> {
                    Connections connections = new WorkspaceWiring(Map.of()).connections(home);
                    for (int i = 0; i < 20; i++) {
                        connections.keep(List.of(), List.of(Profiles.of(window + i, "jdbc:postgresql://x/y", "")));
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : both.invokeAll(windows)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(opener.connections(home).profiles()).hasSize(40);
    }

    @Test
    void aFileThatCannotBeReadIsSaidSoAndStays() throws IOException {
        Path file = Files.writeString(home.resolve("profiles.json"), "{\"profiles\":[{\"name\":");
        Connections connections = opener.connections(home);
        assertThatThrownBy(connections::profiles)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("profiles.json");
        assertThatThrownBy(() -> connections.keep(List.of(TEAM))).isInstanceOf(StoreException.class);
        assertThat(Files.readString(file)).startsWith("{\"profiles\"");
    }

    @Test
    void aProfileThatCannotBeUsedIsToldAndStaysAsDoesWhatANewerVersionWrote() throws IOException {
        Path file = Files.writeString(home.resolve("profiles.json"), """
                {
                  "profiles": [
                    {"name": "Good", "hosts": "db", "port": 5432, "database": "x", "user": "u", "halo": [1]},
                    {"name": "Bad", "hosts": "db", "port": "many", "database": "x", "user": "u"}
                  ],
                  "remembered": [],
                  "colours": {"a": 1}
                }
                """);
        ServerConnections connections = opener.connections(home);
        assertThat(connections.profiles()).extracting(ConnectionProfile::name).containsExactly("Good");
        assertThat(opener.settings(home))
                .filteredOn(finding -> !finding.ok())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("profiles.json", "line 4", "'port' must be a whole number, not 'many'"));
        connections.keep(List.of(connections.profile("Good"), TEAM));
        assertThat(Files.readString(file))
                .contains("\"halo\" : [ 1 ]")
                .contains("\"port\" : \"many\"")
                .contains("\"colours\"");
        assertThat(connections.profiles()).hasSize(2);
    }

    @Test
    void withoutAKeyStoreItIsSaidSoAtOnceAndNothingIsWrittenDown() throws IOException {
        Connections connections = opener.connections(home);
        connections.keep(List.of(TEAM));
        // On other systems than Linux there always is one, with which tests have no business.
        if (System.getProperty("os.name").startsWith("Linux")) {
            assertThatThrownBy(() -> connections.remember(TEAM.address(), "hunter2".toCharArray()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no key store")
                    .message()
                    .doesNotContain("hunter2");
        }
        connections.use(TEAM.address(), "hunter2".toCharArray());
        assertThat(connections.remembers(TEAM.address())).isFalse();
        assertThat(connections.forget(TEAM.address())).isFalse();
        assertThat(Files.readString(home.resolve("profiles.json"))).doesNotContain("hunter2");
    }

    @Test
    void aTypedPasswordIsUsedBeforeThatOfTheEnvironmentAndOnlyForItsServer() {
        WorkspaceWiring wiring = new WorkspaceWiring(Map.of("ALPHAFORGE_DB_PASSWORD", "environment"));
        ServerConnections connections = wiring.connections(home);
        connections.keep(List.of(TEAM));
        WorkspaceOpener.Options options = new WorkspaceOpener.Options(home, null).by(TEAM.name());
        ServerOptions server = Objects.requireNonNull(connections.server(options));
        assertThat(connections.secret(server).password()).isEqualTo("environment");
        wiring.connections(home).use(TEAM.address(), "typed".toCharArray());
        assertThat(connections.secret(server).password()).isEqualTo("typed");
        ServerOptions other =
                Objects.requireNonNull(connections.server(options.on("jdbc:postgresql://elsewhere/bars?user=ann")));
        assertThat(connections.secret(other).password()).isEqualTo("environment");
    }

    @Test
    void timeoutReplicasPoolerAndRedisOfAProfileAreObeyed() {
        ServerConnections connections = opener.connections(home);
        connections.keep(List.of(TEAM));
        WorkspaceOpener.Options options = new WorkspaceOpener.Options(home, null).by(TEAM.name());
        ServerOptions server = Objects.requireNonNull(connections.server(options));
        assertThat(server.timeout()).isZero();
        assertThat(server.address().pooled()).isTrue();
        assertThat(Objects.requireNonNull(server.replicas()).hosts()).isEqualTo("r1:5433");
        assertThat(server.address().parameters())
                .containsEntry("sslmode", "verify-ca")
                .containsEntry("sslrootcert", "/etc/ca.pem");
        assertThat(connections.redis(options)).isEqualTo("rediss://ann@cache:6380");
    }
}
