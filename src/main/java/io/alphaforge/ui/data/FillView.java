package io.alphaforge.ui.data;

import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Columns.Heading;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an empty database offers: synthetic coins or an import; then its progress; then the report of every file. */
public final class FillView {
    private final FillViewModel model;
    private final VBox root = new VBox();
    private final HBox offers;

    public FillView(FillViewModel model) {
        this.model = model;
        root.getStyleClass().add("fill");
        root.setAlignment(Pos.CENTER);
        ObservableValue<Boolean> offering = model.phase().map(p -> p == Phase.OFFERING || p == Phase.REPORTING);
        ObservableValue<Boolean> working =
                model.phase().map(p -> p == Phase.WORKING || p == Phase.CANCELLING || p == Phase.DONE);
        ObservableValue<Boolean> reported = Bindings.isNotEmpty(model.reports());
        offers = offers();
        root.getChildren()
                .setAll(
                        shown(heading(), model.phase().map(p -> p != Phase.REPORTING)),
                        shown(outcome(), model.phase().map(p -> p == Phase.REPORTING)),
                        shown(report(), reported),
                        shown(progress(), working),
                        shown(offers, offering));
        acceptDrops();
    }

    public Parent node() {
        return root;
    }

    /** Puts the keyboard where work begins. */
    public void focus() {
        offers.getChildren().getFirst().requestFocus();
    }

    private static VBox heading() {
        FontIcon icon = new FontIcon(Feather.DATABASE);
        icon.getStyleClass().add("fill-icon");
        Label title = new Label("The database is empty");
        title.getStyleClass().add("message-title");
        Label text = new Label(
                "Import price files of exchanges (CSV or JSON, also zipped, single files or whole folders;"
                        + " the layout is recognised by itself), or create a universe of synthetic coins to try things out.");
        text.getStyleClass().add("message-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(icon, title, text);
        box.getStyleClass().add("message");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Label outcome() {
        Label label = new Label();
        label.setId("fill-outcome");
        label.getStyleClass().add("message-title");
        label.setWrapText(true);
        label.textProperty().bind(model.outcome());
        return label;
    }

    private VBox progress() {
        Label text = new Label();
        text.setId("fill-progress-text");
        text.textProperty().bind(model.text());
        ProgressBar bar = new ProgressBar();
        bar.setId("fill-progress");
        bar.setAccessibleText("Progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.fraction());
        Button cancel = button("fill-cancel", "_Cancel", Feather.SQUARE, "Stop; what is stored stays (Esc)");
        cancel.setCancelButton(true);
        cancel.disableProperty().bind(model.phase().map(p -> p != Phase.WORKING));
        cancel.setOnAction(e -> model.cancel());
        VBox box = new VBox(text, bar, cancel);
        box.getStyleClass().add("fill-progress");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private HBox offers() {
        Button demo = button(
                "create-demo",
                "Create _demo universe",
                Feather.SHUFFLE,
                "Make synthetic coins, marked as such everywhere, and store them");
        demo.setOnAction(e -> model.createDemo());
        Button files = button("import-files", "Import _files…", Feather.FILE_TEXT, "Choose files to import");
        files.setOnAction(e -> {
            List<File> chosen =
                    new FileChooser().showOpenMultipleDialog(root.getScene().getWindow());
            if (chosen != null) {
                model.importFiles(chosen.stream().map(File::toPath).toList());
            }
        });
        Button folder = button(
                "import-folder", "Import f_older…", Feather.FOLDER, "Choose a folder of which every file is imported");
        folder.setOnAction(e -> {
            File chosen = new DirectoryChooser().showDialog(root.getScene().getWindow());
            if (chosen != null) {
                model.importFiles(List.of(chosen.toPath()));
            }
        });
        Button proceed = button("fill-continue", "_Continue", Feather.ARROW_RIGHT, "Go on to the backtest");
        proceed.setOnAction(e -> model.proceed());
        proceed.getStyleClass().add("accent");
        proceed.setDefaultButton(true);
        ObservableValue<Boolean> reporting = model.phase().map(p -> p == Phase.REPORTING);
        shown(proceed, reporting);
        model.phase().subscribe(p -> {
            demo.getStyleClass().remove("accent");
            if (p == Phase.OFFERING) {
                demo.getStyleClass().add("accent");
            }
        });
        HBox box = new HBox(demo, files, folder, proceed);
        box.getStyleClass().add("fill-offers");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private TableView<ReportLine> report() {
        TableView<ReportLine> table = new TableView<>();
        table.setId("fill-report");
        table.setAccessibleText("Report of every file");
        TableColumn<ReportLine, String> result = Columns.text(
                new Heading("Result", "Whether the file is in the database now."),
                96,
                line -> line.imported() ? "imported" : "failed");
        TableColumn<ReportLine, String> file =
                Columns.sentence(new Heading("File", "As it was found."), 240, ReportLine::name);
        TableColumn<ReportLine, String> text = Columns.sentence(
                new Heading("Report", "What was found in it, or why nothing was imported."), 640, ReportLine::text);
        table.getColumns().setAll(List.of(result, file, text));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.reports());
        table.setFixedCellSize(28);
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private void acceptDrops() {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && model.phase().get() != Phase.WORKING) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        root.setOnDragDropped(event -> {
            List<Path> paths =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            model.importFiles(paths);
            event.setDropCompleted(!paths.isEmpty());
            event.consume();
        });
    }

    private static <N extends Node> N shown(N node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }

    private static Button button(String id, String text, Feather icon, String tip) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
