package io.alphaforge.ui.data;

import io.alphaforge.catalog.Field;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Columns.Heading;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.TableText;
import io.alphaforge.ui.kit.TimeText;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Slow queries: a table of them, and the whole of the selected one. */
final class SlowQueryPane {
    private static final List<Field<SlowQuery>> QUERY = List.of(
            Field.time("time", SlowQuery::time),
            Field.real("duration_ms", Field.Unit.MILLISECONDS, SlowQuery::millis),
            Field.text("caller", SlowQuery::caller),
            Field.text("query", SlowQuery::query));

    private final TableView<SlowQuery> table = new TableView<>();
    private final MaintenanceViewModel model;
    private final Subscription zone;

    SlowQueryPane(MaintenanceViewModel model, TimeText times) {
        this.model = model;
        table.setId("maintenance-queries");
        table.setAccessibleText("Slow queries");
        table.getColumns().setAll(columns(times));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(28);
        table.setPlaceholder(new Label("No query was slow."));
        SortedList<SlowQuery> sorted = new SortedList<>(model.queries());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        TableText.install(table);
        zone = times.zone().subscribe((was, is) -> table.refresh());
    }

    private static List<TableColumn<SlowQuery, ?>> columns(TimeText times) {
        TableColumn<SlowQuery, Long> time =
                Columns.time(new Heading("Time", "When it began."), 160, SlowQuery::time, times::minute);
        TableColumn<SlowQuery, Double> took =
                Columns.figure(new Heading("Took, ms", "From sending it to its last row."), 0, 96, SlowQuery::millis);
        TableColumn<SlowQuery, String> caller = Columns.sentence(
                new Heading("Called by", "Class and method, then the file of the statement."), 384, SlowQuery::caller);
        TableColumn<SlowQuery, String> query = Columns.sentence(
                new Heading("Query", "Its text; values are left out."),
                480,
                s -> s.query()
                        .replaceAll("(?m)^\\s*--.*$", "")
                        .replaceAll("\\s+", " ")
                        .strip());
        List.of(time, took, caller).forEach(MaintenanceColumns::steady);
        return List.of(time, took, caller, query);
    }

    /** The whole of the selected query, for which its column has no room. */
    Node whole() {
        Label text = new Label();
        text.setId("maintenance-query");
        text.getStyleClass().add("maintenance-statements");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .map(SlowQueryPane::text)
                        .orElse("Select a query to read all of it."));
        Label about = new Label();
        about.setId("maintenance-about-queries");
        about.getStyleClass().add("maintenance-note");
        about.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.isWatched() ? model.about() : "", model.queries(), model.group()));
        ScrollPane scroll = new ScrollPane(text);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("The whole query");
        scroll.getStyleClass().add("maintenance-preview");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(8, about, scroll);
        box.getStyleClass().add("maintenance-action");
        box.setMinHeight(120);
        return Controls.shown(box, model.group().map(g -> g == MaintenanceGroup.QUERIES));
    }

    private static String text(@Nullable SlowQuery query) {
        return query == null ? "" : query.query();
    }

    void export(CsvExport export) {
        export.ask(table, "query", "queries.csv", QUERY, List.copyOf(table.getItems()));
    }

    TableView<SlowQuery> table() {
        return table;
    }

    void close() {
        zone.unsubscribe();
    }
}
