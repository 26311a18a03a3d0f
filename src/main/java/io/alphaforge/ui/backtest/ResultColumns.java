package io.alphaforge.ui.backtest;

import io.alphaforge.metrics.Statistics.Returns;
import io.alphaforge.metrics.Statistics.Risk;
import io.alphaforge.metrics.Statistics.TradeStatistics;
import io.alphaforge.run.Origin;
import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.kit.ColumnChooser;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.Painters;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;

/** The columns of the table of results, each with the definition of its figure. */
final class ResultColumns {
    private final List<TableColumn<ResultRow, ?>> results = List.of(
            id("symbol", symbol()),
            id(
                    "return",
                    Columns.change(
                            new Heading(
                                    "Return %",
                                    "Total return: equity at the last close over the starting capital, minus 1, in"
                                            + " percent."),
                            2,
                            104,
                            r -> returns(r).totalReturnPct())),
            id(
                    "buy-and-hold",
                    Columns.change(
                            new Heading(
                                    "Buy & hold %",
                                    "Last close over first close of the range, minus 1, in percent: what holding the"
                                            + " coin would have earned, without fees."),
                            2,
                            120,
                            r -> returns(r).buyAndHoldReturnPct())),
            id(
                    "excess",
                    Columns.change(
                            new Heading("Excess %", "Total return minus buy & hold, in percentage points."),
                            2,
                            104,
                            r -> returns(r).excessReturnPct())),
            id(
                    "final-value",
                    Columns.figure(
                            new Heading(
                                    "Final value",
                                    "Equity at the last close, in the quote asset; an open position counts at that"
                                            + " close."),
                            2,
                            112,
                            r -> returns(r).finalValue())));
    private final List<TableColumn<ResultRow, ?>> risk = List.of(
            id(
                    "trades",
                    Columns.count(
                            new Heading(
                                    "Trades",
                                    "Closed trades. A position still open at the end counts in the return only."),
                            68,
                            r -> trades(r).numTrades())),
            id(
                    "win-rate",
                    Columns.figure(
                            new Heading(
                                    "Win %",
                                    "Win rate: share of closed trades with a net profit above 0; – without closed"
                                            + " trades."),
                            1,
                            68,
                            r -> trades(r).winRatePct())),
            id(
                    "max-drawdown",
                    Columns.figure(
                            new Heading(
                                    "Max DD %",
                                    "Maximum drawdown: deepest fall of equity below its earlier peak, in percent, at"
                                            + " most 0."),
                            2,
                            84,
                            r -> risk(r).maxDrawdownPct())),
            id(
                    "sharpe",
                    Columns.figure(
                            new Heading(
                                    "Sharpe",
                                    "Sharpe ratio: mean over standard deviation of the daily returns, times √365, with"
                                            + " a risk-free rate of 0; – where the deviation is 0."),
                            2,
                            72,
                            r -> risk(r).sharpeRatio())),
            id(
                    "profit-factor",
                    Columns.figure(
                            new Heading(
                                    "Profit factor",
                                    "Sum of net profits over the sum of net losses, in money; – without a losing"
                                            + " trade."),
                            2,
                            100,
                            r -> trades(r).profitFactor())),
            id(
                    "exposure",
                    Columns.figure(
                            new Heading("Exposure %", "Share of bars that close while in position."),
                            1,
                            92,
                            r -> risk(r).exposurePct())));
    private final List<TableColumn<ResultRow, ?>> data;

    /** Columns for one table; days are written by {@code times}. */
    ResultColumns(TimeText times) {
        data = List.of(
                id(
                        "bars",
                        Columns.count(
                                new Heading("Bars", "Bars in the range."),
                                72,
                                r -> r.result().bars())),
                id(
                        "from",
                        Columns.bar(
                                new Heading("From", "Day on which the first bar of the range opens."),
                                96,
                                r -> r.result().from(),
                                ResultRow::interval,
                                times::day)),
                id(
                        "to",
                        Columns.bar(
                                new Heading("To", "Day on which the last bar of the range opens."),
                                96,
                                r -> r.result().to(),
                                ResultRow::interval,
                                times::day)),
                id(
                        "quality",
                        Columns.quality(
                                new Heading(
                                        "Quality",
                                        "Quality of the whole stored series from 0 to 100: missing, rejected and"
                                                + " duplicate bars, bars without trading, and jumps over 50 % lower"
                                                + " it."),
                                112,
                                ResultRow::qualityScore)),
                id("origin", origin()),
                id(
                        "time",
                        Columns.figure(
                                new Heading(
                                        "Time ms",
                                        "How long the simulation took in milliseconds, when it was computed."),
                                2,
                                76,
                                ResultRow::computeMs)),
                id("note", note()));
    }

    /** All columns in their order on screen. */
    List<TableColumn<ResultRow, ?>> all() {
        TableColumn<ResultRow, ?> finalValue = results.getLast();
        return Stream.of(results.subList(0, results.size() - 1), risk, List.of(finalValue), data)
                .<TableColumn<ResultRow, ?>>flatMap(List::stream)
                .toList();
    }

    /** The columns by subject. */
    List<ColumnChooser.Group> groups() {
        return List.of(
                new ColumnChooser.Group("Result", results),
                new ColumnChooser.Group("Trades and risk", risk),
                new ColumnChooser.Group("Data and origin", data));
    }

    private static <T> TableColumn<ResultRow, T> id(String id, TableColumn<ResultRow, T> column) {
        column.setId(id);
        return column;
    }

    private static TableColumn<ResultRow, String> symbol() {
        return Columns.symbol(
                new Heading("Coin", "Symbol of the coin. The tag DEMO marks synthetic bars."),
                152,
                ResultRow::symbol,
                ResultRow::synthetic,
                row -> false);
    }

    private static TableColumn<ResultRow, Origin> origin() {
        TableColumn<ResultRow, Origin> column = Columns.column(
                new Heading(
                        "Origin",
                        "Cached: answered by an earlier run with the same bars, parameters and settings. Fresh:"
                                + " computed in this run, and why no earlier run could answer."),
                124,
                ResultRow::origin);
        Painters.set(
                column,
                Painters.text(row -> row.origin().title(), row -> row.origin().description()));
        column.getStyleClass().add("muted-column");
        return column;
    }

    private static TableColumn<ResultRow, String> note() {
        TableColumn<ResultRow, String> column = Columns.text(
                new Heading("Note", "Why nothing was traded, or which order stayed unfilled."), 440, RowFilter::noteOf);
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
