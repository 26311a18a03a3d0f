package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.cache.RealRedis;
import io.alphaforge.market.Bars;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import io.alphaforge.store.timescale.SlowWay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs over a network that falls silent without telling anybody. */
@Timeout(100)
class SilentNetworkTest {
    @TempDir
    Path home;

    private final Map<String, Bars> coins = TeamData.coins(10, 8_000);
    private SlowWay way;
    private RealRedis redis;
    private SlowWay redisWay;
    private Workspace workspace;

    @BeforeEach
    void open() {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        way = new SlowWay(Integer.parseInt(url.replaceAll(".*127.0.0.1:(\\d+)/.*", "$1")));
        redis = new RealRedis();
        redisWay = new SlowWay(redis.port());
        workspace = new WorkspaceWiring(Map.of())
                .open(new WorkspaceOpener.Options(
                        home,
                        null,
                        url.replaceAll("127.0.0.1:\\d+", "127.0.0.1:" + way.port()),
                        "redis://127.0.0.1:" + redisWay.port()));
        workspace.admin().migrate();
        TeamData.write(workspace.bars(), coins);
    }

    @AfterEach
    void close() {
        way.close();
        redisWay.close();
        workspace.close();
        redis.close();
    }

    @Test
    void aRunIsCancelledWhileItsBarsHangAndTheNextOneHasThemAll() throws InterruptedException {
        List<RunEvent> events = new CopyOnWriteArrayList<>();
        CountDownLatch streaming = new CountDownLatch(1);
        way.slow(10_000_000, Duration.ZERO);
        RunHandle run = workspace.backtests().start(HeardRun.ALL, event -> {
            events.add(event);
            if (event instanceof RunEvent.Result) {
                way.stall();
                streaming.countDown();
            }
        });
        streaming.await();
        run.cancel();
        assertThat(run.await().status()).isEqualTo(RunSummary.Status.CANCELLED);
        HeardRun heard = HeardRun.of(events);
        assertThat(heard.rows()).isNotEmpty().hasSizeLessThan(10);
        heard.requireRowsOf(coins);
        assertThat(heard.problem()).isEmpty();

        way.slow(Long.MAX_VALUE, Duration.ZERO);
        way.go();
        HeardRun.of(workspace, event -> {}).requireAll(coins);
    }

    @Test
    void aRunIsCancelledWhileTheServerHasNotEvenSaidWhatItHolds() throws InterruptedException {
        way.stall();
        List<RunEvent> events = new CopyOnWriteArrayList<>();
        RunHandle run = workspace.backtests().start(HeardRun.ALL, events::add);
        run.cancel();
        assertThat(run.await().status()).isEqualTo(RunSummary.Status.CANCELLED);
        assertThat(HeardRun.of(events).problem()).isEmpty();
        way.go();
        HeardRun.of(workspace, event -> {}).requireAll(coins);
    }

    @Test
    void aRedisThatFallsSilentIsNotWaitedForAndGivesItsRowsAgainWhenItIsBack() throws InterruptedException {
        List<String> notices = new CopyOnWriteArrayList<>();
        workspace.cache().watch(notices::add);
        workspace.cache().layers();
        redisWay.stall();
        // The server of bars is as quick as ever, and so is a run: the only wait would be that for Redis.
        HeardRun.of(workspace, HeardRun.CACHED, event -> {}).requireAll(coins);
        TeamData.until(() -> notices.stream().anyMatch(n -> n.contains("cannot be used")));
        assertThat(notices).allSatisfy(TeamData::requireSentence);
        redisWay.go();
        TeamData.until(() -> notices.stream().anyMatch(n -> n.contains("is back")));
        HeardRun.of(workspace, HeardRun.CACHED, event -> {}).requireAll(coins);
    }
}
