package io.alphaforge.ui.runs;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.ReturnSummary.Extreme;
import io.alphaforge.run.RunSummary;
import io.alphaforge.ui.kit.ColumnChooser.Group;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.SpecWords;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.Ink;
import io.alphaforge.ui.kit.table.Painters;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.feather.Feather;

/** The columns of the archive. */
final class ArchiveColumns {
    private final TableColumn<Header, Long> when;
    private final TableColumn<Header, String> name;
    private final List<TableColumn<Header, ?>> what;
    private final List<TableColumn<Header, ?>> outcome;
    private final List<TableColumn<Header, ?>> execution;

    ArchiveColumns(TimeText times) {
        when = id(
                "when",
                Columns.time(
                        new Heading("Started", "When the run began, in the zone that the window shows."),
                        144,
                        Header::startedAt,
                        times::minute));
        when.setSortType(TableColumn.SortType.DESCENDING);
        name = id(
                "name",
                Columns.text(new Heading("Name", "Your own name for the run; F2 changes it."), 100, Header::name));
        Painters.set(name, Painters.strong(Header::name));
        what = List.of(
                when,
                name,
                id(
                        "strategy",
                        Columns.text(
                                new Heading("Strategy", "The strategy with its parameters."),
                                196,
                                run -> SpecWords.strategy(run.spec().backtest()))),
                id(
                        "universe",
                        Columns.text(
                                new Heading("Universe", "Which coins were asked for."),
                                76,
                                run -> SpecWords.universe(run.spec().universe()))),
                id("interval", interval()));
        outcome = List.of(
                id("status", status()),
                id("coins", coins()),
                id(
                        "average",
                        returns(
                                "Avg. %",
                                "Average total return of the coins in percent.",
                                r -> r.returns().average())),
                id(
                        "median",
                        returns(
                                "Median %",
                                "Median total return of the coins in percent.",
                                r -> r.returns().median())),
                id("best", extreme("Best %", "Highest total return of a coin in percent.", r -> best(r).value())),
                id("worst", extreme("Worst %", "Lowest total return of a coin in percent.", r -> worst(r).value())),
                id(
                        "profitable",
                        Columns.figure(
                                new Heading("Profit %", "Share of the coins with a total return above 0, in percent."),
                                1,
                                72,
                                r -> r.returns().profitablePct())),
                id("duration", duration("Took", "From the start to the last result.", RunSummary::elapsedMs)));
        execution = List.of(
                id(
                        "range",
                        Columns.text(
                                new Heading("Range", "The bars that were tested."),
                                176,
                                run -> RunWords.range(run.spec().backtest().range(), times))),
                id(
                        "fill",
                        Columns.text(
                                new Heading("Fill", "At which price a signal was filled."),
                                88,
                                run -> execution(run).fill().code())),
                id(
                        "failed",
                        count("Failed", "Coins without a result; opening the run shows why.", 60, RunSummary::failed)),
                id("cached", count("Cached", "Results that an earlier run answered.", 64, RunSummary::cached)),
                id(
                        "first-result",
                        duration("First result", "From the start to the first result.", RunSummary::firstResultMs)),
                hidden(id(
                        "capital",
                        Columns.figure(
                                new Heading("Capital", "Starting cash of every coin, in its quote asset."),
                                0,
                                80,
                                run -> execution(run).capital()))),
                hidden(id(
                        "fee",
                        Columns.figure(
                                new Heading("Fee %", "Charged on the traded value, on both sides, in percent."),
                                3,
                                64,
                                run -> execution(run).fee() * 100))),
                hidden(id(
                        "slippage",
                        Columns.figure(
                                new Heading("Slippage %", "By how much fills are worse than the price, in percent."),
                                3,
                                88,
                                run -> execution(run).slippage() * 100))),
                hidden(id(
                        "best-coin",
                        Columns.text(
                                new Heading("Best coin", "The coin with the highest total return."),
                                112,
                                run -> coin(best(run))))),
                hidden(id(
                        "worst-coin",
                        Columns.text(
                                new Heading("Worst coin", "The coin with the lowest total return."),
                                112,
                                run -> coin(worst(run))))));
    }

    List<TableColumn<Header, ?>> all() {
        return Stream.of(what, outcome, execution).flatMap(List::stream).toList();
    }

