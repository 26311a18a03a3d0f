package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.TlsMode;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Profiles and the check of a connection on the command line, with a real server. */
@Timeout(180)
class ProfileCommandLineTest {
    @TempDir
    private Path home;

    private void keep(ConnectionProfile... profiles) {
        new WorkspaceWiring(Map.of()).connections(home).keep(List.of(profiles));
    }

    private Console.Result run(String... arguments) {
        return new Console(home).run(arguments);
    }

    @Test
    void profilesAreListedAndOneOfThemIsWorkedWithByItsName() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        assertThat(run("profiles").err()).contains("no profiles yet");
        keep(Profiles.of("Team", url, ""), Profiles.of("Other", "jdbc:postgresql://nowhere/x", ""));
        Console.Result list = run("profiles", "--format", "json");
        assertThat(list.lines()).hasSize(2);
        assertThat(list.out()).contains("\"name\":\"Team\"", "\"timeout_s\":45", "\"password_kept\":false");
        assertThat(run("profiles").lines().getFirst()).contains("NAME", "ADDRESS", "PASSWORD KEPT");
        assertThat(run("db", "migrate", "--profile", "team").status()).isZero();
        assertThat(run("demo", "--symbols", "3", "--days", "60", "--profile", "Team")
                        .status())
                .isZero();
        assertThat(run("dashboard", "--format", "json", "--profile", "Team").lines())
                .hasSize(3);
        assertThat(run("dashboard", "--format", "json", "--db", url).lines())
                .as("the same database by its address")
                .hasSize(3);
    }

    @Test
    void aProfileThatIsNotThereAndOneBesideADatabaseAreSaidSo() {
        Console.Result unknown = run("dashboard", "--profile", "nobody");
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.errors()).singleElement().asString().contains("There is no profile 'nobody'");
        Console.Result both = run("dashboard", "--profile", "a", "--db", "b.duckdb");
        assertThat(both.status()).isEqualTo(2);
        assertThat(both.errors()).singleElement().asString().contains("not with both");
    }

    @Test
    void theDoctorLooksAtEveryStepOfAConnection() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        keep(Profiles.of("Team", url, ""));
        Console.Result empty = run("doctor", "--profile", "Team");
        assertThat(empty.status()).as(empty.out()).isZero();
        assertThat(empty.out()).contains("may create the tables");
        run("db", "migrate", "--profile", "Team");
        Console.Result found = run("doctor", "--profile", "Team");
        assertThat(found.status()).as(found.out()).isZero();
        assertThat(found.out())
                .contains("127.0.0.1 answers on port")
                .contains("postgres on test_")
                .contains("none: the environment and the key store have none")
                .contains("the server is this computer")
                .contains("statements that read may take 45 s")
                .contains("the same as that of this computer")
                .contains("none seen")
                .contains("PostgreSQL without TimescaleDB")
                .contains("a row was written, and taken back")
                .contains("up to date");
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_sources")).isEqualTo("0");
        assertThat(found.out().lines().filter(l -> l.startsWith("rights"))).hasSize(1);
    }

    @Test
    void aReaderIsToldWhatWorksAndThatIsNoError() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        keep(Profiles.of("Team", url, ""));
        run("db", "migrate", "--profile", "Team");
        String user = "reader_" + ProcessHandle.current().pid();
        Servers.sql(url, "CREATE ROLE " + user + " LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + user);
        keep(Profiles.of("Reader", url, user));
        Console.Result found = run("doctor", "--profile", "Reader");
        assertThat(found.status()).as(found.out()).isZero();
        assertThat(found.out()).contains("read only").contains("everything that reads works");
    }

    @Test
    void aServerThatIsNotThereIsExplainedStepByStep() {
        ConnectionProfile profile = new ConnectionProfile(
                "Gone",
                new ConnectionProfile.Server("127.0.0.1", 1, "bars", "ann", "", false),
                new ConnectionProfile.Tls(TlsMode.VERIFY_FULL, ""),
                10,
                "");
        keep(profile);
        Console.Result found = run("doctor", "--profile", "Gone");
        assertThat(found.status()).isEqualTo(3);
        assertThat(found.out())
                .contains("127.0.0.1 does not answer on port 1")
                .contains("0 series are kept here; everything that reads goes on");
        keep(Profiles.of("Gone", "jdbc:postgresql://no-such-host.invalid/x", ""));
        assertThat(run("doctor", "--profile", "Gone").out()).contains("The name no-such-host.invalid is not known");
    }
}
