package io.alphaforge.ui.performance;

import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Columns.Heading;
import io.alphaforge.ui.kit.TableText;
import io.alphaforge.ui.kit.TimeText;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Queries that took long, with what called them. */
final class SlowQueryTable {
    private final TableView<SlowQuery> table = new TableView<>();
    private final ObservableList<SlowQuery> queries = FXCollections.observableArrayList();

    SlowQueryTable(TimeText times) {
        table.setId("performance-queries");
        table.setAccessibleText("Slow queries");
        TableColumn<SlowQuery, Long> time =
                Columns.time(new Heading("Time", "When it began."), 140, SlowQuery::time, times::minute);
        TableColumn<SlowQuery, Double> took =
                Columns.figure(new Heading("Took, ms", "From sending it to its last row."), 0, 88, SlowQuery::millis);
        TableColumn<SlowQuery, String> caller = Columns.sentence(
                new Heading("Called by", "Class and method, then the file of the statement."), 344, SlowQuery::caller);
        TableColumn<SlowQuery, String> query = Columns.sentence(
                new Heading("Query", "Its text; values are left out."),
                600,
                s -> s.query()
                        .replaceAll("(?m)^\\s*--.*$", "")
                        .replaceAll("\\s+", " ")
                        .strip());
        table.getColumns().setAll(List.of(time, took, caller, query));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(26);
        table.setPlaceholder(new Label("No query was slow."));
        SortedList<SlowQuery> sorted = new SortedList<>(queries);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        TableText.install(table);
    }

    void show(List<SlowQuery> now) {
        if (!now.equals(queries)) {
            queries.setAll(now);
        }
    }

    List<SlowQuery> shown() {
        return List.copyOf(table.getItems());
    }

    TableView<SlowQuery> node() {
        return table;
    }
}
