package io.alphaforge.ui.coin;

import static io.alphaforge.ui.coin.Figure.plain;

import io.alphaforge.metrics.Statistics;
import io.alphaforge.metrics.Statistics.Returns;
import io.alphaforge.metrics.Statistics.Risk;
import io.alphaforge.metrics.Statistics.TradeStatistics;
import io.alphaforge.ui.kit.Formats;
import java.util.List;

/** Every statistic of a backtest with its definition. */
final class StatisticFigures {
    private StatisticFigures() {}

    /** Returns, risk and trades. */
    static List<Figure.Group> of(Statistics statistics) {
        return List.of(
                new Figure.Group("Returns", returns(statistics.returns())),
                new Figure.Group("Risk", risk(statistics.risk())),
                new Figure.Group("Trades", trades(statistics.trades())));
    }

    private static List<Figure> returns(Returns r) {
        return List.of(
                change(
                        "Total return",
                        r.totalReturnPct(),
                        "Equity at the last close over the starting capital, minus 1."),
                change(
                        "Buy & hold",
                        r.buyAndHoldReturnPct(),
                        "Last close over first close of the range, minus 1: what holding the coin would have earned,"
                                + " without fees."),
                change("Excess return", r.excessReturnPct(), "Total return minus buy & hold, in percentage points."),
                change(
                        "CAGR",
                        r.cagrPct(),
                        "Compound annual growth rate of equity; – when the range is shorter than 30 days."),
                plain(
                        "Final value",
                        Formats.number(r.finalValue(), 2),
                        "Equity at the last close, in the quote asset; an open position counts at that close."),
                plain(
                        "Equity peak",
                        Formats.number(r.equityPeak(), 2),
                        "Highest equity at a close, in the quote asset; the starting capital counts too."));
    }

    private static List<Figure> risk(Risk r) {
        return List.of(
                plain(
                        "Max drawdown",
                        Formats.percent(r.maxDrawdownPct(), 2),
                        "Deepest fall of equity at a close below its earlier peak; the starting capital is the first"
                                + " peak."),
                plain(
                        "Longest drawdown",
                        days(r.maxDrawdownDays()),
                        "Longest time from a peak of equity to its recovery or to the end."),
                plain(
                        "Volatility",
                        Formats.percent(r.volatilityAnnPct(), 2),
                        "Standard deviation of the daily returns of equity, times √365."),
                plain(
                        "Sharpe ratio",
                        Formats.number(r.sharpeRatio(), 2),
                        "Mean over standard deviation of the daily returns, times √365, with a risk-free rate of 0; –"
                                + " where the deviation is 0."),
                plain(
                        "Sortino ratio",
                        Formats.number(r.sortinoRatio(), 2),
                        "Mean of the daily returns over their downside deviation, times √365; – without a losing day."),
                plain(
                        "Calmar ratio",
                        Formats.number(r.calmarRatio(), 2),
                        "CAGR over the size of the maximum drawdown."),
                plain(
                        "Exposure",
                        Formats.percent(r.exposurePct(), 1),
                        "Share of the bars of the range that close while in position."));
    }

    private static List<Figure> trades(TradeStatistics t) {
        return List.of(
                plain(
                        "Closed trades",
                        Formats.count(t.numTrades()),
                        "Trades that were left. The figures below are about these alone."),
                plain(
                        "Open trades",
                        Formats.count(t.openTrades()),
                        "Positions still held at the end: they count in equity, not in the figures of trades."),
                plain(
                        "Win rate",
                        Formats.percent(t.winRatePct(), 1),
                        "Share of closed trades with a net profit above 0; – without closed trades."),
                plain(
                        "Profit factor",
                        Formats.number(t.profitFactor(), 2),
                        "Sum of net profits over the sum of net losses, in money; – without a losing trade."),
                change(
                        "Average trade",
                        t.avgTradePct(),
                        "Mean return of a trade (expectancy): net profit over what the entry cost, its fee included."),
                change("Best trade", t.bestTradePct(), "Highest return of a trade."),
                change("Worst trade", t.worstTradePct(), "Lowest return of a trade."),
                plain("Average time", days(t.avgTradeDays()), "Mean time from entry fill to exit fill."),
                plain("Longest time", days(t.maxTradeDays()), "Longest time from entry fill to exit fill."),
                plain(
                        "SQN",
                        Formats.number(t.sqn(), 2),
                        "System quality number: √n times mean over standard deviation of the net profits, in money."),
                plain(
                        "Kelly",
                        Formats.number(t.kelly(), 2),
                        "Kelly share W − (1 − W) / (mean win / mean loss), W being the share of winning trades."),
                plain(
                        "Fees paid",
                        Formats.number(t.feesPaid(), 2),
                        "All fees in the quote asset, those of an open position's entry included."));
    }

    private static Figure change(String name, double percent, String definition) {
        return new Figure(name, Formats.changePercent(percent), definition, Formats.direction(percent, 2));
    }

    private static String days(double days) {
        return Double.isFinite(days) ? Formats.number(days, 1) + " d" : Formats.UNDEFINED;
    }
}
