package io.alphaforge.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import org.junit.jupiter.api.Test;

/** Statistics worked out by hand. */
class StatisticsTest {

    @Test
    void dailyReturnsGiveVolatilitySharpeAndSortino() {
        // Bought at 100 without costs: marks 10,000, 11,000, 9,900, 9,900; returns 0, 0.1, −0.1, 0; mean 0.
        Statistics statistics = run(TestBars.closes(Interval.D1, "2024-01-01", 100, 110, 99, 99), "E...");
        assertThat(statistics.risk().volatilityAnnPct())
                .isCloseTo(Math.sqrt(0.02 / 3) * Math.sqrt(365) * 100, offset(1e-9));
        assertThat(statistics.risk().sharpeRatio()).isCloseTo(0, offset(1e-12));
        assertThat(statistics.risk().sortinoRatio()).isCloseTo(0, offset(1e-12));
        assertThat(statistics.returns().equityPeak()).isCloseTo(11_000, offset(1e-9));
        assertThat(statistics.returns().totalReturnPct()).isCloseTo(-1, offset(1e-9));
        assertThat(statistics.returns().buyAndHoldReturnPct()).isCloseTo(-1, offset(1e-9));
        assertThat(statistics.risk().maxDrawdownPct()).isCloseTo(-10, offset(1e-9));
        assertThat(statistics.risk().maxDrawdownDays()).isEqualTo(2);
    }

    @Test
    void sharpeAndSortinoOfReturnsWithAMean() {
        // Marks 10,000, 12,000, 10,800: returns 0, 0.2, −0.1; mean 1/30.
        Statistics statistics = run(TestBars.closes(Interval.D1, "2024-01-01", 100, 120, 108), "E..");
        double mean = 0.1 / 3;
        double deviation = Math.sqrt((mean * mean + Math.pow(0.2 - mean, 2) + Math.pow(-0.1 - mean, 2)) / 2);
        assertThat(statistics.risk().sharpeRatio()).isCloseTo(mean / deviation * Math.sqrt(365), offset(1e-9));
        assertThat(statistics.risk().sortinoRatio())
                .isCloseTo(mean / Math.sqrt(0.01 / 3) * Math.sqrt(365), offset(1e-9));
    }

    @Test
    void hoursOfADayAreOneReturnAndDaysWithoutBarsCarry() {
        long[] times = {
            TestBars.at("2024-01-01T22:00:00Z"),
            TestBars.at("2024-01-01T23:00:00Z"),
            TestBars.at("2024-01-02T00:00:00Z"),
            TestBars.at("2024-01-05T07:00:00Z")
        };
        double[] closes = {100, 110, 121, 242};
        Bars bars = TestBars.of(Interval.H1, times, closes.clone(), closes);
        // Days: 11,000, 12,100, carried, carried, 24,200: returns 0.1, 0.1, 0, 0, 1; mean 0.24.
        Statistics statistics = run(bars, "E...");
        double deviation = Math.sqrt((2 * Math.pow(0.14, 2) + 2 * Math.pow(0.24, 2) + Math.pow(0.76, 2)) / 4);
        assertThat(statistics.risk().sharpeRatio()).isCloseTo(0.24 / deviation * Math.sqrt(365), offset(1e-9));
        assertThat(statistics.risk().sortinoRatio()).isNaN();
    }

    @Test
    void weeksGiveOneReturnEachAnnualisedByTheirLength() {
        Statistics statistics = run(TestBars.closes(Interval.W1, "2024-01-01", 100, 110, 99), "E..");
        // Returns 0, 0.1, −0.1.
        assertThat(statistics.risk().volatilityAnnPct()).isCloseTo(0.1 * Math.sqrt(365 / 7.0) * 100, offset(1e-9));
    }

    @Test
    void growthRateIsUndefinedBelowThirtyDays() {
        double[] closes = new double[30];
        java.util.Arrays.fill(closes, 100);
        closes[29] = 110;
        Statistics thirty = run(TestBars.closes(Interval.D1, "2024-01-01", closes), "E");
        assertThat(thirty.returns().cagrPct()).isCloseTo((Math.pow(1.1, 365 / 30.0) - 1) * 100, offset(1e-9));
        Statistics fewer =
                run(TestBars.closes(Interval.D1, "2024-01-01", java.util.Arrays.copyOfRange(closes, 1, 30)), "E");
        assertThat(fewer.returns().cagrPct()).isNaN();
        assertThat(fewer.risk().calmarRatio()).isNaN();
    }

    @Test
    void calmarIsGrowthOverDeepestFall() {
        double[] closes = new double[365];
        java.util.Arrays.fill(closes, 100);
        closes[100] = 80;
        closes[364] = 120;
        Statistics statistics = run(TestBars.closes(Interval.D1, "2023-01-01", closes), "E");
        assertThat(statistics.returns().cagrPct()).isCloseTo(20, offset(1e-9));
        assertThat(statistics.risk().maxDrawdownPct()).isCloseTo(-20, offset(1e-9));
        assertThat(statistics.risk().calmarRatio()).isCloseTo(1, offset(1e-9));
        // From the close of the day before the fall to the recovery on the day after.
        assertThat(statistics.risk().maxDrawdownDays()).isEqualTo(2);
    }

