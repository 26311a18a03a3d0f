package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Finding;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted connections to a real server. */
@Timeout(60)
class RedisTlsTest {
    private static RealRedis redis;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        redis = new RealRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    private static Finding check(int port, Map<String, String> environment) {
        return RedisCheck.of(RedisOptions.parse("rediss://127.0.0.1:" + port + "?timeout=20s", environment));
    }

    private static Map<String, String> trusting(TlsEntrance entrance) {
        return Map.of(RedisOptions.CERTIFICATES, entrance.certificate().toString());
    }

    @Test
    void aCertificateThatIsTrustedAndForThisHostIsTaken() {
        try (TlsEntrance entrance = new TlsEntrance(redis.port(), folder, "ip:127.0.0.1")) {
            Finding finding = check(entrance.port(), trusting(entrance));
            assertThat(finding.ok()).as(finding.text()).isTrue();
            assertThat(finding.text()).startsWith("rediss://127.0.0.1:");
        }
    }

    @Test
    void aCertificateOfNobodyWhoIsTrustedIsRefused() {
        try (TlsEntrance entrance = new TlsEntrance(redis.port(), folder, "ip:127.0.0.1")) {
            Finding finding = check(entrance.port(), Map.of());
            assertThat(finding.ok()).isFalse();
            assertThat(finding.text()).contains("signed by nobody who is trusted", RedisOptions.CERTIFICATES);
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        try (TlsEntrance entrance = new TlsEntrance(redis.port(), folder, "dns:cache.example.com")) {
            Finding finding = check(entrance.port(), trusting(entrance));
            assertThat(finding.ok()).isFalse();
            assertThat(finding.text()).contains("its certificate is for another host than 127.0.0.1");
        }
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() {
        try (TlsEntrance entrance =
                new TlsEntrance(redis.port(), folder, "ip:127.0.0.1", "-startdate", "-10d", "-validity", "1")) {
            Finding finding = check(entrance.port(), trusting(entrance));
            assertThat(finding.ok()).isFalse();
            assertThat(finding.text()).contains("its certificate has expired");
        }
    }

    @Test
    void aFileWithoutCertificatesAndAServerWithoutTlsAreExplained() {
        assertThat(check(
                                redis.port(),
                                Map.of(
                                        RedisOptions.CERTIFICATES,
                                        folder.resolve("none.pem").toString()))
                        .text())
                .contains("none.pem", "PEM");
        // The server waits for the end of what looks like a long command.
        Finding plain =
                RedisCheck.of(RedisOptions.parse("rediss://127.0.0.1:" + redis.port() + "?timeout=300ms", Map.of()));
        assertThat(plain.ok()).isFalse();
        assertThat(plain.text()).contains("it does not answer");
    }
}
