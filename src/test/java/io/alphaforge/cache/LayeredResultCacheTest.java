package io.alphaforge.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workstations, each with a local cache, on one server. */
@Timeout(60)
class LayeredResultCacheTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Map<RunKey, ResultRow> rows = CachedRows.many(12);
    private RealRedis redis;
    private Workstation one;
    private Workstation two;

    /** What one analyst has. */
    private record Workstation(LocalResultCache local, RedisResultCache shared, LayeredResultCache cache) {
        void put(Map<RunKey, ResultRow> rows) {
            cache.put(rows);
            shared.settle(PATIENT);
        }
    }

    private Workstation workstation(String name) {
        LocalResultCache local = LocalResultCache.open(folder.resolve(name), "engine-1");
        RedisResultCache shared =
                RedisResultCache.open(redis.options(), InstantSource.system(), PATIENT, Availability.Pauses.USUAL);
        return new Workstation(local, shared, new LayeredResultCache(local, shared));
    }

    @BeforeEach
    void open() {
        redis = new RealRedis();
        one = workstation("one");
        two = workstation("two");
    }

    @AfterEach
    void close() {
        one.cache().close();
        two.cache().close();
        redis.close();
    }

    @Test
    void whatOneHasComputedAnswersTheOtherAndIsThenKeptThere() {
        one.put(rows);
        assertThat(two.cache().get(rows.keySet())).isEqualTo(rows);
        int asked = redis.calls("mget");
        assertThat(two.cache().get(rows.keySet())).isEqualTo(rows);
        assertThat(redis.calls("mget")).as("answered by the local layer").isEqualTo(asked);
        assertThat(two.local().statistics().entries()).isEqualTo(12);
    }

    @Test
    void onlyWhatTheLocalLayerLacksIsAsked() {
        one.put(rows);
        RunKey own = CachedRows.key("AUSDT", 14);
        two.cache().put(CachedRows.one("AUSDT", 14));
        two.shared().settle(PATIENT);
        Set<RunKey> all = new java.util.HashSet<>(rows.keySet());
        all.add(own);
        int asked = redis.calls("mget");
        assertThat(two.cache().get(all)).hasSize(13);
        assertThat(redis.calls("mget")).isEqualTo(asked + 1);
        assertThat(two.shared().statistics().hits()).isEqualTo(12);
    }

    @Test
    void rowsOfOtherBarsAreOutdatedWhereverTheyAre() {
        one.put(rows);
        two.put(CachedRows.one("AUSDT", 14));
        RunKey own = CachedRows.newer(CachedRows.key("AUSDT", 14));
        RunKey other = CachedRows.newer(rows.keySet().iterator().next());
        RunKey none = CachedRows.key("ZUSDT", 14);
        assertThat(two.cache().get(Set.of(own, other, none))).isEmpty();
        assertThat(two.cache().outdated(Set.of(own, other, none))).containsExactlyInAnyOrder(own, other);
    }

    @Test
    void droppedCoinsAreGoneForBothButForWhatTheOtherKeepsItself() {
        one.put(rows);
        assertThat(two.cache().get(rows.keySet())).hasSize(12);
        assertThat(one.cache().drop(List.of("C3USDT", "C4USDT"))).isEqualTo(4);
        assertThat(one.cache().get(rows.keySet())).hasSize(10);
        Workstation three = workstation("three");
        assertThat(three.cache().get(rows.keySet())).hasSize(10);
        three.cache().close();
    }

    @Test
    void theFiguresOfBothLayersAreTold() {
        one.put(rows);
        assertThat(two.cache().get(rows.keySet())).hasSize(12);
        assertThat(two.cache().get(Set.of(CachedRows.key("AUSDT", 14)))).isEmpty();
        CacheStatistics all = two.cache().statistics();
        assertThat(all.kind()).isEqualTo("local + Redis");
        assertThat(all.entries()).isEqualTo(24);
        assertThat(all.hits()).isEqualTo(12);
        assertThat(all.misses()).isEqualTo(1);
        assertThat(two.cache().layers()).extracting(CacheStatistics::kind).containsExactly("local", "Redis");
        assertThat(two.cache().layers()).extracting(CacheStatistics::entries).containsExactly(12L, 12L);
        assertThat(two.cache().clear()).isEqualTo(new ResultCache.Cleared(24, ""));
        assertThat(two.cache().statistics().entries()).isZero();
    }

    @Test
    void rowsPutShortlyBeforeClosingAreShared() {
        one.cache().put(rows);
        one.cache().close();
        assertThat(two.cache().get(rows.keySet())).isEqualTo(rows);
    }
}
