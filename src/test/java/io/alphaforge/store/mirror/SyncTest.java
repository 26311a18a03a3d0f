package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries;
import io.alphaforge.catalog.SyncedSeries.Outcome;
import io.alphaforge.catalog.UnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SyncTest extends MirroredServer {
    @BeforeEach
    void fill() {
        for (int i = 0; i < 8; i++) {
            pair.onServer("C" + i + "USDT", Pair.walk(100 + i, i));
        }
    }

    private SyncReport sync() {
        return pair.store.sync((done, total, bars, latest) -> {}, () -> false);
    }

    private void requireEqual() {
        List<StoredSeries> series = pair.remote.series();
        assertThat(pair.mirrored())
                .containsExactlyElementsOf(
                        series.stream().map(StoredSeries::key).toList());
        for (StoredSeries one : series) {
            assertThat(Pair.bars(Pair.read(pair.local, one.symbol()).get(one.key())))
                    .isEqualTo(Pair.bars(Pair.read(pair.remote, one.symbol()).get(one.key())));
        }
    }

    @Test
    void everythingIsBroughtUpToDateAndReported() {
        List<Integer> progress = new ArrayList<>();
        SyncReport first =
                pair.store.sync((done, total, bars, latest) -> progress.add(done * 100 + total), () -> false);
        assertThat(progress).containsExactly(108, 208, 308, 408, 508, 608, 708, 808);
        assertThat(first.count(Outcome.WHOLE)).isEqualTo(8);
        assertThat(first.bars()).isEqualTo(8 * 100 + 28);
        requireEqual();
        pair.onServer("C1USDT", Pair.walk(150, 1));
        pair.onServer("C2USDT", Pair.walk(102, 99));
        pair.onServer("NEWUSDT", Pair.walk(10, 50));
        pair.remote.delete(Pair.key("C3USDT"));
        SyncReport second = sync();
        assertThat(second.series())
                .containsExactly(
                        new SyncedSeries(Pair.key("C1USDT"), Outcome.TAIL, 49, ""),
                        new SyncedSeries(Pair.key("C2USDT"), Outcome.WHOLE, 102, ""),
                        new SyncedSeries(Pair.key("C3USDT"), Outcome.REMOVED, 0, ""),
                        new SyncedSeries(Pair.key("NEWUSDT"), Outcome.WHOLE, 10, ""));
        assertThat(second.current()).isEqualTo(5);
        assertThat(second.problem()).isEmpty();
        requireEqual();
        assertThat(sync().series()).isEmpty();
        assertThat(pair.store.status().asOf()).isEqualTo(pair.now.get());
    }

    @Test
    void aCancelKeepsWhatHasComeAndTheNextTimeGoesOn() {
        AtomicInteger seen = new AtomicInteger();
        SyncReport cut = pair.store.sync((done, total, bars, latest) -> seen.incrementAndGet(), () -> seen.get() >= 3);
        assertThat(cut.cancelled()).isTrue();
        int kept = pair.mirrored().size();
        // Two streams: each may have one more under way.
        assertThat(kept).isBetween(3, 4).isEqualTo(cut.series().size());
        SyncReport rest = sync();
        assertThat(rest.series()).hasSize(8 - kept);
        assertThat(rest.current()).isEqualTo(kept);
        requireEqual();
    }

    @Test
    void killedInTheMiddleTheNextStartGoesOn() throws Exception {
        Semaphore gate = new Semaphore(0);
        pair.remote.gate = gate;
        Semaphore progress = new Semaphore(0);
        MirroredStore killed = pair.store;
        CompletableFuture<SyncReport> dying = CompletableFuture.supplyAsync(
                () -> killed.sync((done, total, bars, latest) -> progress.release(), () -> false));
        gate.release(3);
        progress.acquire(3);
        // The process dies: nothing of the mirror is closed in order, the file is gone under it.
        pair.restart();
        gate.release(1_000);
        assertThat(dying.join().problem()).isNotEmpty();
        pair.remote.gate = null;
        assertThat(pair.mirrored()).hasSize(3);
        SyncReport rest = sync();
        assertThat(rest.current()).isEqualTo(3);
        assertThat(rest.count(Outcome.WHOLE)).isEqualTo(5);
        requireEqual();
    }

    @Test
    void aServerThatGoesAwayEndsItWithOneSentenceAndNothingLost() {
        // Fewer than the four of one stream, whose end would count too.
        pair.remote.deliveriesLeft.set(3);
        SyncReport cut = sync();
        assertThat(cut.problem())
                .isEqualTo("The server db.example does not answer. What had come is kept; the next sync goes on from"
                        + " there when the server is back.");
        assertThat(cut.count(Outcome.WHOLE)).isEqualTo(3);
        assertThat(cut.count(Outcome.FAILED)).isEqualTo(5);
        assertThat(pair.mirrored()).hasSize(3);
        pair.remote.deliveriesLeft.set(Integer.MAX_VALUE);
        pair.remote.unreachable = false;
        assertThat(sync().count(Outcome.WHOLE)).isEqualTo(5);
        requireEqual();
    }

    @Test
    void withoutAServerThereIsNothingToSyncWith() {
        pair.remote.unreachable = true;
        assertThatThrownBy(this::sync)
                .isInstanceOf(UnreachableException.class)
                .hasMessage("The server db.example does not answer.");
    }

    @Test
    void aSeriesThatArrivesGarbledFailsAloneAndIsNotKept() {
        pair.remote.garbled = Pair.key("C4USDT");
        SyncReport report = sync();
        assertThat(report.count(Outcome.WHOLE)).isEqualTo(7);
        assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(pair.mirrored()).hasSize(7).doesNotContain(Pair.key("C4USDT"));
        assertThat(pair.store.status().behind().series()).isEqualTo(1);
    }
}
