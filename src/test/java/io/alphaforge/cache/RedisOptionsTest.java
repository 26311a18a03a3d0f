package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisOptionsTest {
    @Test
    void aHostAloneIsEnough() {
        RedisOptions options = RedisOptions.parse("redis://cache.example.com", Map.of());
        assertThat(options)
                .isEqualTo(new RedisOptions(
                        new RedisOptions.Address("cache.example.com", 6379, 0),
                        null,
                        null,
                        false,
                        null,
                        Duration.ofHours(24),
                        Duration.ofSeconds(2)));
        assertThat(options).hasToString("redis://cache.example.com:6379/0");
    }

    @Test
    void everyPartIsRead() {
        RedisOptions options = RedisOptions.parse(
                "rediss://team@10.0.0.7:6380/3?ttl=90m&timeout=500ms",
                Map.of("ALPHAFORGE_REDIS_PASSWORD", "s3cret", "ALPHAFORGE_REDIS_CA", "team.pem"));
        assertThat(options)
                .isEqualTo(new RedisOptions(
                        new RedisOptions.Address("10.0.0.7", 6380, 3),
                        "team",
                        "s3cret",
                        true,
                        Path.of("team.pem"),
                        Duration.ofMinutes(90),
                        Duration.ofMillis(500)));
    }

    @Test
    void anAddressOfTheSixthVersionStandsInBrackets() {
        RedisOptions options = RedisOptions.parse("redis://[::1]:7000", Map.of());
        assertThat(options.address()).isEqualTo(new RedisOptions.Address("::1", 7000, 0));
        assertThat(options.where()).isEqualTo("[::1]:7000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://team:s3cret@host",
                "redis://:s3cret@host:6379/0",
                "rediss://team:s3cr/et@host",
                "rediss://team:s3cret@x@host?ttl=1h",
                "redis://team:s3cret#@host"
            })
    void aPasswordInTheUrlIsRefusedWithTheReasonAndNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisOptions.parse(url, Map.of()))
                .withMessageContaining("contains a password")
                .withMessageContaining("lists of processes")
                .withMessageContaining("ALPHAFORGE_REDIS_PASSWORD")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host:6379",
                "http://host",
                "redis://",
                "redis://host:port",
                "redis://host:99999",
                "redis://host/db",
                "redis://host/1/2",
                "redis://host?password=s3cret",
                "redis://host?ttl=forever",
                "redis://host?ttl=8d",
                "redis://host?ttl=0s",
                "redis://host?timeout=5m",
                "redis://ho st"
            })
    void whatIsNotUnderstoodIsRefusedInOneSentence(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisOptions.parse(url, Map.of()))
                .withMessageEndingWith(".")
                .satisfies(e -> assertThat(e.getMessage()).contains("Redis").doesNotContain("s3cret"));
    }

    @Test
    void textNeverShowsThePassword() {
        RedisOptions options = RedisOptions.parse("redis://team@host", Map.of("ALPHAFORGE_REDIS_PASSWORD", "s3cret"));
        assertThat(options.password()).isEqualTo("s3cret");
        assertThat(options.toString()).isEqualTo("redis://team@host:6379/0");
    }
}
