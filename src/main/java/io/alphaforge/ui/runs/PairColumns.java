package io.alphaforge.ui.runs;

import io.alphaforge.metrics.Statistics;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunComparison.Pair;
import io.alphaforge.ui.kit.ColumnChooser.Group;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.table.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** The columns of two runs side by side. Headers have two lines: the figure, and the run whose it is. */
final class PairColumns {
    private final List<TableColumn<Pair, ?>> coin = new ArrayList<>();
    private final List<TableColumn<Pair, ?>> returns = new ArrayList<>();
    private final List<TableColumn<Pair, ?>> trades = new ArrayList<>();
    private final List<TableColumn<Pair, ?>> drawdown = new ArrayList<>();
    private final List<TableColumn<Pair, ?>> value = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private final TableColumn<Pair, Double> difference;

    /** A column that belongs to one run. */
    private record Named(TableColumn<Pair, ?> column, String figure, boolean first) {}

    /** @param note what to note of a coin in a few words */
    PairColumns(Function<Pair, String> note) {
        coin.add(id(
                "symbol",
                Columns.symbol(
                        new Heading("Symbol", "The coin; Enter opens it as the first run that has it saw it."),
                        152,
                        Pair::symbol,
                        pair -> pair.any().synthetic(),
                        pair -> false)));
        of(returns, "return", "Return %", "Total return in percent", PairFields::totalReturn, this::change);
        difference = difference(
                "return",
                "Return",
                "Return of the second less that of the first, in percentage points.",
                2,
                Pair::returnDifference);
        returns.add(difference);
        of(trades, "trades", "Trades", "Closed trades", PairFields::trades, this::count);
        trades.add(difference(
                "trades", "Trades", "Closed trades of the second less those of the first.", 0, Pair::tradesDifference));
        of(drawdown, "drawdown", "Max DD %", "Max drawdown in percent", PairFields::drawdown, this::figure);
        drawdown.add(difference(
                "drawdown",
                "Max DD",
                "Max drawdown of the second less that of the first, in percentage points: below 0 where the second fell"
                        + " deeper.",
                2,
                Pair::drawdownDifference));
        of(value, "final", "Final value", "What the capital became", PairFields::finalValue, this::figure);
        coin.add(id(
                "note",
                Columns.text(
                        new Heading(
                                "Note",
                                "Only in one run, and why; identical fills: both runs bought and sold the same at the same times"
                                        + " and prices; other bars: the bars have changed between the runs."),
                        152,
                        note)));
    }

    private interface Kind {
        TableColumn<Pair, Double> column(Heading heading, ToDoubleFunction<Pair> getter);
    }

    private void of(
            List<TableColumn<Pair, ?>> group,
            String id,
            String figure,
            String definition,
            ToDoubleFunction<Statistics> getter,
            Kind kind) {
        for (boolean first : new boolean[] {true, false}) {
            Function<Pair, @Nullable ResultRow> row = first ? Pair::first : Pair::second;
            TableColumn<Pair, Double> column = kind.column(
                    new Heading(figure, definition + (first ? " in the first run." : " in the second run.")),
                    pair -> PairFields.of(row.apply(pair), getter));
            group.add(id(id + (first ? "-a" : "-b"), column));
            named.add(new Named(column, figure, first));
        }
    }

    private TableColumn<Pair, Double> change(Heading heading, ToDoubleFunction<Pair> getter) {
        return Columns.change(heading, 2, 108, getter);
    }

    private TableColumn<Pair, Double> count(Heading heading, ToDoubleFunction<Pair> getter) {
        return Columns.figure(heading, 0, 92, getter);
    }

    private TableColumn<Pair, Double> figure(Heading heading, ToDoubleFunction<Pair> getter) {
        return Columns.figure(heading, 2, 96, getter);
    }

    private static TableColumn<Pair, Double> difference(
            String id, String title, String definition, int decimals, ToDoubleFunction<Pair> getter) {
        TableColumn<Pair, Double> column = Columns.change(
                new Heading(title + " difference", definition), decimals, decimals == 0 ? 84 : 108, getter);
        twoLines(column, title, "difference");
        return id(id + "-difference", column);
    }

    private static <T> TableColumn<Pair, T> id(String id, TableColumn<Pair, T> column) {
        column.setId(id);
        return column;
    }

    /** Puts the names of the runs into the headers. */
    void name(String first, String second) {
        for (Named each : named) {
            twoLines(each.column(), each.figure(), each.first() ? first : second);
        }
    }

    private static void twoLines(TableColumn<Pair, ?> column, String figure, String whose) {
        column.setText(figure + " " + whose);
        new Heading(figure + "\n" + whose, Heading.of(column).definition()).over(column);
    }

    List<TableColumn<Pair, ?>> all() {
        List<TableColumn<Pair, ?>> all = new ArrayList<>();
        all.add(coin.getFirst());
        all.addAll(returns);
        all.addAll(trades);
        all.addAll(drawdown);
        all.add(coin.getLast());
        all.addAll(value);
        return all;
    }

    List<Group> groups() {
        return List.of(
                new Group("Coin", coin),
                new Group("Return", returns),
                new Group("Trades", trades),
                new Group("Drawdown", drawdown),
                new Group("Value", value));
    }

    /** Sorts by what the second run made better when nothing else is chosen. */
    TableColumn<Pair, Double> returnDifference() {
        return difference;
    }
}
