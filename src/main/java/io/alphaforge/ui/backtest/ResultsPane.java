package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Escape;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.TightLine;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rows and the failures of a run in two tabs; beside the tabs what the run is of, a filter, columns and export. */
final class ResultsPane {
    private final ShownRun shown;
    private final Desk desk;
    private final ResultTable results;
    private final TextField filter = new TextField();
    private final Label asOf = new Label();
    private final StackPane root;

    ResultsPane(BacktestViewModel model, Desk desk, CsvExport export) {
        this.shown = model.shown();
        this.desk = desk;
        results = new ResultTable(model, desk, export);
        Tab rows = tab("results-tab", shown.summary().count().map(n -> title("Results", n.longValue())));
        rows.setContent(results.node());
        Tab failed = tab("failed-tab", shown.summary().failed().map(n -> title("Failed", n.longValue())));
        failed.setContent(new FailedTable(model).node());
        TabPane tabs = new TabPane(rows, failed);
        tabs.setId("result-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        root = new StackPane(tabs, tools(model));
    }

    Node node() {
        return root;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    void export() {
        results.export();
    }

    /** Writes the times again, in the zone that is chosen now. */
    void refresh() {
        results.refresh();
        long time = shown.asOf().get();
        asOf.setText(
                time == 0
                        ? ""
                        : "as of " + desk.times().minute(time) + " "
                                + desk.times().zoneName(time));
    }

    private HBox tools(BacktestViewModel model) {
        Label title = new Label();
        title.setId("run-title");
        title.textProperty().bind(shown.title());
        Tooltip whole = FormRows.tooltip("");
        whole.textProperty().bind(shown.title());
        title.setTooltip(whole);
        asOf.setId("as-of");
        asOf.getStyleClass().add("as-of");
        asOf.setMinWidth(Region.USE_PREF_SIZE);
        asOf.setTooltip(FormRows.tooltip("These rows are those of a run of the archive; run again for new ones."));
        shown.asOf().subscribe(time -> refresh());
        FormRows.showWhen(asOf, shown.asOf().map(time -> time.longValue() != 0));

        Label unverified = new Label();
        unverified.setId("unverified");
        unverified.getStyleClass().addAll("as-of", "caution");
        unverified.setMinWidth(Region.USE_PREF_SIZE);
        unverified
                .textProperty()
                .bind(shown.summary().unverified().map(n -> Formats.count(n.longValue()) + " unverified"));
        unverified.setTooltip(
                FormRows.tooltip("The server's database does not tell of changed bars, so these rows are of bars"
                        + " that have not been compared with it yet. Run again in a moment, or bring its tables up to date in the"
                        + " settings."));
        FormRows.showWhen(unverified, shown.summary().unverified().map(n -> n.intValue() > 0));

        filter.setId("result-filter");
        filter.setPromptText("Filter  (Ctrl+F)");
        filter.setAccessibleText("Filter results by coin or note");
        filter.setTooltip(FormRows.tooltip("Part of a symbol or of a note; commas separate alternatives. Esc clears."));
        filter.textProperty().bindBidirectional(model.filter().text());
        Escape.belongsTo(filter, () -> !filter.getText().isEmpty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            }
        });
        Button columns = results.chooser().node();
        columns.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        columns.getStyleClass().add("button-icon");
        columns.setTooltip(FormRows.tooltip("Choose columns."));
        Button csv = new Button("", new FontIcon(Feather.DOWNLOAD));
        csv.setId("export");
        csv.getStyleClass().add("button-icon");
        csv.setAccessibleText("Export results as CSV");
        csv.setTooltip(FormRows.tooltip("Export the rows as CSV (Ctrl+E)."));
        csv.setOnAction(e -> export());
        HBox tools =
                new TightLine(List.of(title, filter, asOf, unverified), title, asOf, unverified, filter, columns, csv);
        tools.getStyleClass().add("result-tools");
        tools.setPickOnBounds(false);
        tools.setMaxHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        StackPane.setAlignment(tools, Pos.TOP_RIGHT);
        return tools;
    }

    private static Tab tab(String id, ObservableValue<String> title) {
        Tab tab = new Tab();
        tab.setId(id);
        tab.textProperty().bind(title);
        return tab;
    }

    private static String title(String name, long count) {
        return count == 0 ? name : name + "  " + Formats.count(count);
    }
}
