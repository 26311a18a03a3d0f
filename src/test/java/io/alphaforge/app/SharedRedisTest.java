package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.cache.RealRedis;
import io.alphaforge.market.Bars;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workstations on one server and one Redis, which goes away and comes back in the middle of runs. */
@Timeout(100)
class SharedRedisTest {
    /** A busy computer must not look like a Redis that is away. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    private final Map<String, Bars> coins = TeamData.coins(10, 2_000);
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private String url;
    private RealRedis redis;
    private Workspace workspace;

    @BeforeEach
    void open() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        redis = new RealRedis();
        workspace = workspace(home);
        workspace.cache().watch(notices::add);
        workspace.admin().migrate();
        TeamData.write(workspace.bars(), coins);
    }

    @AfterEach
    void close() {
        workspace.close();
        redis.close();
    }

    private Workspace workspace(Path at) {
        return new WorkspaceWiring(Map.of(), PATIENT)
                .open(new WorkspaceOpener.Options(at, null, url, redis.url() + "?timeout=2s"));
    }

    private long shared() {
        return redis.ask(client -> client.dbSize());
    }

    @Test
    void whatOneHasComputedIsAHitOfTheOtherAndNoBarTravelsForIt() throws InterruptedException {
        HeardRun first = HeardRun.of(workspace, HeardRun.CACHED, event -> {});
        first.requireAll(coins);
        assertThat(first.summary().cached()).isZero();
        TeamData.until(() -> shared() >= 10);
        try (Workspace other = workspace(otherHome)) {
            HeardRun second = HeardRun.of(other, HeardRun.CACHED, event -> {});
            second.requireAll(coins);
            assertThat(second.summary().cached()).isEqualTo(10);
            assertThat(other.mirror().orElseThrow().status().current().series()).isZero();
        }
    }

    @Test
    void stoppedInTheMiddleOfARunItCostsNothingAndWhatWasComputedIsSharedOnceItIsBack() throws InterruptedException {
        AtomicBoolean running = new AtomicBoolean(true);
        HeardRun.of(workspace, HeardRun.CACHED, event -> {
                    if (event instanceof RunEvent.Result && running.getAndSet(false)) {
                        redis.stop();
                    }
                })
                .requireAll(coins);
        TeamData.until(() -> !notices.isEmpty());
        assertThat(notices).hasSize(1).allSatisfy(TeamData::requireSentence);
        HeardRun again = HeardRun.of(workspace, HeardRun.CACHED, event -> {});
        again.requireAll(coins);
        assertThat(again.rows().values()).as("kept on this computer").allMatch(ResultRow::cached);
        redis.start();
        TeamData.until(() -> notices.size() == 2);
        assertThat(notices.getLast()).contains("is back");
        TeamData.until(() -> shared() > 0);
        try (Workspace other = workspace(otherHome)) {
            HeardRun.of(other, HeardRun.CACHED, event -> {}).requireAll(coins);
        }
        assertThat(notices).hasSize(2);
    }
}
