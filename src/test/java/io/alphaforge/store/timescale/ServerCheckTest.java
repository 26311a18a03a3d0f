package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Finding;
import io.alphaforge.store.timescale.Servers.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What looking at a connection finds on real servers. */
@Timeout(120)
class ServerCheckTest {
    private static List<Finding> check(String url) {
        return ServerCheck.run(ServerOptions.of(url, Map.of()));
    }

    private static Finding found(List<Finding> findings, String name) {
        return findings.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyEditionIsNamedWithWhatItMeans(Kind kind) {
        List<Finding> findings = check(Servers.emptyDatabase(kind));
        assertThat(findings).as("all is well").allMatch(Finding::ok);
        assertThat(found(findings, "means").text())
                .startsWith(
                        switch (kind) {
                            case PLAIN -> Edition.POSTGRESQL.title();
                            case APACHE -> Edition.APACHE.title();
                            case COMMUNITY -> Edition.COMMUNITY.title();
                        });
        assertThat(found(findings, "schema").text()).startsWith("no tables yet");
    }

    @Test
    void aRefusedPasswordIsToldWithItsSourceAndNeverShown() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        String user = "checked_" + ProcessHandle.current().pid();
        Servers.lockedUser(url, user, "right");
        String own = url.replace("user=postgres", "user=" + user);
        List<Finding> findings = ServerCheck.run(ServerOptions.of(own, Map.of("PGPASSWORD", "hunter2")));
        assertThat(found(findings, "network").ok()).isTrue();
        assertThat(found(findings, "login").ok()).isFalse();
        assertThat(found(findings, "login").text()).contains("refuses the password of user " + user);
        assertThat(found(findings, "password").text()).contains("PGPASSWORD");
        assertThat(findings.toString()).doesNotContain("hunter2");
        assertThat(found(ServerCheck.run(ServerOptions.of(own, Map.of("PGPASSWORD", "right"))), "login")
                        .ok())
                .isTrue();
    }

    @Test
    void thePasswordFileIsNamedWhereItIsUsedAndWarnedOfWhereOthersMayReadIt(@TempDir Path folder) throws IOException {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        String user = "filed_" + ProcessHandle.current().pid();
        Servers.lockedUser(url, user, "right");
        String own = url.replace("user=postgres", "user=" + user);
        Path file = folder.resolve("pgpass");
        Files.writeString(file, "127.0.0.1:*:*:" + user + ":right\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        System.setProperty("org.postgresql.pgpassfile", file.toString());
        try {
            assertThat(found(check(own), "password")).isEqualTo(new Finding("password", true, "from " + file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            List<Finding> open = check(own);
            assertThat(found(open, "login").ok()).isTrue();
            assertThat(found(open, "password").ok()).isFalse();
            assertThat(found(open, "password").text()).contains("from " + file, "chmod 600");
            Files.writeString(file, "127.0.0.1:*:*:somebody:right\n");
            List<Finding> none = check(own);
            assertThat(found(none, "login").text()).contains("wants a password of user " + user);
            assertThat(found(none, "password").ok()).isFalse();
            assertThat(found(none, "password").text()).startsWith("none").contains(file.toString());
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
        }
    }

    @Test
    void aServerThatDoesNotEncryptIsToldWhereThatIsAskedFor() {
        List<Finding> findings = check(Servers.emptyDatabase(Kind.PLAIN) + "&sslmode=verify-full");
        assertThat(found(findings, "login").ok()).isFalse();
        assertThat(found(findings, "login").text()).contains("does not encrypt");
    }

    @Test
    void writingThatFailsIsToldWithItsReason() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            store.migrate();
        }
        Servers.sql(
                url,
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'"
                        + " USING ERRCODE = '53100'; END $$",
                "CREATE TRIGGER refuse BEFORE INSERT ON bar_sources FOR EACH ROW EXECUTE FUNCTION refuse()");
        Finding rights = found(check(url), "rights");
        assertThat(rights.ok()).isFalse();
        assertThat(rights.text()).contains("no room left");
    }

    @Test
    void whereReplicasAreGivenItIsToldWhetherOneIsRead() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        List<Finding> findings = ServerCheck.run(
                ServerOptions.of(url, Map.of("ALPHAFORGE_DB_REPLICAS", url + "&targetServerType=preferSecondary")));
        assertThat(found(findings, "replicas").ok()).isTrue();
        assertThat(found(findings, "replicas").text()).contains("no replica is up, the primary is read from");
    }

    @Test
    void aPoolerInBetweenIsSeenAndTellsHowToDealWithIt() throws IOException {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        try (ServerSocket entrance = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> pool(entrance, port));
            String pooled = url.replace(":" + port + "/", ":" + entrance.getLocalPort() + "/") + "&sslmode=disable";
            Finding seen = found(check(pooled), "pooler");
            assertThat(seen.ok()).isFalse();
            assertThat(seen.text()).contains("switch PgBouncer mode on");
            Finding known = found(check(pooled + "&pgbouncer=true"), "pooler");
            assertThat(known.ok()).isTrue();
            assertThat(known.text()).contains("nothing depends on a session");
        }
        assertThat(found(check(url + "&pgbouncer=true"), "pooler").text()).contains("none is seen");
    }

    /** Passes everything on but the number of the server's process, as poolers do. */
    private static void pool(ServerSocket entrance, int port) {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofPlatform().daemon().start(() -> pass(client, server));
                Thread.ofPlatform().daemon().start(() -> renumber(server, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has hung up.
            return;
        }
    }

    private static void renumber(Socket from, Socket to) {
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            int type = 0;
            while (type != 'Z') {
                type = in.readUnsignedByte();
                byte[] body = new byte[in.readInt() - 4];
                in.readFully(body);
                if (type == 'K') {
                    body[3] ^= 1;
                }
                out.writeByte(type);
                out.writeInt(body.length + 4);
                out.write(body);
                out.flush();
            }
            in.transferTo(out);
        } catch (IOException e) {
            // One of the two has hung up.
            return;
        }
    }
}
