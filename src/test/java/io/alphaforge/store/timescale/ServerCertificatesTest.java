package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server that encrypts, with certificates that are right and wrong. */
@Timeout(120)
class ServerCertificatesTest {
    @TempDir
    static Path folder;

    private static OwnServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/openssl")),
                "openssl is not installed on this machine: certificates of servers are not tested.");
        authority("team");
        authority("stranger");
        certificate("right", "subjectAltName=IP:127.0.0.1", "-days", "5");
        certificate("elsewhere", "subjectAltName=DNS:db.example.com", "-days", "5");
        certificate("expired", "subjectAltName=IP:127.0.0.1", "-days", "-1");
        server = OwnServer.encrypting(folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static void authority(String name) throws IOException, InterruptedException {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".crt",
                "-subj",
                "/CN=" + name,
                "-days",
                "5");
    }

    private static void certificate(String name, String names, String... validity)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve(name + ".ext"), names);
        openssl(
                "req",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr",
                "-subj",
                "/CN=server");
        List<String> sign = new ArrayList<>(List.of(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "team.crt",
                "-CAkey",
                "team.key",
                "-CAcreateserial",
                "-extfile",
                name + ".ext",
                "-out",
                name + ".crt"));
        sign.addAll(List.of(validity));
        openssl(sign.toArray(String[]::new));
        Files.setPosixFilePermissions(folder.resolve(name + ".key"), PosixFilePermissions.fromString("rw-------"));
    }

    private static void openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** From now on the server shows this certificate. */
    private static void show(String name) {
        Servers.sql(
                server.url() + "&sslmode=disable",
                "ALTER SYSTEM SET ssl_cert_file = '" + folder.resolve(name + ".crt") + "'",
                "ALTER SYSTEM SET ssl_key_file = '" + folder.resolve(name + ".key") + "'",
                "ALTER SYSTEM SET ssl = on",
                "SELECT pg_reload_conf()");
        awaitSetting("ssl_cert_file", folder.resolve(name + ".crt").toString());
        awaitSetting("ssl", "on");
    }

    private static void awaitSetting(String name, String value) {
        while (!Servers.value(server.url() + "&sslmode=disable", "SHOW " + name).equals(value)) {
            Thread.onSpinWait();
        }
    }

    private static TimescaleStore store(String more) {
        return new TimescaleStore(ServerOptions.of(server.url() + more, Map.of()));
    }

    private static String trusting(String authority) {
        return "&sslmode=verify-full&sslrootcert=" + folder.resolve(authority + ".crt");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(String more) {
        try (TimescaleStore store = store(more)) {
            return assertThatThrownBy(store::series)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("127.0.0.1:" + server.port())
                    .hasMessageEndingWith(".")
                    .hasMessageNotContainingAny("\n", "Exception", "null");
        }
    }

    @Test
    void aCertificateOfWhoIsTrustedForThisHostIsTaken() {
        show("right");
        try (TimescaleStore store = store(trusting("team"))) {
            store.migrate();
            assertThat(store.series()).isEmpty();
        }
        assertThat(Servers.value(
                        server.url() + trusting("team"), "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
                .isEqualTo("t");
    }

    @Test
    void aCertificateOfNobodyWhoIsTrustedIsRefusedAndTheSentenceSaysHowToTrustIt() {
        show("right");
        refusal(trusting("stranger")).hasMessageContaining("not trusted").hasMessageContaining("sslrootcert");
    }

    @Test
    void aCertificateOfNobodyWhoIsTrustedIsRefusedWhateverKindOfHostIsAskedFor() {
        show("right");
        refusal(trusting("stranger") + "&targetServerType=preferSecondary").hasMessageContaining("not trusted");
        String two = server.url().replace("/postgres?", ",127.0.0.1:" + OwnServer.freePort() + "/postgres?");
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(two + trusting("stranger"), Map.of()))) {
            assertThatThrownBy(store::series).hasMessageContaining("not trusted");
        }
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() {
        show("elsewhere");
        refusal(trusting("team")).hasMessageContaining("certificate of another host");
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() {
        show("expired");
        refusal(trusting("team")).hasMessageContaining("has expired").hasMessageContaining("administrator");
    }

    @Test
    void aUserWhomTheServerDoesNotLetInIsToldSoThoughTheConnectionIsEncrypted() throws IOException {
        show("right");
        Path rules = server.data().resolve("pg_hba.conf");
        String before = Servers.value(server.url(), "SELECT pg_conf_load_time()");
        Files.writeString(rules, "host all stranger all reject\n" + Files.readString(rules));
        Servers.sql(server.url(), "SELECT pg_reload_conf()");
        while (Servers.value(server.url(), "SELECT pg_conf_load_time()").equals(before)) {
            Thread.onSpinWait();
        }
        String address = server.url().replace("user=postgres", "user=stranger") + trusting("team");
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(address, Map.of()))) {
            assertThatThrownBy(store::series).hasMessageContaining("does not let user stranger in from here");
        }
    }

    @Test
    void aFileOfAuthoritiesThatIsMissingOrNoneIsNamed() throws IOException {
        show("right");
        refusal(trusting("nobody")).hasMessageContaining("sslrootcert").hasMessageContaining("nobody.crt");
        Files.writeString(folder.resolve("garbled.crt"), "no certificate");
        refusal(trusting("garbled")).hasMessageContaining("sslrootcert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "verify-ca", "verify-full"})
    void aServerThatDoesNotEncryptIsRefusedWhereThatIsAskedFor(String mode) {
        Servers.sql(server.url() + "&sslmode=disable", "ALTER SYSTEM SET ssl = off", "SELECT pg_reload_conf()");
        awaitSetting("ssl", "off");
        refusal("&sslmode=" + mode + "&sslrootcert=" + folder.resolve("team.crt"))
                .hasMessageContaining("does not encrypt");
    }
}