    List<Group> groups() {
        return List.of(new Group("Run", what), new Group("Outcome", outcome), new Group("Details", execution));
    }

    /** Sorts newest first when nothing else is chosen. */
    TableColumn<Header, Long> when() {
        return when;
    }

    /** The one whose cells are typed into. */
    TableColumn<Header, String> name() {
        return name;
    }

    private static <T> TableColumn<Header, T> id(String id, TableColumn<Header, T> column) {
        column.setId(id);
        return column;
    }

    private static TableColumn<Header, ?> interval() {
        TableColumn<Header, ?> column = Columns.column(
                new Heading("Bars", "Interval of the bars."),
                52,
                run -> run.spec().interval());
        return column;
    }

    private static TableColumn<Header, RunSummary.Status> status() {
        TableColumn<Header, RunSummary.Status> column = Columns.column(
                new Heading(
                        "Status",
                        "Finished: every coin was answered or failed. Cancelled: stopped by the user. Broken: the"
                                + " database could be read no further. The rows done by then are kept."),
                96,
                run -> run.summary().status());
        Painters.set(
                column,
                Painters.sign(
                        run -> RunWords.status(run.summary().status()),
                        run -> icon(run.summary().status()),
                        run -> signInk(run.summary().status()),
                        run -> wordInk(run.summary().status())));
        return column;
    }

    private static TableColumn<Header, Double> coins() {
        TableColumn<Header, Double> column = Columns.count(
                new Heading("Coins", "Coins with a result, of those of the universe."),
                84,
                run -> run.summary().completed());
        Painters.set(
                column,
                Painters.figure(run -> Formats.count(run.summary().completed()) + " / "
                        + Formats.count(run.summary().total())));
        return column;
    }

    private static TableColumn<Header, Double> count(
            String title, String definition, double width, ToDoubleFunction<RunSummary> getter) {
        return Columns.count(new Heading(title, definition), width, run -> (long) getter.applyAsDouble(run.summary()));
    }

    private static TableColumn<Header, Double> returns(
            String title, String definition, ToDoubleFunction<Header> getter) {
        return Columns.change(new Heading(title, definition), 2, 96, getter);
    }

    private static TableColumn<Header, Double> extreme(
            String title, String definition, ToDoubleFunction<Header> getter) {
        return Columns.change(new Heading(title, definition), 1, 92, getter);
    }

    private static TableColumn<Header, Double> duration(
            String title, String definition, ToDoubleFunction<RunSummary> getter) {
        TableColumn<Header, Double> column =
                Columns.figure(new Heading(title, definition), 0, 80, run -> getter.applyAsDouble(run.summary()));
        Painters.set(column, Painters.figure(run -> duration(getter.applyAsDouble(run.summary()))));
        return column;
    }

    private static ExecutionSettings execution(Header run) {
        return run.spec().backtest().execution();
    }

    private static Extreme best(Header run) {
        return run.returns().best();
    }

    private static Extreme worst(Header run) {
        return run.returns().worst();
    }

    private static String coin(Extreme extreme) {
        return extreme.symbol().isEmpty() ? Formats.UNDEFINED : extreme.symbol();
    }

    private static <T> TableColumn<Header, T> hidden(TableColumn<Header, T> column) {
        column.setVisible(false);
        return column;
    }

    /** Milliseconds, written as people say a duration. */
    private static String duration(double millis) {
        if (!Double.isFinite(millis)) {
            return Formats.UNDEFINED;
        }
        return millis < 1000
                ? Formats.number(millis, 0) + " ms"
                : Formats.duration(Duration.ofMillis(Math.round(millis)));
    }

    private static Feather icon(RunSummary.Status status) {
        return switch (status) {
            case FINISHED -> Feather.CHECK;
            case CANCELLED -> Feather.SLASH;
            case BROKEN -> Feather.ALERT_TRIANGLE;
        };
    }

    private static Ink signInk(RunSummary.Status status) {
        return switch (status) {
            case FINISHED -> Ink.UP;
            case CANCELLED -> Ink.MUTED;
            case BROKEN -> Ink.DOWN;
        };
    }

    private static Ink wordInk(RunSummary.Status status) {
        return status == RunSummary.Status.BROKEN ? Ink.DOWN : Ink.TEXT;
    }
}