    @Test
    void fallFromTheStartingCapitalCountsFromTheFirstOpen() {
        Statistics statistics = run(TestBars.closes(Interval.D1, "2024-01-01", 100, 90, 95), "E..", 0.01);
        assertThat(statistics.risk().maxDrawdownDays()).isEqualTo(3);
        assertThat(statistics.returns().equityPeak()).isEqualTo(10_000);
    }

    @Test
    void tradesGiveWinRateProfitFactorSqnAndKelly() {
        // +20 % of 10,000, −10 % of 12,000, +25 % of 10,800: profits 2,000, −1,200, 2,700.
        Statistics.TradeStatistics trades = run(
                        TestBars.closes(Interval.D1, "2024-01-01", 100, 120, 100, 90, 100, 125), "ELELEL")
                .trades();
        assertThat(trades.numTrades()).isEqualTo(3);
        assertThat(trades.openTrades()).isZero();
        assertThat(trades.winRatePct()).isCloseTo(200 / 3.0, offset(1e-9));
        assertThat(trades.bestTradePct()).isCloseTo(25, offset(1e-9));
        assertThat(trades.worstTradePct()).isCloseTo(-10, offset(1e-9));
        assertThat(trades.avgTradePct()).isCloseTo(35 / 3.0, offset(1e-9));
        assertThat(trades.avgTradeDays()).isEqualTo(1);
        assertThat(trades.maxTradeDays()).isEqualTo(1);
        assertThat(trades.profitFactor()).isCloseTo(4_700 / 1_200.0, offset(1e-9));
        double mean = 3_500 / 3.0;
        double deviation =
                Math.sqrt((Math.pow(2_000 - mean, 2) + Math.pow(-1_200 - mean, 2) + Math.pow(2_700 - mean, 2)) / 2);
        assertThat(trades.sqn()).isCloseTo(Math.sqrt(3) * mean / deviation, offset(1e-9));
        assertThat(trades.kelly()).isCloseTo(2 / 3.0 - (1 / 3.0) / (2_350 / 1_200.0), offset(1e-9));
        assertThat(trades.feesPaid()).isZero();
    }

    @Test
    void ratiosWithoutLossesAreUndefined() {
        Statistics.TradeStatistics trades =
                run(TestBars.closes(Interval.D1, "2024-01-01", 100, 120), "EL").trades();
        assertThat(trades.winRatePct()).isEqualTo(100);
        assertThat(trades.profitFactor()).isNaN();
        assertThat(trades.kelly()).isNaN();
        assertThat(trades.sqn()).isNaN();
    }

    @Test
    void feesLowerTheReturnOfATradeAndAddUp() {
        Statistics.TradeStatistics trades = run(TestBars.closes(Interval.D1, "2024-01-01", 100, 120), "EL", 0.01)
                .trades();
        double units = 10_000 / 101.0;
        double fees = units * 1 + units * 1.2;
        assertThat(trades.feesPaid()).isCloseTo(fees, offset(1e-9));
        assertThat(trades.bestTradePct()).isCloseTo((units * 20 - fees) / 10_000 * 100, offset(1e-9));
    }

    @Test
    void flatCoinWithoutCostsHasNoReturnNoRiskAndNoDrawdown() {
        double[] closes = new double[200];
        java.util.Arrays.fill(closes, 0.3);
        Statistics statistics = run(TestBars.closes(Interval.D1, "2024-01-01", closes), "EL.".repeat(66));
        assertThat(statistics.risk().volatilityAnnPct()).isZero();
        assertThat(statistics.risk().sharpeRatio()).isNaN();
        assertThat(statistics.risk().sortinoRatio()).isNaN();
        assertThat(statistics.risk().maxDrawdownPct()).isZero();
        assertThat(statistics.risk().maxDrawdownDays()).isZero();
        assertThat(statistics.risk().calmarRatio()).isNaN();
        assertThat(statistics.trades().winRatePct()).isZero();
    }

    @Test
    void nothingTradedLeavesCapitalAndUndefinedTradeStatistics() {
        Statistics statistics = run(TestBars.closes(Interval.D1, "2024-01-01", 1, 2, 3), "...");
        assertThat(statistics.returns().finalValue()).isEqualTo(10_000);
        assertThat(statistics.returns().excessReturnPct()).isEqualTo(-200);
        assertThat(statistics.risk().exposurePct()).isZero();
        assertThat(statistics.trades().avgTradePct()).isNaN();
        assertThat(statistics.trades().avgTradeDays()).isNaN();
    }

    private static Statistics run(Bars bars, String script) {
        return run(bars, script, 0);
    }

    private static Statistics run(Bars bars, String script, double fee) {
        return Backtest.run(bars, Scripted.of(script).spec(fee, 0, FillPolicy.SAME_CLOSE))
                .statistics();
    }
}
