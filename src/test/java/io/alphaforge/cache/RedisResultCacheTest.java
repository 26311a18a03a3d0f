package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.Finding;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shared cache alone, on a real server that answers. */
@Timeout(60)
class RedisResultCacheTest {
    /** So long that a busy computer does not look like a server that is away. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    private static RealRedis redis;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private RedisResultCache cache;

    @BeforeAll
    static void start() {
        redis = new RealRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void open() {
        redis.ask(client -> client.flushAll());
        cache = open(redis.options());
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private RedisResultCache open(RedisOptions options) {
        InstantSource clock = now::get;
        return RedisResultCache.open(options, clock, PATIENT, Availability.Pauses.USUAL);
    }

    private void put(Map<RunKey, ResultRow> rows) {
        cache.put(rows);
        cache.settle(PATIENT);
    }

    @Test
    void rowsComeBackToTheBit() {
        Map<RunKey, ResultRow> rows = CachedRows.many(30);
        put(rows);
        assertThat(cache.get(rows.keySet())).isEqualTo(rows);
    }

    @Test
    void otherDataOtherParametersAndOtherCoinsAreNotAnswered() {
        put(CachedRows.one("AUSDT", 14));
        RunKey key = CachedRows.key("AUSDT", 14);
        assertThat(cache.get(List.of(CachedRows.newer(key), CachedRows.key("AUSDT", 15), CachedRows.key("BUSDT", 14))))
                .isEmpty();
    }

    @Test
    void allKeysOfARunAreAskedInOneRoundTripAndWhatIsOutdatedInNone() {
        Map<RunKey, ResultRow> rows = CachedRows.many(243);
        put(rows);
        int mget = redis.calls("mget");
        int get = redis.calls("get");
        List<RunKey> keys = rows.keySet().stream()
                .map(key -> key.symbol().equals("C7USDT") ? CachedRows.newer(key) : key)
                .toList();
        assertThat(cache.get(keys)).hasSize(242);
        List<RunKey> missing =
                keys.stream().filter(key -> key.symbol().equals("C7USDT")).toList();
        assertThat(cache.outdated(missing)).containsExactlyElementsOf(missing);
        assertThat(redis.calls("mget")).isEqualTo(mget + 1);
        assertThat(redis.calls("get")).isEqualTo(get);
    }

    @Test
    void whatIsOutdatedIsAskedInOneBatchWhenNoRowsWereAskedBefore() {
        put(CachedRows.many(20));
        Set<RunKey> keys = CachedRows.many(20).keySet();
        int mget = redis.calls("mget");
        assertThat(cache.outdated(keys)).isEmpty();
        List<RunKey> newer = keys.stream().map(CachedRows::newer).toList();
        assertThat(cache.outdated(newer)).containsExactlyInAnyOrderElementsOf(newer);
        assertThat(redis.calls("mget")).isEqualTo(mget + 2);
    }

    @Test
    void rowsAreWrittenManyAtATimeAndLookedForByNobody() {
        for (Map.Entry<RunKey, ResultRow> row : CachedRows.many(100).entrySet()) {
            cache.put(Map.of(row.getKey(), row.getValue()));
        }
        cache.settle(PATIENT);
        assertThat(cache.statistics().entries()).isEqualTo(100);
        assertThat(cache.drop(List.of("C3USDT"))).isEqualTo(1);
        assertThat(cache.clear()).isEqualTo(new ResultCache.Cleared(99, ""));
        assertThat(redis.calls("keys") + redis.calls("scan")).isZero();
        assertThat(redis.calls("flushdb")).isZero();
    }

    @Test
    void everyKeyExpires() {
        put(CachedRows.one("AUSDT", 14));
        cache.get(List.of(CachedRows.key("AUSDT", 14)));
        cache.settle(PATIENT);
        Set<String> keys = redis.keys("*");
        assertThat(keys).hasSize(4).allMatch(key -> key.startsWith("alphaforge:2:"));
        assertThat(keys).allSatisfy(key -> {
            long seconds = redis.ask(client -> client.ttl(key));
            assertThat(seconds)
                    .isPositive()
                    .isLessThanOrEqualTo(Duration.ofDays(8).toSeconds());
        });
        String row =
                keys.stream().filter(key -> key.contains(":row:")).findFirst().orElseThrow();
        assertThat(redis.<Long>ask(client -> client.ttl(row))).isBetween(86_000L, 86_400L);
    }

    @Test
    void aRowIsGoneAfterItsTimeToLive() {
        cache.close();
        cache = open(RedisOptions.parse(redis.url() + "?ttl=1ms", Map.of()));
        put(CachedRows.one("AUSDT", 14));
        // The server answers the next command after at least a millisecond has passed there.
        while (redis.keys("*:row:*").size() > 0) {
            Thread.onSpinWait();
        }
        assertThat(cache.get(List.of(CachedRows.key("AUSDT", 14)))).isEmpty();
    }

    @Test
    void theIndexForgetsWhatHasExpired() {
        for (int period = 2; period < 12; period++) {
            put(CachedRows.one("AUSDT", period));
        }
        assertThat(redis.<Long>ask(client -> client.zcard("alphaforge:2:coin:AUSDT")))
                .isEqualTo(10);
        now.set(now.get().plus(Duration.ofHours(26)));
        assertThat(cache.statistics().entries()).isZero();
        put(CachedRows.one("AUSDT", 20));
        assertThat(redis.<Long>ask(client -> client.zcard("alphaforge:2:coin:AUSDT")))
                .isEqualTo(1);
        assertThat(cache.statistics().entries()).isEqualTo(1);
    }

    @Test
    void droppingForgetsTheRowsOfTheseCoinsAndOfNoOther() {
        put(CachedRows.one("AUSDT", 14));
        put(CachedRows.one("AUSDT", 15));
        put(CachedRows.one("AUSDT.P", 14));
        put(CachedRows.one("BUSDT", 14));
        assertThat(cache.drop(List.of("AUSDT", "CUSDT"))).isEqualTo(2);
        assertThat(cache.get(List.of(
                                CachedRows.key("AUSDT", 14),
                                CachedRows.key("AUSDT", 15),
                                CachedRows.key("AUSDT.P", 14),
                                CachedRows.key("BUSDT", 14)))
                        .keySet())
                .containsExactlyInAnyOrder(CachedRows.key("AUSDT.P", 14), CachedRows.key("BUSDT", 14));
        assertThat(redis.keys("alphaforge:2:coin:*"))
                .containsExactlyInAnyOrder("alphaforge:2:coin:AUSDT.P", "alphaforge:2:coin:BUSDT");
    }

    @Test
    void clearingTouchesNothingOfOthers() {
        redis.ask(client -> client.set("somebody", "else"));
        redis.ask(client -> client.set("alphaforge:2:row:later", "version"));
        put(CachedRows.many(25));
        assertThat(cache.clear().rows()).isEqualTo(25);
        assertThat(redis.keys("*")).containsExactlyInAnyOrder("somebody", "alphaforge:2:row:later");
    }

    @Test
    void damagedAndForeignValuesAreMissesAndAreReplaced() {
        Map<RunKey, ResultRow> rows = CachedRows.many(3);
        put(rows);
        List<String> names = redis.keys("*:row:*").stream().sorted().toList();
        redis.ask(client -> client.set(names.get(0), "somebody else's"));
        redis.ask(client -> client.setrange(names.get(1).getBytes(StandardCharsets.UTF_8), 40, new byte[] {1, 2, 3}));
        assertThat(cache.get(rows.keySet())).hasSize(1);
        put(rows);
        assertThat(cache.get(rows.keySet())).isEqualTo(rows);
    }

    @Test
    void theRowOfAnotherCoinUnderAKeyIsAMiss() {
        put(CachedRows.one("AUSDT", 14));
        put(CachedRows.one("BUSDT", 14));
        String a = "alphaforge:2:row:" + CachedRows.key("AUSDT", 14).setup() + ":";
        redis.ask(client -> client.copy(a + "BUSDT", a + "AUSDT", true));
        assertThat(cache.get(List.of(CachedRows.key("AUSDT", 14)))).isEmpty();
    }

    @Test
    void figuresAreThoseOfEverybodyWhoSharesTheServer() {
        Map<RunKey, ResultRow> rows = CachedRows.many(10);
        put(rows);
        try (RedisResultCache other = open(redis.options())) {
            Map<RunKey, ResultRow> found = new HashMap<>(other.get(rows.keySet()));
            assertThat(other.get(List.of(CachedRows.key("AUSDT", 14)))).isEmpty();
            assertThat(found).hasSize(10);
        }
        CacheStatistics figures = cache.statistics();
        assertThat(figures.kind()).isEqualTo("Redis");
        assertThat(figures.entries()).isEqualTo(10);
        assertThat(figures.hits()).isEqualTo(10);
        assertThat(figures.misses()).isEqualTo(1);
        long sealed = rows.values().stream()
                .mapToLong(row -> RowEnvelope.seal(row).length)
                .sum();
        assertThat(figures.bytes()).isEqualTo(sealed);
    }

    @Test
    void theCheckTellsVersionRoundTripAndMemory() {
        assertThat(cache.check()).singleElement().satisfies(finding -> {
            assertThat(finding.ok()).isTrue();
            assertThat(finding.text())
                    .contains("127.0.0.1:" + redis.port(), "version 6", "round trip", " ms", "in use");
        });
    }

    @Test
    void aDatabaseThatDoesNotExistIsExplained() {
        Finding finding = RedisCheck.of(RedisOptions.parse(redis.url() + "/99", Map.of()));
        assertThat(finding.ok()).isFalse();
        assertThat(finding.text()).contains("it has no database 99");
    }
}
