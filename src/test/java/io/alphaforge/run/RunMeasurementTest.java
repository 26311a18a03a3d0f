package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.Samples;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.telemetry.RunLog;
import io.alphaforge.telemetry.RunTimes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of whole runs on a real database file. */
@Timeout(60)
class RunMeasurementTest {
    private static final int COINS = 6;

    @TempDir
    private Path folder;

    private final Kept log = new Kept();
    private DuckDbStore store;
    private LocalResultCache cache;
    private BacktestRunner runner;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("test.duckdb"), InstantSource.system());
        cache = LocalResultCache.inMemory(EngineVersion.current());
        runner = new BacktestRunner(store, cache, store.runs(), new BarMemory(1 << 24), InstantSource.system(), 2, log);
        for (int i = 0; i < COINS; i++) {
            store.write(new SeriesWrite(
                    Instrument.parse("C" + (char) ('A' + i) + "USDT"),
                    Samples.walk(Interval.D1, 400 + i, i),
                    "x.csv",
                    0,
                    0,
                    SeriesWrite.Mode.OVERWRITE,
                    false));
        }
    }

    @AfterEach
    void close() {
        runner.close();
        cache.close();
        store.close();
    }

    @Test
    void everyRunIsMeasuredAsItIsSummedUp() throws InterruptedException {
        RunSummary summary = run(Samples.run("rsi", Map.of(), "all", Interval.D1));
        RunTimes times = log.runs.getFirst();
        assertThat(times.runId()).isEqualTo(summary.runId());
        assertThat(times.status()).isEqualTo(RunTimes.FINISHED);
        assertThat(times.work()).isEqualTo(new RunTimes.Work("rsi", "1d", "all"));
        assertThat(times.amount()).isEqualTo(new RunTimes.Amount(COINS, COINS, 0, COINS, 0, bars()));
        assertThat(times.took().millis()).isCloseTo(summary.elapsedMs(), within(1e-6));
        assertThat(times.took().firstResultMs()).isCloseTo(summary.firstResultMs(), within(1e-6));
        assertThat(times.phases().plan()).isPositive();
        assertThat(times.phases().read()).isPositive();
        assertThat(times.phases().compute()).isPositive();
        assertThat(times.phases().cache()).isPositive();
    }

    @Test
    void keptRowsAreNeitherReadNorComputed() throws InterruptedException {
        RunSpec spec = Samples.run("rsi", Map.of(), "all", Interval.D1);
        run(spec);
        run(spec);
        RunTimes times = log.runs.getLast();
        assertThat(times.amount()).isEqualTo(new RunTimes.Amount(COINS, COINS, COINS, COINS, 0, bars()));
        assertThat(times.phases().read()).isZero();
        assertThat(times.phases().compute()).isZero();
        assertThat(times.hitPct()).isEqualTo(100);
    }

    @Test
    void aRunThatWantsNoKeptRowsAsksForNone() throws InterruptedException {
        RunSpec spec = Samples.run("rsi", Map.of(), "CAUSDT,CBUSDT,NONEUSDT", Interval.D1);
        run(new RunSpec(spec.backtest(), spec.universe(), spec.interval(), false));
        RunTimes.Amount amount = log.runs.getFirst().amount();
        assertThat(amount.asked()).isZero();
        assertThat(amount.failed()).isEqualTo(1);
        assertThat(amount.total()).isEqualTo(3);
    }

    @Test
    void theTimeOfTheScreenGoesToTheLog() {
        runner.shown("run-1", 7);
        assertThat(log.shown).containsExactly("run-1 7.0");
    }

    @Test
    void aPauseIsNoPartOfWhatARunTook() {
        RunEmitter emitter = new RunEmitter("run", event -> {});
        emitter.paused(true);
        long since = System.nanoTime();
        while (System.nanoTime() - since < TimeUnit.MILLISECONDS.toNanos(3)) {
            Thread.onSpinWait();
        }
        emitter.paused(false);
        emitter.failed("AUSDT", "gone");
        RunSummary summary = emitter.summary(RunSummary.Status.FINISHED, 1);
        RunTimes.Took took = emitter.took();
        assertThat(took.pausedMs()).isGreaterThanOrEqualTo(3);
        assertThat(took.millis() + took.pausedMs()).isCloseTo(summary.elapsedMs(), within(1e-6));
        assertThat(took.firstResultMs()).isNaN();
    }

    private RunSummary run(RunSpec spec) throws InterruptedException {
        return runner.start(spec, event -> {}).await();
    }

    private static long bars() {
        return 400 * COINS + COINS * (COINS - 1) / 2;
    }

    private static final class Kept implements RunLog {
        private final List<RunTimes> runs = new ArrayList<>();
        private final List<String> shown = new ArrayList<>();

        @Override
        public void record(RunTimes run) {
            runs.add(run);
        }

        @Override
        public void shown(String runId, double millis) {
            shown.add(runId + " " + millis);
        }

        @Override
        public List<RunTimes> runs() {
            return runs;
        }
    }
}
