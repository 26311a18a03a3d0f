package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import io.alphaforge.market.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunPlanTest {
    private static StoredSeries series(String symbol, Interval interval, int bars) {
        return Samples.stored(symbol, Samples.walk(interval, bars, 1));
    }

    private static DashboardRow row(String symbol, double turnover, boolean stale) {
        DashboardRow.Window window = new DashboardRow.Window(1, 1, 1);
        DashboardRow.Extreme extreme = new DashboardRow.Extreme(1, 0);
        return new DashboardRow(
                Instrument.parse(symbol),
                Interval.D1,
                1,
                0,
                0,
                window,
                window,
                window,
                turnover,
                extreme,
                extreme,
                1,
                0,
                0,
                0,
                100,
                stale,
                false,
                Column.of(1));
    }

    private static RunPlan plan(String universe, Interval interval, List<StoredSeries> stored, DashboardRow... rows) {
        return RunPlan.of(Samples.run("rsi", Map.of(), universe, interval), stored, () -> List.of(rows), () -> "");
    }

    @Test
    void aStoredIntervalWinsOverResampledOnes() {
        List<StoredSeries> stored = List.of(series("BTCUSDT", Interval.D1, 10), series("BTCUSDT", Interval.H1, 10_000));
        assertThat(plan("all", Interval.D1, stored).coins())
                .extracting(StoredSeries::interval)
                .containsExactly(Interval.D1);
    }

    @Test
    void theSourceThatCoversMostOfTheRangeIsResampledAndOfEqualOnesTheCoarsest() {
        StoredSeries hours = series("BTCUSDT", Interval.H1, 4_800);
        StoredSeries longMinutes = series("BTCUSDT", Interval.M30, 24_000);
        StoredSeries shortHours = series("BTCUSDT", Interval.H4, 24);
        assertThat(RunPlan.source(List.of(hours, longMinutes, shortHours), Interval.D1, TimeRange.ALL))
                .contains(longMinutes);
        StoredSeries sameSpan = series("BTCUSDT", Interval.H4, 1_200);
        assertThat(RunPlan.source(List.of(hours, sameSpan, shortHours), Interval.D1, TimeRange.ALL))
                .contains(sameSpan);
    }

    @Test
    void aRangeDecidesWhichSourceCoversMost() {
        StoredSeries minutes = series("BTCUSDT", Interval.M30, 24_000);
        StoredSeries hours = series("BTCUSDT", Interval.H4, 24);
        TimeRange early = new TimeRange(Samples.START, Samples.START + 24 * Interval.H4.millis());
        assertThat(RunPlan.source(List.of(minutes, hours), Interval.D1, early)).contains(hours);
    }

    @Test
    void intervalsThatDoNotDivideTheWantedOneAreNoSource() {
        assertThat(RunPlan.source(List.of(series("A", Interval.H8, 9)), Interval.H12, TimeRange.ALL))
                .isEmpty();
        assertThat(RunPlan.source(List.of(series("A", Interval.D1, 9)), Interval.H1, TimeRange.ALL))
                .isEmpty();
    }

    @Test
    void coinsWithoutBarsForTheIntervalAreSkippedUnlessNamed() {
        List<StoredSeries> stored = List.of(series("AAAUSDT", Interval.D1, 10), series("BBBUSDT", Interval.H1, 10));
        RunPlan all = plan("all", Interval.H1, stored);
        assertThat(all.coins()).extracting(StoredSeries::symbol).containsExactly("BBBUSDT");
        assertThat(all.skipped()).isEqualTo(1);
        assertThat(all.failures()).isEmpty();
        RunPlan named = plan("AAAUSDT,BBBUSDT,CCCUSDT", Interval.H1, stored);
        assertThat(named.coins()).extracting(StoredSeries::symbol).containsExactly("BBBUSDT");
        assertThat(named.failures()).containsOnlyKeys("AAAUSDT", "CCCUSDT");
        assertThat(named.failures().get("AAAUSDT")).contains("No bars at 1h").contains("1d");
        assertThat(named.failures().get("CCCUSDT")).contains("Unknown symbol CCCUSDT");
    }

    @Test
    void theTopIsRankedByTurnoverWithinTheMostCommonQuoteAndLeavesStaleCoinsOut() {
        List<StoredSeries> stored = List.of(
                series("AAAUSDT", Interval.D1, 9),
                series("BBBUSDT", Interval.D1, 9),
                series("CCCUSDT", Interval.D1, 9),
                series("DDDBTC", Interval.D1, 9),
                series("EEEUSDT", Interval.D1, 9));
        RunPlan plan = plan(
                "top:2",
                Interval.D1,
                stored,
                row("AAAUSDT", 5, false),
                row("BBBUSDT", 7, false),
                row("CCCUSDT", 99, true),
                row("DDDBTC", 1e9, false),
                row("EEEUSDT", Double.NaN, false));
        assertThat(plan.coins()).extracting(StoredSeries::symbol).containsExactly("BBBUSDT", "AAAUSDT");
    }

    @Test
    void coinsWithFewerBarsThanWantedAreLeftOut() {
        List<StoredSeries> stored = List.of(
                series("AAAUSDT", Interval.D1, 499),
                series("BBBUSDT", Interval.D1, 500),
                series("CCCUSDT", Interval.H1, 500 * 24),
                series("DDDUSDT", Interval.H1, 500 * 24 - 1));
        RunPlan plan = plan("bars:500", Interval.D1, stored);
        assertThat(plan.coins()).extracting(StoredSeries::symbol).containsExactly("BBBUSDT", "CCCUSDT");
        assertThat(plan.skipped()).isZero();
        assertThat(plan.failures()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"H4", "D1", "W1", "MONTH"})
    void theBarsThatASeriesIsSaidToYieldAreTheOnesThatAreMadeOfIt(Interval wanted) {
        for (int seed = 1; seed <= 20; seed++) {
            Bars whole = Samples.walk(Interval.H1, 1000 + 137 * seed, seed);
            assertThat(RunPlan.bars(Samples.stored("AUSDT", whole), wanted))
                    .isEqualTo(Resampled.of(whole, wanted).bars().size());
            Bars holed = without(whole, 100 + 13 * seed, 100 + 90 * seed);
            assertThat(RunPlan.bars(Samples.stored("AUSDT", holed), wanted))
                    .isBetween(Resampled.of(holed, wanted).bars().size() - 1L, (long)
                            Resampled.of(holed, wanted).bars().size());
        }
    }

    private static Bars without(Bars bars, int from, int to) {
        int[] kept =
                IntStream.range(0, bars.size()).filter(i -> i < from || i >= to).toArray();
        return Bars.of(
                bars.interval(),
                IntStream.of(kept).mapToLong(bars::time).toArray(),
                IntStream.of(kept).mapToDouble(bars.open()::get).toArray(),
                IntStream.of(kept).mapToDouble(bars.high()::get).toArray(),
                IntStream.of(kept).mapToDouble(bars.low()::get).toArray(),
                IntStream.of(kept).mapToDouble(bars.close()::get).toArray(),
                IntStream.of(kept).mapToDouble(bars.volume()::get).toArray());
    }
}
