package io.alphaforge.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.Fill;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.engine.Trade;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestTest {

    @Test
    void fillsAtTheNextOpenWithSlippageAndFeeOnBothSides() {
        Bars bars = TestBars.of(
                Interval.D1, days("2024-01-01", 4), new double[] {10, 20, 30, 40}, new double[] {11, 22, 33, 44});
        CoinDetail detail = Backtest.detail(bars, Scripted.of("E.L.").spec(0.01, 0.1, FillPolicy.NEXT_OPEN));

        Fill buy = detail.fills().get(0);
        double units = 10_000 / (22 * 1.01);
        assertThat(buy.price()).isCloseTo(22, offset(1e-12));
        assertThat(buy.units()).isCloseTo(units, offset(1e-9));
        assertThat(buy.fee()).isCloseTo(units * 22 * 0.01, offset(1e-9));
        assertThat(buy.time()).isEqualTo(bars.time(1));
        Fill sell = detail.fills().get(1);
        assertThat(sell.price()).isCloseTo(36, offset(1e-12));
        double proceeds = units * 36 * 0.99;
        assertThat(detail.result().statistics().returns().finalValue()).isCloseTo(proceeds, offset(1e-9));
        assertThat(detail.curve().equity().toArray())
                .containsExactly(new double[] {10_000, units * 22, units * 33, proceeds}, offset(1e-9));
        assertThat(detail.result().statistics().risk().exposurePct()).isEqualTo(50);
    }

    @Test
    void fillsAtTheCloseOfTheSignalWhenAskedTo() {
        Bars bars =
                TestBars.of(Interval.D1, days("2024-01-01", 3), new double[] {10, 20, 30}, new double[] {11, 22, 33});
        CoinDetail detail = Backtest.detail(bars, Scripted.of("E.L").spec(0, 0, FillPolicy.SAME_CLOSE));
        assertThat(detail.fills()).extracting(Fill::price).containsExactly(11.0, 33.0);
        assertThat(detail.fills()).extracting(Fill::bar).containsExactly(0, 2);
        assertThat(detail.fills().get(0).time()).isEqualTo(bars.time(1));
        assertThat(detail.result().statistics().returns().totalReturnPct()).isCloseTo(200, offset(1e-9));
        assertThat(detail.result().noTradeReason()).isNull();
    }

    @Test
    void entryOnTheLastBarStaysPendingAndIsReported() {
        Bars bars = TestBars.closes(Interval.D1, "2024-01-01", 1, 2, 3);
        CoinResult result = Backtest.run(bars, Scripted.of("..E").spec(0, 0, FillPolicy.NEXT_OPEN));
        assertThat(result.statistics().trades().openTrades()).isZero();
        assertThat(result.noTradeReason())
                .isEqualTo("The entry signalled on the last bar (2024-01-03) is pending:"
                        + " it fills at the open of the next bar.");
    }

    @Test
    void orderIsPendingAtTheEndOfTheRangeEvenWhereTheSeriesGoesOn() {
        Bars bars = TestBars.closes(Interval.D1, "2024-01-01", 1, 2, 3, 4, 5);
        TimeRange range = new TimeRange(Long.MIN_VALUE, TestBars.at("2024-01-04"));
        CoinDetail detail = Backtest.detail(bars, Scripted.of("E.L..").spec(ExecutionSettings.DEFAULT, range));
        assertThat(detail.fills()).hasSize(1);
        assertThat(detail.trades()).singleElement().matches(Trade::open);
        assertThat(detail.result().noTradeReason()).startsWith("The exit signalled on the last bar (2024-01-03)");
    }

    @Test
    void openPositionIsMarkedAtTheLastCloseAndLeftOutOfTradeStatistics() {
        Bars bars = TestBars.closes(Interval.D1, "2024-01-01", 100, 100, 150);
        CoinDetail detail = Backtest.detail(bars, Scripted.of("E..").spec(0, 0, FillPolicy.NEXT_OPEN));
        assertThat(detail.result().statistics().returns().finalValue()).isEqualTo(15_000);
        assertThat(detail.result().statistics().trades().numTrades()).isZero();
        assertThat(detail.result().statistics().trades().openTrades()).isEqualTo(1);
        assertThat(detail.result().statistics().trades().winRatePct()).isNaN();
        assertThat(detail.trades().getFirst().netProfit()).isEqualTo(5_000);
    }

    @Test
    void enteringAndLeavingOnOneBarLeavesWhenLongAndDoesNothingWhenFlat() {
        Bars bars = TestBars.closes(Interval.D1, "2024-01-01", 1, 2, 3, 4, 5, 6);
        CoinDetail detail = Backtest.detail(bars, Scripted.of("BE.B..").spec(0, 0, FillPolicy.NEXT_OPEN));
        assertThat(detail.fills()).extracting(Fill::bar).containsExactly(2, 4);
    }

    @Test
    void enteringWhileLongAndLeavingWhileFlatMakeNoOrder() {
        Bars bars = TestBars.closes(Interval.D1, "2024-01-01", 1, 2, 3, 4, 5, 6, 7);
        CoinDetail detail = Backtest.detail(bars, Scripted.of("LEEELL.").spec(0, 0, FillPolicy.SAME_CLOSE));
        assertThat(detail.fills()).extracting(Fill::bar).containsExactly(1, 4);
    }

    @Test
    void fillAfterAGapSaysHowManyBarsLate() {
        long[] times = {TestBars.at("2024-01-01"), TestBars.at("2024-01-02"), TestBars.at("2024-01-06")};
        Bars bars = TestBars.of(Interval.D1, times, new double[] {1, 2, 3}, new double[] {1, 2, 3});
        CoinDetail detail = Backtest.detail(bars, Scripted.of(".E.").spec(0, 0, FillPolicy.NEXT_OPEN));
        assertThat(detail.fills()).extracting(Fill::barsLate).containsExactly(3L);
        assertThat(detail.result().gaps()).isEqualTo(1);
    }

    @Test
    void barsBeforeTheRangeWarmIndicatorsUpAndTheirSignalsAreIgnored() {
        double[] closes = new double[60];
        for (int i = 0; i < 60; i++) {
            closes[i] = i < 40 ? 100 - i : 60 + i;
        }
        Bars bars = TestBars.closes(Interval.D1, "2024-01-01", closes);
        Strategy rsi = Strategies.named("rsi");
        TimeRange range = new TimeRange(bars.time(30), Long.MAX_VALUE);
        CoinDetail detail = Backtest.detail(
                bars, new BacktestSpec(rsi, Parameters.defaults(rsi), ExecutionSettings.DEFAULT, range));
        // All changes fell, so the index is 0 on every bar before; within the range the very first one enters.
        assertThat(detail.fills().getFirst().signalBar()).isEqualTo(30);
        assertThat(detail.result().bars()).isEqualTo(30);
        assertThat(detail.result().from()).isEqualTo(bars.time(30));
    }

    @Test
    void buyAndHoldEntersOnTheFirstBarOfTheRange() {
        Bars bars = TestBars.closes(Interval.D1, "2024-01-01", 1, 2, 4, 8);
        Strategy hold = Strategies.named("buy-and-hold");
        TimeRange range = new TimeRange(bars.time(1), Long.MAX_VALUE);
        ExecutionSettings free = new ExecutionSettings(1000, 0, 0, FillPolicy.SAME_CLOSE);
        CoinResult result = Backtest.run(bars, new BacktestSpec(hold, Parameters.defaults(hold), free, range));
        assertThat(result.statistics().returns().totalReturnPct()).isEqualTo(300);
        assertThat(result.statistics().returns().excessReturnPct()).isZero();
        assertThat(result.statistics().risk().exposurePct()).isEqualTo(100);
    }

    @Test
    void resultWithoutTradesExplainsItself() {
        Bars rising = TestBars.closes(Interval.D1, "2024-01-01", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        Strategy rsi = Strategies.named("rsi");
        assertThat(reason(rising, rsi, Map.of("period", "3")))
                .isEqualTo("No entry signal in range: the RSI over 3 bars never fell below 30.");
        assertThat(reason(rising, rsi, Map.of()))
                .isEqualTo("The strategy needs 15 bars before its first signal; there are 10.");
        assertThat(reason(rising, Strategies.named("sma-cross"), Map.of("fast", "2", "slow", "3")))
                .isEqualTo("No entry signal in range: the average over 2 bars never crossed above the one over 3.");
    }

    @Test
    void accountThatLostEverythingSaysThatNoCashIsLeft() {
        double[] closes = new double[4000];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i % 2 == 0 ? 1 : 2;
        }
        // Every round trip halves what is left and pays 49 % twice, until it is less than the smallest number.
        Bars bars = TestBars.closes(Interval.H1, "2024-01-01", closes);
        CoinResult result = Backtest.run(bars, Scripted.of("LE".repeat(2000)).spec(0.49, 0, FillPolicy.SAME_CLOSE));
        assertThat(result.noTradeReason()).startsWith("No cash was left for the entry signalled on 2024-");
        assertThat(result.statistics().returns().finalValue()).isNotNegative();
    }

    @Test
    void rangeWithoutBarsIsNotTestable() {
        Bars bars = TestBars.closes(Interval.D1, "2024-01-01", 1, 2, 3);
        assertNotTestable(bars, "2025-01-01", "2025-02-01", "No bars between 2025-01-01 and 2025-01-31.");
        assertNotTestable(
                bars,
                "2024-01-02",
                "2024-01-03",
                "Too few bars: only the one of 2024-01-02 is in range;" + " a backtest needs at least 2.");
        assertThatThrownBy(() ->
                        Backtest.run(Bars.empty(Interval.D1), Scripted.of("").spec(0, 0, FillPolicy.NEXT_OPEN)))
                .isInstanceOf(NotTestableException.class)
                .hasMessage("The series has no bars.");
    }

    @Test
    void priceThatIsNoneFailsTheCoin() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, -0.0}) {
            Bars bars = TestBars.closes(Interval.D1, "2024-01-01", 1, 2, bad, 4);
            assertThatThrownBy(() -> Backtest.run(bars, Scripted.of("E...").spec(0, 0, FillPolicy.SAME_CLOSE)))
                    .isInstanceOf(NotTestableException.class)
                    .hasMessage("The series is corrupt: close is " + bad + " on 2024-01-03; import it again.");
        }
        Bars extreme = TestBars.closes(Interval.D1, "2024-01-01", Double.MIN_VALUE, 1e-300, 1e300);
        assertThat(Backtest.run(extreme, Scripted.of("...").spec(0, 0, FillPolicy.SAME_CLOSE))
                        .bars())
                .isEqualTo(3);
    }

    @Test
    void asksForTheColumnsOfStrategyAndFillPolicy() {
        Scripted script = Scripted.of("");
        assertThat(Backtest.columns(script.spec(0, 0, FillPolicy.NEXT_OPEN)))
                .containsExactlyInAnyOrder(BarColumn.OPEN, BarColumn.CLOSE);
        assertThat(Backtest.columns(script.spec(0, 0, FillPolicy.SAME_CLOSE))).containsExactly(BarColumn.CLOSE);
    }

    private static void assertNotTestable(Bars bars, String from, String to, String message) {
        TimeRange range = new TimeRange(TestBars.at(from), TestBars.at(to));
        assertThatThrownBy(() -> Backtest.run(bars, Scripted.of("").spec(ExecutionSettings.DEFAULT, range)))
                .isInstanceOf(NotTestableException.class)
                .hasMessage(message);
    }

    private static String reason(Bars bars, Strategy strategy, Map<String, String> parameters) {
        CoinResult result = Backtest.run(
                bars,
                new BacktestSpec(
                        strategy, Parameters.of(strategy, parameters), ExecutionSettings.DEFAULT, TimeRange.ALL));
        return String.valueOf(result.noTradeReason());
    }

    private static long[] days(String from, int count) {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = TestBars.at(from) + i * Interval.D1.millis();
        }
        return times;
    }
}
