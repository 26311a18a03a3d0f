package io.alphaforge.ui.data;

import io.alphaforge.run.TimesFields;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.SlowQueryTable;
import io.alphaforge.ui.kit.TimeText;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Slow queries: a table of them, and the whole of the selected one. */
final class SlowQueryPane {
    private final SlowQueryTable<SlowQuery> table;
    private final MaintenanceViewModel model;

    SlowQueryPane(MaintenanceViewModel model, TimeText times) {
        this.model = model;
        table = new SlowQueryTable<>(
                "maintenance-queries",
                28,
                model.queries(),
                query -> new SlowQueryTable.Facts(query.time(), query.caller(), query.query(), query.millis()),
                times);
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
                .bind(table.node()
                        .getSelectionModel()
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
        export.ask(
                table.node(),
                "query",
                "queries.csv",
                TimesFields.queries(),
                List.copyOf(table.node().getItems()));
    }

    TableView<SlowQuery> table() {
        return table.node();
    }

    void close() {
        table.close();
    }
}
