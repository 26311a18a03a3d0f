package io.alphaforge.metrics;

/**
 * The trading statistics of one coin. Percentages are of 100; NaN stands for a ratio without a defined value, shown as
 * "–" and written as null. Definitions are those of the user reference, {@code src/docs/reference.md}.
 */
public record Statistics(Returns returns, Risk risk, TradeStatistics trades) {

    /**
     * What was earned.
     *
     * @param finalValue equity at the last close, in the quote asset
     * @param equityPeak highest equity at a close, the starting capital included
     * @param totalReturnPct final value over capital − 1
     * @param buyAndHoldReturnPct last close over first close of the range − 1
     * @param excessReturnPct total return − buy and hold, in percentage points
     * @param cagrPct compound annual growth rate; NaN under 30 days
     */
    public record Returns(
            double finalValue,
            double equityPeak,
            double totalReturnPct,
            double buyAndHoldReturnPct,
            double excessReturnPct,
            double cagrPct) {}

    /**
     * What it took.
     *
     * @param volatilityAnnPct sample standard deviation of the periodic returns, annualised
     * @param sharpeRatio mean over standard deviation, annualised, risk-free rate 0
     * @param sortinoRatio mean over downside deviation, annualised
     * @param maxDrawdownPct deepest fall of equity below its earlier peak, at most 0
     * @param maxDrawdownDays longest time from a peak to its recovery or the end
     * @param calmarRatio CAGR over |max drawdown|
     * @param exposurePct share of bars closed in position
     */
    public record Risk(
            double volatilityAnnPct,
            double sharpeRatio,
            double sortinoRatio,
            double maxDrawdownPct,
            double maxDrawdownDays,
            double calmarRatio,
            double exposurePct) {}

    /**
     * The closed trades.
     *
     * @param numTrades closed trades
     * @param openTrades positions open at the end: 0 or 1
     * @param winRatePct share of closed trades with net profit above 0
     * @param bestTradePct highest return of a trade
     * @param worstTradePct lowest return of a trade
     * @param avgTradePct mean return of a trade (expectancy)
     * @param avgTradeDays mean time from entry to exit fill
     * @param maxTradeDays longest time from entry to exit fill
     * @param profitFactor sum of net profits over |sum of net losses|
     * @param sqn system quality number: √n · mean / σ of net profit
     * @param kelly W − (1 − W) / (mean win / |mean loss|)
     * @param feesPaid all fees, those of an open position's entry included
     */
    public record TradeStatistics(
            int numTrades,
            int openTrades,
            double winRatePct,
            double bestTradePct,
            double worstTradePct,
            double avgTradePct,
            double avgTradeDays,
            double maxTradeDays,
            double profitFactor,
            double sqn,
            double kelly,
            double feesPaid) {}
}
