package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is run again, and what a write of bars makes of kept results, on a real database file. */
@Timeout(60)
class WarmUpTest {
    @TempDir
    Path folder;

    private DuckDbStore store;
    private LocalResultCache cache;
    private RowDroppingStore bars;
    private BacktestRunner runner;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("test.duckdb"), InstantSource.system());
        cache = LocalResultCache.inMemory(EngineVersion.current());
        bars = new RowDroppingStore(store, cache);
        runner = new BacktestRunner(bars, cache, store.runs(), new BarMemory(1 << 20), InstantSource.system(), 1);
        write("AUSDT", 300, SeriesWrite.Mode.MERGE);
        write("BUSDT", 300, SeriesWrite.Mode.MERGE);
    }

    @AfterEach
    void close() {
        runner.close();
        cache.close();
        store.close();
    }

    private void write(String symbol, int size, SeriesWrite.Mode mode) {
        bars.write(new SeriesWrite(
                Instrument.parse(symbol), Samples.walk(Interval.D1, size, 5), symbol + ".csv", 0, 0, mode, false));
    }

    private static RunSpec rsi(int period, String universe) {
        return Samples.run("rsi", Map.of("period", Integer.toString(period)), universe, Interval.D1);
    }

    private RunSummary run(RunSpec spec) throws InterruptedException {
        return runner.start(spec, event -> {}).await();
    }

    @Test
    void specificationsAreTakenByHowOftenTheyWereRunAndThenByTheLastUse() throws InterruptedException {
        run(rsi(10, "all"));
        run(rsi(14, "all"));
        run(rsi(14, "AUSDT"));
        run(new RunSpec(rsi(14, "all").backtest(), new Universe.All(), Interval.D1, false));
        run(rsi(20, "all"));
        WarmUp warmUp = new WarmUp(store.runs(), runner);
        assertThat(warmUp.mostUsed(3))
                .containsExactly(
                        new WarmUp.Usage(rsi(14, "all"), 2),
                        new WarmUp.Usage(rsi(20, "all"), 1),
                        new WarmUp.Usage(rsi(14, "AUSDT"), 1));
        assertThat(warmUp.mostUsed(9)).hasSize(4);
    }

    @Test
    void anEmptyArchiveHasNothingToRun() {
        assertThat(WarmUp.mostUsed(List.of(), 5)).isEmpty();
    }

    @Test
    void runningAgainFillsTheCacheAndDoesNotCountAsUse() throws InterruptedException {
        run(rsi(14, "all"));
        cache.clear();
        WarmUp warmUp = new WarmUp(store.runs(), runner);
        RunSummary again =
                warmUp.start(warmUp.mostUsed(1).getFirst(), event -> {}).await();
        warmUp.forget(again);
        assertThat(again.cached()).isZero();
        assertThat(cache.statistics().entries()).isEqualTo(2);
        assertThat(store.runs().list()).hasSize(1);
        assertThat(warmUp.mostUsed(1).getFirst().runs()).isEqualTo(1);
        assertThat(run(rsi(14, "all")).cached()).isEqualTo(2);
    }

    @Test
    void aWriteOfBarsDropsTheRowsOfExactlyThatCoin() throws InterruptedException {
        run(rsi(14, "all"));
        run(rsi(15, "all"));
        write("AUSDT", 300, SeriesWrite.Mode.MERGE);
        assertThat(cache.statistics().entries())
                .as("bars that agree change nothing")
                .isEqualTo(4);
        write("AUSDT", 310, SeriesWrite.Mode.MERGE);
        assertThat(cache.statistics().entries()).isEqualTo(2);
        assertThat(run(rsi(14, "all")).cached()).isEqualTo(1);
    }

    @Test
    void theRowComputedAfterAWriteSaysThatTheBarsHaveChanged() throws InterruptedException {
        run(rsi(14, "AUSDT"));
        write("AUSDT", 310, SeriesWrite.Mode.MERGE);
        List<Origin> origins = new java.util.concurrent.CopyOnWriteArrayList<>();
        RunSummary summary = runner.start(rsi(14, "AUSDT"), event -> {
                    if (event instanceof RunEvent.Result result) {
                        origins.add(result.row().origin());
                    }
                })
                .await();
        assertThat(summary.completed()).isEqualTo(1);
        assertThat(origins).containsExactly(Origin.NEW_BARS);
    }

    @Test
    void replacingAndDeletingASeriesDropTheRowsOfItsCoin() throws InterruptedException {
        run(rsi(14, "all"));
        write("AUSDT", 200, SeriesWrite.Mode.REPLACE);
        assertThat(cache.statistics().entries()).isEqualTo(1);
        bars.delete(new SeriesKey("BUSDT", Interval.D1));
        assertThat(cache.statistics().entries()).isZero();
    }
}
