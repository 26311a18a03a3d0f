package io.alphaforge.ui.data;

import io.alphaforge.catalog.QualityFields;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.ConfirmBar;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.EmptyState;
import io.alphaforge.ui.kit.Formats;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The stored series above, below them the gaps of the selected one or the report of the last import. */
final class DataView {
    private final Models models;
    private final Desk desk;
    private final CsvExport export;
    private final Consumer<List<Path>> importFiles;
    private final PathDialogs dialogs;
    private final SeriesTable table;
    private final TextField filter = Controls.filter("data-filter", "Filter series (Ctrl+F)");
    private final ConfirmBar confirm = new ConfirmBar("data-confirm");
    private final ToggleButton optionsToggle =
            toggle("import-options", "Options", Feather.SLIDERS, "How files are imported");
    private final ToggleButton demoToggle = toggle("demo-options", "Demo…", Feather.SHUFFLE, "Make synthetic coins");
    private final DemoForm demoForm;
    private final LowerPane lower;
    private final OfferPane offer;
    private final Label summary = new Label();
    private final VBox root;
    private final Subscription zone;

    /** What the view shows and drives. */
    record Models(
            DataViewModel data,
            FillViewModel filling,
            GapViewModel gaps,
            MirrorViewModel mirror,
            ImportChoices choices,
            OfferViewModel offer,
            DemoChoices demo,
            MaintenanceViewModel maintenance,
            BooleanProperty looking) {}

