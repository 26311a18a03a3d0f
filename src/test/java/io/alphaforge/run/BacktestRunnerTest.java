package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.Samples;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs on a real database file. */
@Timeout(60)
class BacktestRunnerTest {
    private static final int COINS = 24;

    @TempDir
    Path folder;

    private DuckDbStore store;
    private LocalResultCache cache;
    private BacktestRunner runner;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("test.duckdb"), InstantSource.system());
        cache = LocalResultCache.inMemory(EngineVersion.current());
        runner = runner(2);
        for (int i = 0; i < COINS; i++) {
            write(symbol(i), Samples.walk(Interval.D1, 400 + i, i));
        }
    }

    @AfterEach
    void close() {
        runner.close();
        cache.close();
        store.close();
    }

    private BacktestRunner runner(int workers) {
        return new BacktestRunner(store, cache, store.runs(), new BarMemory(64 << 20), InstantSource.system(), workers);
    }

    private void write(String symbol, Bars bars) {
        store.write(new SeriesWrite(
                Instrument.parse(symbol), bars, symbol + ".csv", 0, 0, SeriesWrite.Mode.OVERWRITE, false));
    }

    private static String symbol(int i) {
        return "C" + (char) ('A' + i) + "USDT";
    }

    private static RunSpec rsi(String universe) {
        return Samples.run("rsi", Map.of(), universe, Interval.D1);
    }

    /** Runs to the end and returns every event. */
    private List<RunEvent> events(RunSpec spec) throws InterruptedException {
        List<RunEvent> events = new ArrayList<>();
        runner.start(spec, events::add).await();
        return events;
    }

    private static List<ResultRow> rows(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Result.class::isInstance)
                .map(e -> ((RunEvent.Result) e).row())
                .toList();
    }

    private static Map<String, ResultRow> bySymbol(List<ResultRow> rows) {
        return rows.stream().collect(Collectors.toMap(ResultRow::symbol, Function.identity()));
    }

    private static ResultRow row(Map<String, ResultRow> rows, String symbol) {
        return Objects.requireNonNull(rows.get(symbol), symbol);
    }

    @Test
    void everyCoinHasARowEqualToABacktestOfItsBarsAndTheRunEndsOnce() throws InterruptedException {
        RunSpec spec = rsi("all");
        List<RunEvent> events = events(spec);
        assertThat(events.getFirst()).isInstanceOf(RunEvent.Started.class);
        assertThat(events.getLast()).isInstanceOf(RunEvent.Finished.class);
        assertThat(events.stream().filter(RunEvent.Finished.class::isInstance)).hasSize(1);
        List<ResultRow> rows = rows(events);
        assertThat(rows).hasSize(COINS);
        Map<String, ResultRow> bySymbol = bySymbol(rows);
        for (int i = 0; i < COINS; i++) {
            Bars bars = Samples.walk(Interval.D1, 400 + i, i);
            assertThat(row(bySymbol, symbol(i)).result()).isEqualTo(Backtest.run(bars, spec.backtest()));
        }
    }

    @Test
    void aRowThatCannotBeKeptIsARowAllTheSameAndNoFailure() throws InterruptedException {
        ResultCache refusing = (ResultCache) Proxy.newProxyInstance(
                ResultCache.class.getClassLoader(), new Class<?>[] {ResultCache.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put")) {
                        throw new IllegalStateException("full");
                    }
                    return method.invoke(cache, arguments);
                });
        List<RunEvent> events = new ArrayList<>();
        try (BacktestRunner one =
                new BacktestRunner(store, refusing, store.runs(), new BarMemory(64 << 20), InstantSource.system(), 2)) {
            one.start(rsi("all"), events::add).await();
        }
        assertThat(rows(events)).hasSize(COINS);
        assertThat(events).noneMatch(RunEvent.Failed.class::isInstance);
    }

    @Test
    void theSecondRunIsAnsweredFromTheCacheWithTheSameRows() throws InterruptedException {
        Map<String, ResultRow> first = bySymbol(rows(events(rsi("all"))));
        List<ResultRow> second = rows(events(rsi("all")));
        assertThat(second).hasSize(COINS).allMatch(ResultRow::cached);
        assertThat(second).allSatisfy(row -> {
            assertThat(row.result()).isEqualTo(row(first, row.symbol()).result());
            assertThat(row(first, row.symbol()).cached()).isFalse();
        });
    }

    @Test
    void newBarsOfOneCoinRecomputeThatCoinOnly() throws InterruptedException {
        events(rsi("all"));
        write(symbol(3), Samples.walk(Interval.D1, 500, 3));
        List<ResultRow> rows = rows(events(rsi("all")));
        assertThat(rows.stream().filter(r -> !r.cached()).map(ResultRow::symbol))
                .containsExactly(symbol(3));
        assertThat(row(bySymbol(rows), symbol(3)).result().bars()).isEqualTo(500);
    }

    @Test
    void everyRowSaysWhereItComesFrom() throws InterruptedException {
        assertThat(rows(events(rsi("all")))).extracting(ResultRow::origin).containsOnly(Origin.FIRST);
        assertThat(rows(events(rsi("all")))).extracting(ResultRow::origin).containsOnly(Origin.CACHED);
        write(symbol(3), Samples.walk(Interval.D1, 500, 3));
        write("NEWUSDT", Samples.walk(Interval.D1, 300, 99));
        List<ResultRow> rows = rows(events(rsi("all")));
        assertThat(rows)
                .hasSize(COINS + 1)
                .allSatisfy(row -> assertThat(row.origin())
                        .as(row.symbol())
                        .isEqualTo(
                                row.symbol().equals("NEWUSDT")
                                        ? Origin.FIRST
                                        : row.symbol().equals(symbol(3)) ? Origin.NEW_BARS : Origin.CACHED));
        assertThat(store.runs().find("last").orElseThrow().rows()).isEqualTo(rows);
        RunSpec uncached = new RunSpec(rsi("all").backtest(), new Universe.All(), Interval.D1, false);
        assertThat(rows(events(uncached))).extracting(ResultRow::origin).containsOnly(Origin.CACHE_OFF);
        assertThat(rows(events(rsi("all")))).extracting(ResultRow::origin).containsOnly(Origin.CACHED);
    }

    @Test
    void aChangedParameterRangeOrSettingIsNeverAnsweredFromTheCache() throws InterruptedException {
        events(rsi("all"));
        RunSpec period = Samples.run("rsi", Map.of("period", "15"), "all", Interval.D1);
        assertThat(rows(events(period))).noneMatch(ResultRow::cached);
        BacktestSpec base = rsi("all").backtest();
        RunSpec range = new RunSpec(
                new BacktestSpec(
                        base.strategy(), base.parameters(), base.execution(), TimeRange.parse("2021-02-01", null)),
                new Universe.All(),
                Interval.D1,
                true);
        assertThat(rows(events(range))).noneMatch(ResultRow::cached);
        RunSpec uncached = new RunSpec(base, new Universe.All(), Interval.D1, false);
        assertThat(rows(events(uncached))).noneMatch(ResultRow::cached);
    }

    @Test
    void theSameBitsComeFromOneAndFromEightWorkers() throws InterruptedException {
        RunSpec spec = new RunSpec(rsi("all").backtest(), new Universe.All(), Interval.D1, false);
        runner.close();
        runner = runner(1);
        Map<String, ResultRow> one = bySymbol(rows(events(spec)));
        runner.close();
        runner = runner(8);
        Map<String, ResultRow> eight = bySymbol(rows(events(spec)));
        assertThat(eight.keySet()).isEqualTo(one.keySet());
        eight.forEach((symbol, row) ->
                assertThat(row.result()).isEqualTo(row(one, symbol).result()));
    }

    @Test
    void coinsThatCannotBeTestedFailWithTheirReasonAndTheOthersGoOn() throws InterruptedException {
        Bars late = Samples.walk(Interval.D1, 900, 77);
        write("LATEUSDT", late.slice(800, 900));
        BacktestSpec base = rsi("all").backtest();
        RunSpec spec = new RunSpec(
                new BacktestSpec(
                        base.strategy(), base.parameters(), base.execution(), TimeRange.parse(null, "2021-12-31")),
                new Universe.All(),
                Interval.D1,
                true);
        List<RunEvent> events = events(spec);
        List<RunEvent.Failed> failures = events.stream()
                .filter(RunEvent.Failed.class::isInstance)
                .map(RunEvent.Failed.class::cast)
                .toList();
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst().symbol()).isEqualTo("LATEUSDT");
        assertThat(failures.getFirst().reason()).contains("No bars");
        assertThat(rows(events)).hasSize(COINS);
        assertThat(((RunEvent.Finished) events.getLast()).summary().failed()).isEqualTo(1);
    }

    @Test
    void cancelKeepsWhatIsDoneAndArchivesIt() throws InterruptedException {
        List<RunEvent> events = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RunHandle handle = runner.start(rsi("all"), event -> {
            events.add(event);
            if (event instanceof RunEvent.Result) {
                started.countDown();
                await(goOn);
            }
        });
        await(started);
        handle.cancel();
        goOn.countDown();
        RunSummary summary = handle.await();
        assertThat(summary.status()).isEqualTo(RunSummary.Status.CANCELLED);
        assertThat(summary.completed()).isBetween(1, COINS - 1);
        assertThat(rows(events)).hasSize(summary.completed());
        ArchivedRun archived = store.runs().find(handle.runId()).orElseThrow();
        assertThat(archived.rows()).isEqualTo(rows(events));
        assertThat(archived.header().summary().status()).isEqualTo(RunSummary.Status.CANCELLED);
    }

    @Test
    void nothingComesWhilePausedAndEverythingAfterwards() throws InterruptedException {
        Semaphore results = new Semaphore(0);
        List<RunEvent> events = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Consumer<RunEvent> listener = event -> {
            events.add(event);
            if (event instanceof RunEvent.Started) {
                started.countDown();
                await(goOn);
            } else if (event instanceof RunEvent.Result) {
                results.release();
            }
        };
        RunHandle handle = runner.start(rsi("all"), listener);
        await(started);
        Thread pausing = Thread.ofPlatform().start(handle::pause);
        while (!handle.isPaused()) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        pausing.join();
        assertThat(results.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(handle.isDone()).isFalse();
        handle.resume();
        assertThat(handle.await().completed()).isEqualTo(COINS);
        assertThat(events).filteredOn(RunEvent.Paused.class::isInstance).hasSize(1);
        assertThat(events).filteredOn(RunEvent.Resumed.class::isInstance).hasSize(1);
    }

    @Test
    void aPausedRunCanBeCancelled() throws InterruptedException {
        RunHandle handle = runner.start(rsi("all"), event -> {});
        handle.pause();
        handle.cancel();
        assertThat(handle.await().status()).isIn(RunSummary.Status.CANCELLED, RunSummary.Status.FINISHED);
    }

    @Test
    void aListenerThatFailsCostsNoResults() throws InterruptedException {
        RunSummary summary = runner.start(rsi("all"), event -> {
                    throw new IllegalStateException("listener");
                })
                .await();
        assertThat(summary.completed()).isEqualTo(COINS);
        assertThat(store.runs().find("last").orElseThrow().rows()).hasSize(COINS);
    }

    @Test
    void intervalsThatAreNotStoredAreResampled() throws InterruptedException {
        Bars hours = Samples.walk(Interval.H1, 24 * 60 + 5, 9);
        write("HOURUSDT", hours);
        RunSpec spec = Samples.run("sma-cross", Map.of("fast", "3", "slow", "8"), "HOURUSDT", Interval.H4);
        ResultRow row = rows(events(spec)).getFirst();
        assertThat(row.source()).isEqualTo(Interval.H1);
        assertThat(row.result())
                .isEqualTo(Backtest.run(Resampled.of(hours, Interval.H4).bars(), spec.backtest()));
    }

    @Test
    void theDetailOfACoinAgreesWithItsRow() throws InterruptedException {
        RunSpec spec = rsi("all");
        Map<String, ResultRow> rows = bySymbol(rows(events(spec)));
        CoinStudy study = runner.study(CoinRequest.of(spec, row(rows, symbol(5))));
        CoinDetail detail = java.util.Objects.requireNonNull(study.backtest());
        assertThat(study.plots())
                .singleElement()
                .satisfies(plot -> assertThat(plot.lines().getFirst().values().size())
                        .isEqualTo(study.bars().size()));
        assertThat(detail.result()).isEqualTo(row(rows, symbol(5)).result());
        assertThat(detail.curve().size()).isEqualTo(detail.result().bars());
        ResultRow row = row(rows, symbol(5));
        store.delete(new SeriesKey(symbol(5), Interval.D1));
        assertThatThrownBy(() -> runner.study(CoinRequest.of(spec, row)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(symbol(5));
    }

    @Test
    void aRunWithoutAnyCoinSaysWhatToDo() throws InterruptedException {
        List<RunEvent> events = events(Samples.run("rsi", Map.of(), "all", Interval.M1));
        assertThat(events).hasSize(2);
        RunEvent.Finished finished = (RunEvent.Finished) events.getLast();
        assertThat(finished.problem()).contains("No coin has bars at 1m or finer");
        assertThat(finished.summary().status()).isEqualTo(RunSummary.Status.BROKEN);
    }

    @Test
    void aPausedRunLeavesTheOthersTheirWorkers() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        RunHandle paused = runner.start(rsi("all"), event -> started.countDown());
        paused.pause();
        await(started);
        RunSpec other = Samples.run("bollinger", Map.of(), "all", Interval.D1);
        assertThat(runner.start(other, event -> {}).await().completed()).isEqualTo(COINS);
        paused.cancel();
    }

    @Test
    void bucketsThatLackBarsAreCounted() throws InterruptedException {
        Bars hours = Samples.walk(Interval.H1, 24 * 60, 9);
        write("HOLEUSDT", without(hours, 30));
        ResultRow row = rows(events(rsi("HOLEUSDT"))).getFirst();
        assertThat(row.partialBuckets()).isEqualTo(1);
        assertThat(row.result().gaps()).isZero();
        RunSpec uncached = new RunSpec(rsi("HOLEUSDT").backtest(), Universe.parse("HOLEUSDT"), Interval.D1, false);
        assertThat(rows(events(uncached)).getFirst().partialBuckets())
                .as("the same out of memory")
                .isEqualTo(1);
    }

    /** The bars without the one at an index. */
    private static Bars without(Bars bars, int index) {
        int n = bars.size() - 1;
        long[] times = new long[n];
        for (int i = 0; i < n; i++) {
            times[i] = bars.time(i < index ? i : i + 1);
        }
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        for (BarColumn name : bars.columns()) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = bars.column(name).get(i < index ? i : i + 1);
            }
            columns.put(name, Column.owning(values));
        }
        return Bars.owning(bars.interval(), times, columns);
    }

    @Test
    void closingCancelsWhatIsGoingOn() {
        List<RunHandle> handles = IntStream.range(0, 3)
                .mapToObj(i -> runner.start(rsi("all"), event -> {}))
                .toList();
        runner.close();
        assertThat(handles).allMatch(RunHandle::isDone);
        runner = runner(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
