package io.alphaforge.ui.performance;

import io.alphaforge.telemetry.Phase;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.TableMemory;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.RowLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What runs took, a row each. */
final class RunTimesTable {
    private final TableView<RunTimes> table = new TableView<>();
    private boolean showing;

    RunTimesTable(PerformanceViewModel model, Desk desk) {
        table.setId("performance-runs");
        table.setAccessibleText("What runs took");
        table.getColumns().setAll(columns(desk));
        PaintedTable.install(table, 26, RowLook.plain(run -> {}));
        table.setPlaceholder(new Label("No run in this span."));
        SortedList<RunTimes> sorted = new SortedList<>(model.runs());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        TableMemory.of(table, desk.preferences(), "performance");
        table.getSelectionModel().selectedItemProperty().addListener((observable, was, is) -> {
            if (!showing) {
                model.selected().set(is);
            }
        });
    }

    private static List<TableColumn<RunTimes, ?>> columns(Desk desk) {
        Heading started = new Heading("Started", "When the run began.");
        Heading what = new Heading("Strategy", "What was tested, and the interval of its bars.");
        Heading universe = new Heading("Universe", "Which coins.");
        Heading bars = new Heading("Bars", "Bars of all results.");
        Heading status = new Heading("Status", "How it ended.");
        List<TableColumn<RunTimes, ?>> columns = new ArrayList<>();
        add(columns, "started", Columns.time(started, 144, RunTimes::startedAt, desk.times()::minute));
        add(columns, "strategy", Columns.text(what, 124, RunTimesTable::work));
        add(columns, "universe", Columns.text(universe, 84, r -> r.work().universe()));
        count(columns, "Coins", 52, "Coins with a result.", r -> r.amount().completed());
        count(
                columns,
                "Cached",
                62,
                "Results that kept rows answered.",
                r -> r.amount().cached());
        count(columns, "Failed", 56, "Coins without a result.", r -> r.amount().failed());
        add(columns, "bars", Columns.compact(bars, 90, r -> r.amount().bars()));
        figure(
                columns,
                "Took, ms",
                74,
                "From the start to the last result, without pauses.",
                r -> r.took().millis());
        figure(
                columns,
                "First, ms",
                72,
                "From the start to the first result.",
                r -> r.took().firstResultMs());
        figure(columns, "Coins/s", 64, "Results for each second.", RunTimes::coinsPerSecond);
        for (Phase phase : Phase.values()) {
            int width = switch (phase) {
                case PLAN -> 48;
                case READ -> 54;
                case COMPUTE -> 74;
                case CACHE -> 58;
                case SCREEN -> 62;
            };
            figure(
                    columns,
                    phase.title(),
                    width,
                    phase.definition() + " In milliseconds of busy time, summed over threads.",
                    r -> r.phases().of(phase));
        }
        add(columns, "status", Columns.text(status, 80, RunTimes::status));
        return columns;
    }

    private static String work(RunTimes run) {
        return run.work().strategy() + " " + run.work().interval();
    }

    private static void count(
            List<TableColumn<RunTimes, ?>> columns,
            String title,
            int width,
            String definition,
            ToLongFunction<RunTimes> getter) {
        add(columns, title, Columns.count(new Heading(title, definition), width, getter));
    }

    private static void figure(
            List<TableColumn<RunTimes, ?>> columns,
            String title,
            int width,
            String definition,
            ToDoubleFunction<RunTimes> getter) {
        add(columns, title, Columns.figure(new Heading(title, definition), 0, width, getter));
    }

    private static void add(List<TableColumn<RunTimes, ?>> columns, String id, TableColumn<RunTimes, ?> column) {
        // The id is kept among the user's choices, where it must be one word.
        column.setId(id.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"));
        columns.add(column);
    }

    TableView<RunTimes> node() {
        return table;
    }

    /** Marks the run that is looked at. */
    void mark(@Nullable RunTimes run) {
        showing = true;
        try {
            if (run == null) {
                table.getSelectionModel().clearSelection();
            } else if (!run.equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(run);
            }
        } finally {
            showing = false;
        }
    }

    /** Brings the marked run into view. */
    void reveal() {
        int index = table.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            table.scrollTo(Math.max(0, index - 2));
        }
    }
}