    /** @param importFiles takes files that were chosen */
    DataView(Models models, Desk desk, CsvExport export, Consumer<List<Path>> importFiles) {
        this.models = models;
        this.desk = desk;
        this.export = export;
        this.importFiles = importFiles;
        dialogs = new PathDialogs(desk.preferences());
        table = new SeriesTable(
                models.data(),
                desk,
                EmptyState.of(
                        "data-empty",
                        Feather.DATABASE,
                        "Nothing is stored yet",
                        "Import price files of exchanges, drop them on the window, or create demo coins."),
                this::delete);
        lower = new LowerPane(models, desk, export);
        offer = new OfferPane(models.offer(), desk.times(), importFiles);
        models.offer().offering().subscribe((was, is) -> {
            if (!is) {
                focus();
            }
        });
        models.choices()
                .changes()
                .subscribe(changed -> models.offer().read(models.choices().options()));
        filter.textProperty().bindBidirectional(models.data().filter());
        ObservableValue<Boolean> idle = models.filling().phase().map(p -> p != Phase.WORKING && p != Phase.CANCELLING);
        demoForm = new DemoForm(models.demo(), idle, options -> {
            models.filling().createDemo(options);
            demoToggle.setSelected(false);
            focus();
            showReport();
        });
        ImportForm importForm = new ImportForm(models.choices());
        optionsToggle
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> models.choices().count() == 0
                                ? "Options"
                                : "Options: " + models.choices().count(),
                        models.choices().changes()));
        summary.setId("data-summary");
        summary.getStyleClass().add("data-summary");
        summary.setMaxWidth(Double.MAX_VALUE);
        models.data().facts().subscribe(facts -> describe());
        zone = desk.times().zone().subscribe((was, is) -> {
            table.node().refresh();
            describe();
        });
        table.selection().addListener((ListChangeListener<StoredSeries>) change -> models.gaps()
                .show(table.selection().isEmpty() ? null : table.selection().getFirst()));
        SplitPane split = new SplitPane(table.node(), lower.node());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        SplitPane.setResizableWithParent(lower.node(), false);
        VBox.setVgrow(split, Priority.ALWAYS);
        root = new VBox(
                bar(),
                offer.node(),
                Controls.shown(importForm.node(), optionsToggle.selectedProperty()),
                Controls.shown(demoForm.node(), demoToggle.selectedProperty()),
                confirm.node(),
                Controls.problem("data-problem", models.data().problem()),
                models.mirror().isThere() ? MirrorLine.beside(summary, models.mirror()) : summary,
                split);
        root.getStyleClass().add("data");
    }

    private HBox bar() {
        Label count = Controls.count(
                "data-count",
                Bindings.size(models.data().shown()).map(size -> Formats.count(size.longValue()) + " series"));
        Button files = Controls.button(
                "import-files",
                "Import files…",
                Feather.FILE_TEXT,
                "Choose files to import (Ctrl+O)",
                this::askForFiles);
        Button folder = Controls.button(
                "import-folder",
                "Folder…",
                Feather.FOLDER,
                "Choose a folder of which every file is imported (Ctrl+Shift+O)",
                this::askForFolder);
        Button delete = Controls.button(
                "data-delete", "Delete", Feather.TRASH_2, "Delete the selected series (Del)", this::delete);
        delete.disableProperty()
                .bind(Bindings.isEmpty(table.selection()).or(models.data().deleting()));
        Button csv = Controls.button(
                "data-export", "Export", Feather.DOWNLOAD, "Save these series as CSV (Ctrl+E)", this::export);
        demoToggle.selectedProperty().subscribe(is -> {
            if (is) {
                demoForm.focus();
            }
        });
        HBox pair = DataSwitch.pair("data", models.looking());
        pair.setManaged(models.maintenance().isThere());
        pair.setVisible(models.maintenance().isThere());
        table.chooser().node().setMinWidth(Region.USE_PREF_SIZE);
        return Controls.bar(
                pair,
                filter,
                count,
                Controls.busy("Listing the store", models.data().busy()),
                Controls.gap(),
                files,
                folder,
                optionsToggle,
                demoToggle,
                delete,
                csv,
                table.chooser().node());
    }

    private static ToggleButton toggle(String id, String text, Feather icon, String tip) {
        ToggleButton toggle = new ToggleButton(text, new FontIcon(icon));
        toggle.setId(id);
        toggle.setTooltip(new Tooltip(tip));
        toggle.setAccessibleText(tip);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        return toggle;
    }

    /** "260 coins, 2 intervals · 1,234,567 bars · 2019-09-08 – 2025-03-01 · 45.3 MB". */
    private void describe() {
        StoreFacts facts = models.data().facts().get();
        if (facts.series().isEmpty()) {
            summary.setText(models.data().loaded().get() ? "Empty" : "");
            return;
        }
        summary.setText(Formats.plural(facts.coins(), "coin") + ", " + Formats.plural(facts.intervals(), "interval")
                + "  ·  " + Formats.plural(facts.bars(), "bar") + "  ·  "
                + desk.times().day(facts.first(), facts.finest()) + " – "
                + desk.times().day(facts.last(), facts.finest())
                + (facts.size().isEmpty() ? "" : "  ·  " + facts.size() + " on disk")
                + (facts.synthetic() == 0 ? "" : "  ·  " + Formats.plural(facts.synthetic(), "synthetic coin")));
    }

    void askForFiles() {
        importFiles.accept(dialogs.files(root));
    }

    void askForFolder() {
        importFiles.accept(dialogs.folder(root));
    }

    void showDemo() {
        demoToggle.setSelected(true);
    }

    void showReport() {
        lower.showReport();
    }

    void delete() {
        List<StoredSeries> which = List.copyOf(table.selection());
        if (!which.isEmpty() && !models.data().deleting().get()) {
            confirm.ask(
                    models.data().describe(which),
                    which.size() == 1
                            ? "Delete " + which.getFirst().key()
                            : "Delete " + Formats.count(which.size()) + " series",
                    () -> models.data().delete(which));
        }
    }

    void export() {
        export.ask(root, "series", "series.csv", QualityFields.all(), table.rows());
    }

    void filter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /** Takes back a question, closes a form or empties the filter; false when there was none of them. */
    boolean escape() {
        if (confirm.isAsking()) {
            confirm.dismiss();
        } else if (models.offer().offering().get()) {
            models.offer().dismiss();
        } else if (optionsToggle.isSelected() || demoToggle.isSelected()) {
            optionsToggle.setSelected(false);
            demoToggle.setSelected(false);
            // The keyboard was in a field that is not there any more.
            focus();
        } else if (!filter.getText().isEmpty()) {
            filter.clear();
        } else {
            return false;
        }
        return true;
    }

    void focus() {
        if (models.offer().offering().get()) {
            offer.focus();
            return;
        }
        table.node().requestFocus();
        // A table that is still loading is not shown and does not take it.
        if (root.getScene() != null && !table.node().equals(root.getScene().getFocusOwner())) {
            filter.requestFocus();
        }
    }

    void close() {
        zone.unsubscribe();
        lower.close();
        offer.close();
    }

    Parent node() {
        return root;
    }
}
