package io.alphaforge.ui.data;

import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an empty database offers, as three cards and nothing else; then the progress; then the report of every file. */
final class FillView {
    private final FillViewModel model;
    private final OfferViewModel offered;
    private final OfferPane offer;
    private final PathDialogs dialogs;
    private final ReportPane report;
    private final Button demo;
    private final Button connect;
    private final Button proceed;
    private final VBox root = new VBox();

    /**
     * Three cards.
     *
     * @param offline whether a server does not answer of which nothing was kept here
     * @param toAnother leads to another database
     */
    FillView(
            FillViewModel model,
            OfferViewModel offered,
            Desk desk,
            ObservableValue<Boolean> offline,
            Runnable toAnother) {
        this.model = model;
        this.offered = offered;
        offer = new OfferPane(offered, desk.times(), this::importFiles);
        dialogs = new PathDialogs(desk.preferences());
        report = new ReportPane(model, desk.times(), new CsvExport(desk, FileDialogs.desktop(desk.preferences())));
        demo = Controls.button(
                "create-demo",
                "Create demo coins",
                Feather.SHUFFLE,
                "Make synthetic coins, marked as such everywhere, and store them",
                model::createDemo);
        demo.getStyleClass().add("accent");
        // What a server cannot be asked to keep is not offered.
        demo.disableProperty().bind(offline);
        connect = Controls.button(
                "connect-database", "Connect…", Feather.DATABASE, "Work with another database", toAnother);
        proceed = Controls.button("fill-continue", "Continue", Feather.ARROW_RIGHT, "Go on", model::proceed);
        proceed.getStyleClass().add("accent");
        proceed.defaultButtonProperty().bind(offered.offering().not());
        ObservableValue<Boolean> offering = model.phase().map(p -> p == Phase.OFFERING);
        ObservableValue<Boolean> choosing = Bindings.createObjectBinding(
                () -> model.phase().get() == Phase.OFFERING
                        && !offered.offering().get(),
                model.phase(),
                offered.offering());
        ObservableValue<Boolean> ended = model.phase().map(p -> p == Phase.REPORTING);
        HBox end = new HBox(Controls.shown(proceed, ended));
        end.setAlignment(Pos.CENTER_RIGHT);
        VBox reporting = new VBox(report.heading(), report.node());
        reporting.getStyleClass().add("fill-report");
        VBox.setVgrow(report.node(), Priority.ALWAYS);
        VBox.setVgrow(reporting, Priority.ALWAYS);
        root.getStyleClass().add("fill");
        root.setAlignment(Pos.CENTER);
        root.getChildren()
                .setAll(
                        Controls.shown(heading(offline), choosing),
                        Controls.shown(cards(offline), choosing),
                        offer.node(),
                        Controls.shown(reporting, offering.map(is -> !is)),
                        Controls.shown(end, ended));
        offered.offering().subscribe((was, is) -> {
            if (!is) {
                focus();
            }
        });
        ended.subscribe(is -> {
            if (is) {
                proceed.requestFocus();
            }
        });
    }

    private static VBox heading(ObservableValue<Boolean> offline) {
        Label title = new Label();
        title.textProperty()
                .bind(offline.map(is -> is ? "The server does not answer" : "Where shall the prices come from?"));
        title.getStyleClass().add("message-title");
        Label text = new Label();
        text.setId("fill-why");
        text.textProperty()
                .bind(offline.map(is -> is
                        ? "Nothing of it was kept on this computer yet. It is tried again by itself; another"
                                + " database can be opened meanwhile."
                        : "The database is empty. More can be added at any time."));
        text.getStyleClass().add("message-text");
        VBox box = new VBox(title, text);
        box.getStyleClass().add("fill-heading");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private HBox cards(ObservableValue<Boolean> offline) {
        Button files = Controls.button(
                "import-files",
                "Files…",
                Feather.FILE_TEXT,
                "Choose files to import",
                () -> importFiles(dialogs.files(root)));
        Button folder = Controls.button(
                "import-folder",
                "Folder…",
                Feather.FOLDER,
                "Choose a folder of which every file is imported",
                () -> importFiles(dialogs.folder(root)));
        files.disableProperty().bind(offline);
        folder.disableProperty().bind(offline);
        HBox cards = new HBox(
                card(
                        Feather.SHUFFLE,
                        "Demo universe",
                        "Synthetic coins with years of daily bars, to try things out on. They are made up, and marked as"
                                + " such everywhere.",
                        demo),
                card(
                        Feather.UPLOAD,
                        "Import files",
                        "Price files of exchanges, CSV or JSON, also zipped, one by one or whole folders. The layout is"
                                + " recognised by itself. Or drop them here.",
                        files,
                        folder),
                card(
                        Feather.DATABASE,
                        "Connect to a database",
                        "A team's PostgreSQL or TimescaleDB server, or another file. On the command line: alphaforge --db.",
                        connect));
        cards.getStyleClass().add("fill-cards");
        cards.setAlignment(Pos.CENTER);
        return cards;
    }

    private static VBox card(Feather picture, String title, String sentence, Node... buttons) {
        FontIcon icon = new FontIcon(picture);
        icon.getStyleClass().add("fill-icon");
        Label name = new Label(title);
        name.getStyleClass().add("fill-card-title");
        Label text = new Label(sentence);
        text.getStyleClass().add("fill-card-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        HBox actions = new HBox(buttons);
        actions.getStyleClass().add("fill-card-actions");
        VBox card = new VBox(icon, name, text, gap, actions);
        card.getStyleClass().add("fill-card");
        return card;
    }

    private void importFiles(List<Path> files) {
        if (!files.isEmpty()) {
            model.importFiles(files);
        }
    }

    /** Puts the keyboard where work begins. */
    void focus() {
        if (offered.offering().get()) {
            offer.focus();
            return;
        }
        Button first = demo.isDisabled() ? connect : demo;
        (model.phase().get() == Phase.REPORTING ? proceed : first).requestFocus();
    }

    void close() {
        report.close();
        offer.close();
    }

    Parent node() {
        return root;
    }
}
