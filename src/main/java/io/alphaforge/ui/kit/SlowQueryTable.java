package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.RowLook;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/**
 * Queries that took long, with what called them.
 *
 * @param <Q> a query
 */
public final class SlowQueryTable<Q> {
    private final TableView<Q> table = new TableView<>();
    private final Subscription zone;

    /**
     * What is told of a query.
     *
     * @param time when it began, UTC epoch milliseconds
     * @param caller class and method, then the statement's file where it has one
     * @param query its text
     * @param millis how long it took
     */
    public record Facts(long time, String caller, String query, double millis) {}

    /**
     * A table that shows these queries from now on.
     *
     * @param rowHeight in pixels
     * @param facts what is told of one
     */
    public SlowQueryTable(
            String id, double rowHeight, ObservableList<Q> queries, Function<Q, Facts> facts, TimeText times) {
        table.setId(id);
        table.setAccessibleText("Slow queries");
        table.getColumns().setAll(columns(facts, times));
        PaintedTable.filling(table, rowHeight, RowLook.plain(query -> {}));
        table.setPlaceholder(new Label("No query was slow."));
        SortedList<Q> sorted = new SortedList<>(queries);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        zone = times.zone().subscribe((was, is) -> table.refresh());
    }

    private static <Q> List<TableColumn<Q, ?>> columns(Function<Q, Facts> facts, TimeText times) {
        TableColumn<Q, Long> time = Columns.time(
                new Heading("Time", "When it began."),
                144,
                query -> facts.apply(query).time(),
                times::minute);
        TableColumn<Q, Double> took = Columns.figure(
                new Heading("Took, ms", "From sending it to its last row."),
                0,
                88,
                query -> facts.apply(query).millis());
        TableColumn<Q, String> caller = Columns.text(
                new Heading("Called by", "Class and method, then the file of the statement."),
                384,
                query -> facts.apply(query).caller());
        TableColumn<Q, String> text = Columns.text(
                new Heading("Query", "Its text; values are left out."),
                480,
                query -> inOneLine(facts.apply(query).query()));
        // What is left of the width belongs to the query.
        for (TableColumn<Q, ?> column : List.of(time, took, caller)) {
            column.setMinWidth(column.getPrefWidth());
            column.setMaxWidth(column.getPrefWidth());
        }
        return List.of(time, took, caller, text);
    }

    private static String inOneLine(String query) {
        return query.replaceAll("(?m)^\\s*--.*$", "").replaceAll("\\s+", " ").strip();
    }

    public TableView<Q> node() {
        return table;
    }

    /** Follows the zone no longer. */
    public void close() {
        zone.unsubscribe();
    }
}
