package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.Samples;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.metrics.Statistics.TradeStatistics;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One coin in full, read from a real database file. */
class CoinStudyTest {
    private static final Bars HOURS = Samples.walk(Interval.H1, 24 * 90 + 7, 1);
    private static final Bars MINUTES = Samples.walk(Interval.M15, 400, 2);
    private static final BacktestSpec CROSS = Samples.run(
                    "sma-cross", Map.of("fast", "3", "slow", "9"), "all", Interval.H4)
            .backtest();

    @TempDir
    Path folder;

    private DuckDbStore store;
    private LocalResultCache cache;
    private BacktestRunner runner;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("test.duckdb"), InstantSource.system());
        cache = LocalResultCache.inMemory(EngineVersion.current());
        runner = new BacktestRunner(store, cache, store.runs(), new BarMemory(1 << 20), InstantSource.system(), 1);
        write("AUSDT", HOURS);
        write("AUSDT", MINUTES);
    }

    @AfterEach
    void close() {
        runner.close();
        cache.close();
        store.close();
    }

    private void write(String symbol, Bars bars) {
        store.write(
                new SeriesWrite(Instrument.parse(symbol), bars, symbol + ".csv", 0, 0, SeriesWrite.Mode.MERGE, false));
    }

    @Test
    void withoutABacktestTheBarsComeAlone() {
        CoinStudy study = runner.study(CoinRequest.bars("AUSDT", Interval.H1));
        assertThat(study.bars()).isEqualTo(HOURS);
        assertThat(study.bars().columns()).containsExactly(BarColumn.values());
        assertThat(study.backtest()).isNull();
        assertThat(study.plots()).isEmpty();
        assertThat(study.series()).isIn(store.series());
        assertThat(study.series().interval()).isEqualTo(Interval.H1);
    }

    @Test
    void withoutASourceTheBarsAreMadeOfTheOneThatARunWouldTake() throws InterruptedException {
        for (Interval interval : new Interval[] {Interval.M15, Interval.M30, Interval.H1, Interval.H4, Interval.D1}) {
            RunSpec spec = Samples.run("rsi", Map.of(), "AUSDT", interval);
            runner.start(spec, event -> {}).await();
            ResultRow row = store.runs().find("last").orElseThrow().rows().getFirst();
            CoinStudy study = runner.study(new CoinRequest("AUSDT", null, interval, spec.backtest()));
            assertThat(study.series().interval()).as(interval.code()).isEqualTo(row.source());
            assertThat(Objects.requireNonNull(study.backtest()).result()).isEqualTo(row.result());
            assertThat(study.bars().interval()).isEqualTo(interval);
        }
        assertThat(runner.study(CoinRequest.bars("AUSDT", Interval.D1)).series().interval())
                .isEqualTo(Interval.H1);
    }

    @Test
    void aStudyOfOtherBarsThanThoseOfTheKeptRowSaysSoAlsoWithoutAnyTrade() {
        RunSpec spec = Samples.run("buy-and-hold", Map.of(), "BUSDT", Interval.D1);
        Bars all = Samples.walk(Interval.D1, 400, 9);
        write("BUSDT", all.slice(0, 300));
        ResultRow row = rowOf(spec);
        assertThat(runner.study(CoinRequest.of(spec, row)).differsFromKept()).isFalse();
        assertThat(runner.study(new CoinRequest("BUSDT", null, Interval.D1, spec.backtest()))
                        .differsFromKept())
                .isFalse();
        write("BUSDT", all);
        assertThat(runner.study(CoinRequest.of(spec, row)).differsFromKept()).isTrue();
        assertThat(runner.study(CoinRequest.of(spec, rowOf(spec))).differsFromKept())
                .isFalse();
    }

    @Test
    void aRankingOfCoinsThatAllEndedLongAgoSaysThat() throws InterruptedException {
        write("AUSDT", Samples.walk(Interval.D1, 1_000, 9));
        List<RunEvent> events = new CopyOnWriteArrayList<>();
        runner.start(Samples.run("rsi", Map.of(), "top:5", Interval.H1), events::add)
                .await();
        RunEvent.Finished finished = (RunEvent.Finished) events.getLast();
        assertThat(finished.problem()).contains("Coins with bars at 1h or finer: 1,", "turnover");
    }

    private ResultRow rowOf(RunSpec spec) {
        try {
            runner.start(spec, event -> {}).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return store.runs().find("last").orElseThrow().rows().getFirst();
    }

    @Test
    void aNamedSourceIsTakenEvenWhereAnotherCoversMore() {
        CoinStudy study = runner.study(new CoinRequest("AUSDT", Interval.M15, Interval.D1, null));
        assertThat(study.series().interval()).isEqualTo(Interval.M15);
        assertThat(study.bars()).isEqualTo(Resampled.of(MINUTES, Interval.D1).bars());
    }

    @Test
    void aLongerIntervalIsTestedAndPlottedOnTheBarsThatAreShown() {
        CoinStudy study = runner.study(new CoinRequest("AUSDT", null, Interval.H4, CROSS));
        Bars bars = Resampled.of(HOURS, Interval.H4).bars();
        assertThat(study.bars()).isEqualTo(bars);
        CoinDetail detail = Objects.requireNonNull(study.backtest());
        assertThat(detail.result()).isEqualTo(Backtest.run(bars, CROSS));
        TradeStatistics trades = detail.result().statistics().trades();
        assertThat(detail.trades()).hasSize(trades.numTrades() + trades.openTrades());
        assertThat(study.plots()).isEqualTo(CROSS.strategy().plots(bars, CROSS.parameters()));
        assertThat(study.plots().getFirst().lines())
                .hasSize(2)
                .allMatch(line -> line.values().size() == bars.size());
    }

    @Test
    void whatCannotBeStudiedIsSaidInASentence() {
        fails(CoinRequest.bars("XUSDT", Interval.D1), "There are no bars of XUSDT at 1d or finer.");
        fails(CoinRequest.bars("AUSDT", Interval.M1), "There are no bars of AUSDT at 1m or finer.");
        fails(new CoinRequest("AUSDT", Interval.M5, Interval.D1, null), "AUSDT 5m is not stored.");
        BacktestSpec early = new BacktestSpec(
                CROSS.strategy(), CROSS.parameters(), CROSS.execution(), TimeRange.parse(null, "2019-12-31"));
        assertThatThrownBy(() -> runner.study(new CoinRequest("AUSDT", null, Interval.H4, early)))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("AUSDT: No bars")
                .hasMessageEndingWith(".");
    }

    @Test
    void whatAMirrorLacksIsNotSaidToBeNowhere() {
        BarStore mirror = (BarStore) Proxy.newProxyInstance(
                BarStore.class.getClassLoader(),
                new Class<?>[] {BarStore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("whereMissing") ? " in the mirror" : method.invoke(store, arguments));
        try (BacktestRunner mirrored =
                new BacktestRunner(mirror, cache, store.runs(), new BarMemory(1 << 20), InstantSource.system(), 1)) {
            assertThatThrownBy(() -> mirrored.study(CoinRequest.bars("XUSDT", Interval.D1)))
                    .hasMessage("There are no bars of XUSDT at 1d or finer in the mirror.");
        }
    }

    private void fails(CoinRequest request, String sentence) {
        assertThatThrownBy(() -> runner.study(request))
                .isInstanceOf(StoreException.class)
                .hasMessage(sentence);
    }
}
