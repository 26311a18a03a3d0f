package io.alphaforge.ui.data;

import io.alphaforge.feed.FileReport.Imported;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.TimeText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks whether files are to be imported: which they are, what each of them holds, and two buttons. Esc means no. */
final class OfferPane {
    private static final int MOST_LINES = 5;

    private final OfferViewModel model;
    private final TimeText times;
    private final Consumer<List<Path>> importFiles;
    private final Button yes;
    private final GridPane preview = new GridPane();
    private final VBox root;
    private final Subscription zone;

    /** @param importFiles takes the files when the user says yes */
    OfferPane(OfferViewModel model, TimeText times, Consumer<List<Path>> importFiles) {
        this.model = model;
        this.times = times;
        this.importFiles = importFiles;
        Label title = new Label("", new FontIcon(Feather.UPLOAD));
        title.setId("offer-title");
        title.getStyleClass().add("offer-title");
        title.textProperty().bind(Bindings.createStringBinding(this::title, model.files()));
        title.setMinWidth(0);
        yes = Controls.button("offer-yes", "Import", Feather.CHECK, "Import what is listed here (Enter)", this::accept);
        yes.getStyleClass().add("accent");
        Label folder = new Label();
        folder.getStyleClass().add("offer-note");
        folder.setMinWidth(0);
        folder.textProperty().bind(Bindings.createStringBinding(this::folder, model.files()));
        Button no = Controls.button("offer-no", "Not now", Feather.X, "Leave the files alone (Esc)", model::dismiss);
        HBox heading =
                new HBox(title, folder, Controls.busy("Reading the files", model.busy()), Controls.gap(), yes, no);
        heading.getStyleClass().add("offer-heading");
        preview.getStyleClass().add("offer-preview");
        root = new VBox(
                heading,
                Controls.problem("offer-problem", model.problem()),
                Controls.shown(preview, Bindings.isNotEmpty(model.lines())));
        root.setId("offer");
        root.getStyleClass().add("offer");
        Controls.shown(root, model.offering());
        model.lines().addListener((ListChangeListener<ReportLine>) change -> list());
        zone = times.zone().subscribe((was, is) -> list());
        // A button that is not shown must not take Enter from others.
        yes.defaultButtonProperty().bind(model.offering());
    }

    private String title() {
        List<Path> files = model.files();
        return files.size() == 1
                ? "Import " + files.getFirst().getFileName() + "?"
                : "Import " + Formats.plural(files.size(), "file") + "?";
    }

    /** Where the first of them is; a desktop opens files of one folder. */
    private String folder() {
        return model.files().isEmpty() ? "" : "from " + model.files().getFirst().getParent();
    }

    private void list() {
        preview.getChildren().clear();
        List<ReportLine> lines = model.lines();
        int shown = lines.size() > MOST_LINES + 1 ? MOST_LINES : lines.size();
        for (int row = 0; row < shown; row++) {
            preview.addRow(row, cells(lines.get(row)));
        }
        if (shown < lines.size()) {
            Label more = new Label("and " + Formats.count(lines.size() - shown) + " more");
            more.getStyleClass().add("offer-note");
            preview.add(more, 0, shown);
        }
    }

    private Node[] cells(ReportLine line) {
        Label name = label(line.name(), "offer-file");
        Hints.explain(name, line.file());
        Label note = label(line.text(), line.readable() ? "offer-note" : "offer-failed");
        GridPane.setHgrow(note, Priority.ALWAYS);
        note.setMinWidth(0);
        if (!line.text().isEmpty()) {
            Hints.explain(note, line.text());
        }
        Imported found = line.found();
        if (found == null) {
            GridPane.setColumnSpan(note, GridPane.REMAINING);
            return new Node[] {name, note};
        }
        Label bars = label(
                Formats.plural(found.bars(), "bar") + ", " + Formats.count(found.added()) + " new", "offer-figure");
        return new Node[] {
            name,
            label(found.series().toString(), "offer-series"),
            bars,
            label(
                    times.day(found.firstOpen(), found.series().interval()) + " – "
                            + times.day(found.lastOpen(), found.series().interval()),
                    "offer-figure"),
            note
        };
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void accept() {
        importFiles.accept(model.take());
    }

    /** Puts the keyboard on the button that imports. */
    void focus() {
        yes.requestFocus();
    }

    void close() {
        zone.unsubscribe();
        model.dismiss();
    }

    Node node() {
        return root;
    }
}
