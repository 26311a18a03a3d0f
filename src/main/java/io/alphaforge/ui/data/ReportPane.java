package io.alphaforge.ui.data;

import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.TightLine;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.table.RowLook;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** How an import goes on: its progress with a cancel, then how it ended, with a line for every file. */
final class ReportPane {
    private final FillViewModel model;
    private final CsvExport export;
    private final FilteredList<ReportLine> shown;
    private final TableView<ReportLine> table = new TableView<>();
    private final StackPane heading;
    private final VBox root;
    private final Subscription zone;

    ReportPane(FillViewModel model, TimeText times, CsvExport export) {
        this.model = model;
        this.export = export;
        shown = new FilteredList<>(model.reports());
        table(times);
        VBox.setVgrow(table, Priority.ALWAYS);
        ObservableValue<Boolean> reported = Bindings.isNotEmpty(model.reports()).map(is -> is);
        heading = new StackPane(progress(), outcome());
        root = new VBox(Controls.shown(table, reported), note());
        root.getStyleClass().add("report");
        zone = times.zone().subscribe((was, is) -> table.refresh());
    }

    private HBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setId("fill-progress");
        bar.setAccessibleText("Progress");
        bar.progressProperty().bind(model.fraction());
        Label text = new Label();
        text.setId("fill-progress-text");
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.text().get()
                                + (model.queued().get() == 0
                                        ? ""
                                        : "  ·  "
                                                + Formats.plural(model.queued().get(), "import") + " waiting"),
                        model.text(),
                        model.queued()));
        Button cancel = Controls.button(
                "fill-cancel", "Cancel", Feather.SQUARE, "Stop; what is stored stays (Esc)", model::cancel);
        cancel.disableProperty().bind(model.phase().map(p -> p != Phase.WORKING));
        Hints.explain(text, text.textProperty());
        HBox box = new TightLine(List.of(text), bar, text, Controls.gap(), cancel);
        box.getStyleClass().add("report-line");
        return Controls.shown(box, model.phase().map(p -> p == Phase.WORKING || p == Phase.CANCELLING));
    }

    private HBox outcome() {
        Label label = new Label();
        label.setId("fill-outcome");
        label.getStyleClass().add("report-outcome");
        label.textProperty().bind(model.outcome());
        Hints.explain(label, label.textProperty());
        CheckBox failed = new CheckBox();
        failed.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> "Failed only ("
                                + Formats.count(model.reports().stream()
                                        .filter(line -> !line.readable())
                                        .count())
                                + ")",
                        model.reports()));
        failed.setId("fill-failed-only");
        failed.setAccessibleText("Show failed files only");
        failed.setMinWidth(Region.USE_PREF_SIZE);
        failed.selectedProperty().subscribe(only -> shown.setPredicate(line -> !only || !line.readable()));
        Button csv =
                Controls.button("fill-export", "Export", Feather.DOWNLOAD, "Save this report as CSV", this::export);
        ObservableValue<Boolean> reported = Bindings.isNotEmpty(model.reports()).map(is -> is);
        HBox box = new TightLine(
                List.of(csv, label),
                label,
                Controls.shown(failed, reported),
                Controls.gap(),
                Controls.shown(csv, reported));
        box.getStyleClass().add("report-line");
        return Controls.shown(box, model.phase().map(p -> p == Phase.REPORTING || p == Phase.DONE));
    }

    /** The whole note of the selected file, for which its column may have no room. */
    private Label note() {
        Label note = new Label();
        note.setId("fill-note");
        note.getStyleClass().add("report-note");
        note.setWrapText(true);
        note.setMaxWidth(Double.MAX_VALUE);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.textProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .map(ReportLine::text)
                        .orElse(""));
        return Controls.shown(note, note.textProperty().map(text -> !text.isEmpty()));
    }

    private void table(TimeText times) {
        table.setId("fill-report");
        table.setAccessibleText("Report of every file");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(ReportColumns.of(times));
        PaintedTable.filling(table, 28, RowLook.plain(line -> {}));
        table.setPlaceholder(new Label("No file failed."));
        SortedList<ReportLine> sorted = new SortedList<>(shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    void export() {
        export.ask(root, "file", "import.csv", ReportColumns.fields(), List.copyOf(table.getItems()));
    }

    void close() {
        zone.unsubscribe();
    }

    /** How far it is, or how it ended. */
    Node heading() {
        return heading;
    }

    Node node() {
        return root;
    }
}
