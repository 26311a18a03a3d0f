package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Finding;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/** Two layers on a real server to which something happens. Every wait is for a notice, and as long as it takes. */
@Timeout(120)
class RedisFaultsTest {
    private static final Availability.Pauses SHORT =
            new Availability.Pauses(Duration.ofMillis(10), Duration.ofMillis(100));
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final Map<RunKey, ResultRow> rows = CachedRows.many(12);
    private RealRedis redis;

    @BeforeEach
    void start() {
        redis = new RealRedis();
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    private RedisResultCache shared(String url, Map<String, String> environment, Duration patience) {
        RedisResultCache cache =
                RedisResultCache.open(RedisOptions.parse(url, environment), InstantSource.system(), patience, SHORT);
        cache.watch(notices::add);
        return cache;
    }

    private RedisResultCache shared(Duration patience) {
        return shared(redis.url() + "?timeout=2s", Map.of(), patience);
    }

    /** Two layers that have connected, with nothing in the local one. */
    private static LayeredResultCache layered(RedisResultCache shared) {
        assertThat(shared.layers()).hasSize(1);
        return new LayeredResultCache(LocalResultCache.inMemory("engine-1"), shared);
    }

    private String notice() throws InterruptedException {
        return Objects.requireNonNull(notices.poll(90, TimeUnit.SECONDS), "no notice came");
    }

    @Test
    void aServerThatStopsAndStartsAgainIsToldOnceEachAndWorkGoesOn() throws InterruptedException {
        RedisResultCache shared = shared(PATIENT);
        try (LayeredResultCache cache = layered(shared)) {
            cache.put(rows);
            shared.settle(PATIENT);
            redis.stop();
            RunKey other = CachedRows.key("AUSDT", 14);
            assertThat(cache.get(rows.keySet())).isEqualTo(rows);
            assertThat(cache.get(Set.of(other))).isEmpty();
            assertThat(notice())
                    .contains("Redis at 127.0.0.1:" + redis.port(), "cannot be used", "on this computer alone");
            cache.put(CachedRows.one("AUSDT", 14));
            assertThat(cache.get(Set.of(other))).hasSize(1);
            assertThat(cache.get(Set.of(CachedRows.key("AUSDT", 15)))).isEmpty();
            assertThat(cache.outdated(Set.of(CachedRows.newer(other)))).hasSize(1);
            assertThat(cache.statistics().kind()).isEqualTo("local (Redis is not reachable)");
            assertThat(cache.drop(Set.of("C3USDT"))).isEqualTo(1);
            redis.start();
            assertThat(notice()).contains("is back");
            assertThat(cache.statistics().kind()).isEqualTo("local + Redis");
            // What was put meanwhile is shared now.
            shared.settle(PATIENT);
            assertThat(shared.get(Set.of(other))).hasSize(1);
            assertThat(notices).isEmpty();
        }
    }

    @Test
    void whoClearsIsToldOfRowsThatCouldNotBeForgotten() {
        RedisResultCache shared = shared(PATIENT);
        try (LayeredResultCache cache = layered(shared)) {
            cache.put(rows);
            shared.settle(PATIENT);
            try (RealRedis.Paused paused = redis.pause()) {
                ResultCache.Cleared cleared = cache.clear();
                assertThat(cleared.rows()).isEqualTo(rows.size());
                assertThat(cleared.problem())
                        .startsWith("Redis does not answer; the rows that it keeps are still there");
                assertThat(cache.clear().problem()).isNotEmpty();
                assertThat(paused).isNotNull();
            }
        }
    }

    @Test
    void aServerThatHoldsStillIsNotWaitedFor() throws InterruptedException {
        RedisResultCache shared = shared(RedisResultCache.PATIENCE);
        try (LayeredResultCache cache = layered(shared)) {
            cache.put(rows);
            shared.settle(PATIENT);
            try (RealRedis.Paused paused = redis.pause()) {
                // Each of these returns while the server still holds still.
                assertThat(shared.get(rows.keySet())).isEmpty();
                assertThat(cache.get(rows.keySet())).isEqualTo(rows);
                assertThat(cache.get(Set.of(CachedRows.key("AUSDT", 14)))).isEmpty();
                assertThat(cache.outdated(Set.of(CachedRows.key("BUSDT", 14)))).isEmpty();
                cache.put(CachedRows.one("AUSDT", 14));
                assertThat(cache.statistics().entries()).isPositive();
                assertThat(cache.drop(Set.of("C3USDT"))).isEqualTo(1);
                assertThat(notice()).contains("it does not answer");
                assertThat(shared.state()).isEqualTo(Availability.State.DOWN);
                assertThat(paused).isNotNull();
            }
            assertThat(notice()).contains("is back");
        }
    }

    @Test
    void connectionsThatTheServerHasClosedAreReplacedWithoutANotice() {
        RedisResultCache shared = shared(PATIENT);
        try (LayeredResultCache cache = layered(shared)) {
            cache.put(rows);
            shared.settle(PATIENT);
            redis.ask(client -> client.executeCommand(new CommandArguments(Protocol.Command.CLIENT)
                    .addObjects(List.of("KILL", "TYPE", "normal", "SKIPME", "yes"))));
            assertThat(shared.get(rows.keySet())).isEqualTo(rows);
            assertThat(notices).isEmpty();
        }
    }

    @Test
    void openingDoesNotWaitForAServerThatHoldsStillAndConnectsWhenItGoesOn() throws InterruptedException {
        RealRedis.Paused paused = redis.pause();
        RedisResultCache shared = shared(RedisResultCache.PATIENCE);
        try (LayeredResultCache cache = new LayeredResultCache(LocalResultCache.inMemory("engine-1"), shared)) {
            assertThat(cache.get(rows.keySet())).isEmpty();
            cache.put(rows);
            assertThat(cache.get(rows.keySet())).isEqualTo(rows);
            assertThat(notice()).contains("it does not answer");
            paused.close();
            assertThat(notice()).contains("is back");
        } finally {
            paused.close();
        }
    }

    @Test
    void whoClosesWaitsForAServerThatHasAnsweredAndNotForOneThatNeverDid() throws InterruptedException {
        try (RedisResultCache cache = shared(RedisResultCache.PATIENCE)) {
            assertThat(cache.layers()).hasSize(1);
            assertThat(cache.state()).isEqualTo(Availability.State.UP);
            assertThat(cache.closing()).isEqualTo(Duration.ofSeconds(1));
        }
        try (RealRedis.Paused paused = redis.pause();
                RedisResultCache cache = shared(redis.url() + "?timeout=30s", Map.of(), RedisResultCache.PATIENCE)) {
            cache.put(rows);
            assertThat(cache.state()).isEqualTo(Availability.State.CONNECTING);
            assertThat(cache.closing()).isEqualTo(RedisResultCache.PATIENCE);
            assertThat(paused).isNotNull();
        }
    }

    @Test
    void aListenerThatComesLateIsToldWhatIsWrongNow() throws InterruptedException {
        redis.stop();
        try (RedisResultCache shared = shared(PATIENT)) {
            String first = notice();
            assertThat(first).contains("nothing listens there");
            shared.watch(notices::add);
            assertThat(notice()).isEqualTo(first);
        }
    }

    @Test
    void aWrongPasswordIsExplainedAndTheRightOneWorks() throws InterruptedException {
        try (RealRedis locked = new RealRedis("requirepass right")) {
            try (RedisResultCache cache = shared(locked.url(), Map.of(RedisOptions.PASSWORD, "wrong"), PATIENT)) {
                assertThat(notice()).contains("refuses the user name or the password", RedisOptions.PASSWORD);
                assertThat(cache.get(rows.keySet())).isEmpty();
            }
            try (RedisResultCache cache = shared(locked.url(), Map.of(), PATIENT)) {
                assertThat(notice()).contains("asks for a password", RedisOptions.PASSWORD);
                assertThat(cache.check()).noneMatch(Finding::ok);
            }
            Map<String, String> right = Map.of(RedisOptions.PASSWORD, "right");
            try (RedisResultCache cache = shared(locked.url(), right, PATIENT)) {
                cache.put(rows);
                cache.settle(PATIENT);
                assertThat(cache.get(rows.keySet())).isEqualTo(rows);
                assertThat(cache.check()).allMatch(Finding::ok);
            }
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void aServerThatTakesNoMoreIsStillRead() throws InterruptedException {
        RedisResultCache shared = shared(PATIENT);
        try (LayeredResultCache cache = layered(shared)) {
            cache.put(rows);
            shared.settle(PATIENT);
            redis.ask(client -> client.configSet("maxmemory", "1"));
            cache.put(CachedRows.one("AUSDT", 14));
            shared.settle(PATIENT);
            assertThat(shared.get(Set.of(CachedRows.key("AUSDT", 14)))).isEmpty();
            assertThat(shared.get(rows.keySet())).isEqualTo(rows);
            assertThat(shared.state()).isEqualTo(Availability.State.UP);
            redis.ask(client -> client.configSet("maxmemory", "0"));
            cache.put(CachedRows.one("AUSDT", 14));
            shared.settle(PATIENT);
            assertThat(shared.get(Set.of(CachedRows.key("AUSDT", 14)))).hasSize(1);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void aUserWhoMayOnlyReadIsToldOnceAndReads() throws InterruptedException {
        try (RealRedis team = new RealRedis("user reader on >secret ~* -@all +@read +@connection")) {
            try (RedisResultCache writer = shared(team.url(), Map.of(), PATIENT)) {
                writer.put(rows);
                writer.settle(PATIENT);
            }
            String url = team.url().replace("redis://", "redis://reader@");
            try (RedisResultCache cache = shared(url, Map.of(RedisOptions.PASSWORD, "secret"), PATIENT)) {
                for (int period = 14; period < 18; period++) {
                    cache.put(CachedRows.one("AUSDT", period));
                    cache.settle(PATIENT);
                }
                assertThat(notice()).contains("read only for its user");
                assertThat(cache.get(rows.keySet())).isEqualTo(rows);
                assertThat(cache.state()).isEqualTo(Availability.State.UP);
            }
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void unknownHostsAndPortsWithoutAServerAreExplained() {
        assertThat(RedisCheck.of(RedisOptions.parse("redis://no-such-host.invalid", Map.of()))
                        .text())
                .contains("there is no host no-such-host.invalid");
        redis.stop();
        assertThat(RedisCheck.of(RedisOptions.parse(redis.url(), Map.of())).text())
                .contains("nothing listens there");
    }
}
