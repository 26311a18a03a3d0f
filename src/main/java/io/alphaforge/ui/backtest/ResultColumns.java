package io.alphaforge.ui.backtest;

import io.alphaforge.metrics.Statistics.Returns;
import io.alphaforge.metrics.Statistics.Risk;
import io.alphaforge.metrics.Statistics.TradeStatistics;
import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Columns.Heading;
import io.alphaforge.ui.kit.Formats;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TableColumn;

/** The columns of the table of results, each with the definition of its figure. */
final class ResultColumns {
    private ResultColumns() {}

    static List<TableColumn<ResultRow, ?>> all() {
        return List.of(
                symbol(),
                Columns.change(
                        new Heading(
                                "Return %",
                                "Total return: equity at the last close over the starting capital, minus 1, in percent."),
                        2,
                        104,
                        r -> returns(r).totalReturnPct()),
                Columns.change(
                        new Heading(
                                "Buy & hold %",
                                "Last close over first close of the range, minus 1, in percent: what holding the coin"
                                        + " would have earned, without fees."),
                        2,
                        120,
                        r -> returns(r).buyAndHoldReturnPct()),
                Columns.change(
                        new Heading("Excess %", "Total return minus buy & hold, in percentage points."),
                        2,
                        104,
                        r -> returns(r).excessReturnPct()),
                Columns.count(
                        new Heading(
                                "Trades", "Closed trades. A position still open at the end counts in the return only."),
                        68,
                        r -> trades(r).numTrades()),
                Columns.figure(
                        new Heading(
                                "Win %",
                                "Win rate: share of closed trades with a net profit above 0; – without closed trades."),
                        1,
                        68,
                        r -> trades(r).winRatePct()),
                Columns.figure(
                        new Heading(
                                "Max DD %",
                                "Maximum drawdown: deepest fall of equity below its earlier peak, in percent, at most"
                                        + " 0."),
                        2,
                        84,
                        r -> risk(r).maxDrawdownPct()),
                Columns.figure(
                        new Heading(
                                "Sharpe",
                                "Sharpe ratio: mean over standard deviation of the daily returns, times √365, with a"
                                        + " risk-free rate of 0; – where the deviation is 0."),
                        2,
                        72,
                        r -> risk(r).sharpeRatio()),
                Columns.figure(
                        new Heading(
                                "Profit factor",
                                "Sum of net profits over the sum of net losses, in money; – without a losing trade."),
                        2,
                        100,
                        r -> trades(r).profitFactor()),
                Columns.figure(
                        new Heading("Exposure %", "Share of bars that close while in position."),
                        1,
                        92,
                        r -> risk(r).exposurePct()),
                Columns.figure(
                        new Heading(
                                "Final value",
                                "Equity at the last close, in the quote asset; an open position counts at that close."),
                        2,
                        108,
                        r -> returns(r).finalValue()),
                Columns.count(
                        new Heading("Bars", "Bars in the range."),
                        72,
                        r -> r.result().bars()),
                Columns.time(
                        new Heading("From", "UTC day on which the first bar of the range opens."),
                        96,
                        r -> r.result().from(),
                        Formats::date),
                Columns.time(
                        new Heading("To", "UTC day on which the last bar of the range opens."),
                        96,
                        r -> r.result().to(),
                        Formats::date),
                Columns.figure(
                        new Heading(
                                "Quality",
                                "Quality of the whole stored series from 0 to 100: missing, rejected and duplicate"
                                        + " bars, bars without trading, and jumps over 50 % lower it."),
                        1,
                        76,
                        ResultRow::qualityScore),
                origin(),
                Columns.figure(
                        new Heading("CPU ms", "CPU time of the simulation in milliseconds, when it was computed."),
                        2,
                        76,
                        ResultRow::computeMs),
                note());
    }

    private static TableColumn<ResultRow, String> symbol() {
        TableColumn<ResultRow, String> column = Columns.text(
                new Heading("Coin", "Symbol of the coin. The tag DEMO marks synthetic bars."), 160, ResultRow::symbol);
        column.setCellFactory(c -> new SymbolCell());
        return column;
    }

    private static TableColumn<ResultRow, String> origin() {
        TableColumn<ResultRow, String> column = Columns.text(
                new Heading(
                        "Result",
                        "Cached: answered by an earlier run with the same bars, parameters and settings. Fresh:"
                                + " computed in this run."),
                76,
                r -> r.cached() ? "cached" : "fresh");
        column.getStyleClass().add("muted-column");
        return column;
    }

    private static TableColumn<ResultRow, String> note() {
        TableColumn<ResultRow, String> column = Columns.sentence(
                new Heading("Note", "Why nothing was traded, or which order stayed unfilled."),
                360,
                r -> Objects.requireNonNullElse(r.result().noTradeReason(), ""));
        column.getStyleClass().add("muted-column");
        return column;
    }

    private static Returns returns(ResultRow row) {
        return row.result().statistics().returns();
    }

    private static Risk risk(ResultRow row) {
        return row.result().statistics().risk();
    }

    private static TradeStatistics trades(ResultRow row) {
        return row.result().statistics().trades();
    }
}
