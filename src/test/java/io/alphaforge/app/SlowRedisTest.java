package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.cache.RealRedis;
import io.alphaforge.cache.RedisResultCache;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs with a Redis that answers, but later than a run waits for it. */
@Timeout(60)
class SlowRedisTest {
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static final int COINS = 30;
    /** How a question for a row of every coin begins. */
    private static final String ALL_ROWS = "*" + (COINS + 1) + "\r\n$4\r\nMGET";

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    private final Map<String, Bars> coins = TeamData.coins(COINS, 1_000);
    private RealRedis redis;

    @BeforeEach
    void share() throws InterruptedException {
        redis = new RealRedis();
        try (Workspace first = workspace(home, redis.port(), PATIENT)) {
            TeamData.write(first.bars(), coins);
            HeardRun.of(first, HeardRun.CACHED, event -> {}).requireAll(coins);
            TeamData.until(() -> redis.ask(client -> client.dbSize()) >= coins.size());
        }
    }

    @AfterEach
    void close() {
        redis.close();
    }

    private static Workspace workspace(Path at, int port, Duration patience) {
        return new WorkspaceWiring(Map.of(), patience)
                .open(new WorkspaceOpener.Options(at, null, null, "redis://127.0.0.1:" + port + "?timeout=20s", null));
    }

    private Workspace connected(SlowEntrance entrance) {
        Workspace other = workspace(otherHome, entrance.port(), RedisResultCache.PATIENCE);
        TeamData.write(other.bars(), coins);
        TeamData.until(() -> other.cache().statistics().kind().equals("local + Redis"));
        return other;
    }

    @Test
    void aRunWaitsFiftyMilliseconds() {
        assertThat(RedisResultCache.PATIENCE).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void whatComesAfterTwoHundredMillisecondsIsComputedInsteadAndAskedForOnce() throws InterruptedException {
        try (SlowEntrance entrance = new SlowEntrance(redis.port(), Duration.ofMillis(200), ALL_ROWS);
                Workspace other = connected(entrance)) {
            HeardRun run = HeardRun.of(other, HeardRun.CACHED, event -> {});
            run.requireAll(coins);
            assertThat(run.rows().values())
                    .as("Redis holds every row, and none was waited for")
                    .noneMatch(ResultRow::cached);
            assertThat(entrance.questions()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void noCoinOfARunWaitsForARedisThatFallsSilent() throws InterruptedException {
        try (SlowEntrance entrance = new SlowEntrance(redis.port(), Duration.ZERO, ALL_ROWS);
                Workspace other = connected(entrance)) {
            entrance.hold();
            // Both are over while every answer is still held back.
            HeardRun.of(other, HeardRun.CACHED, event -> {}).requireAll(coins);
            HeardRun.of(other, Samples.run("rsi", Map.of("period", "9"), "all", Interval.H1), event -> {});
            assertThat(entrance.questions()).as("of two runs over 30 coins").isLessThanOrEqualTo(1);
            assertThat(other.cache().statistics().kind()).isEqualTo("local (Redis is not reachable)");
        }
    }
}
