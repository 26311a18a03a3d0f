package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.FileChoice;
import io.alphaforge.ui.kit.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that something unexpected has happened, in a window of its own, since the other one may be what is broken. There
 * is one at a time: what comes while it is shown is counted.
 */
final class CrashWindow {
    private static final Logger LOG = LoggerFactory.getLogger(CrashWindow.class);
    private static final double WIDTH = 640;
    private static final double HEIGHT = 400;

    private final Stage owner;
    private final Executor background;
    private final FileChoice dialogs;
    private final Supplier<Theme> theme;
    private final Runnable quit;
    private final Label outcome = new Label();
    private @Nullable Stage stage;
    private int more;

    /**
     * Shows nothing yet.
     *
     * @param background writes the report
     * @param quit ends the application
     */
    CrashWindow(Stage owner, Executor background, FileChoice dialogs, Supplier<Theme> theme, Runnable quit) {
        this.owner = owner;
        this.background = background;
        this.dialogs = dialogs;
        this.theme = theme;
        this.quit = quit;
        outcome.setId("crash-outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
    }

    void show(Crash crash) {
        if (stage != null) {
            more++;
            outcome.setText(
                    more == 1 ? "Another error has happened since." : more + " other errors have happened since.");
            return;
        }
        more = 0;
        outcome.setText("");
        Stage shown = new Stage();
        stage = shown;
        shown.setTitle("AlphaForge: something went wrong");
        shown.getIcons().setAll(Assets.icons());
        if (owner.isShowing()) {
            shown.initOwner(owner);
        }
        shown.initModality(Modality.APPLICATION_MODAL);
        Scene scene = new Scene(content(crash, shown), WIDTH, HEIGHT);
        scene.getStylesheets().setAll(Assets.stylesheets());
        shown.setScene(scene);
        shown.setMinWidth(WIDTH);
        shown.setMinHeight(HEIGHT);
        shown.setOnHidden(e -> stage = null);
        shown.show();
    }

    private VBox content(Crash crash, Stage shown) {
        Label title = new Label("Something went wrong", new FontIcon(Feather.ALERT_TRIANGLE));
        title.getStyleClass().addAll("message-title", "crash-title");
        Label text = new Label("AlphaForge ran into an error that it did not expect. What is stored is kept; what you"
                + " did just now may not have been done. You can go on, but if something behaves oddly, quit and start"
                + " again.");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Label what = new Label(crash.what());
        what.setId("crash-what");
        what.getStyleClass().add("crash-what");
        what.setWrapText(true);
        what.setMaxHeight(44);
        TextArea details = new TextArea(crash.details());
        details.setEditable(false);
        details.setAccessibleText("Details of the error");
        details.getStyleClass().add("crash-details");
        VBox.setVgrow(details, Priority.ALWAYS);
        Button save = Controls.button(
                "crash-save",
                "Save report…",
                Feather.SAVE,
                "Save what a developer needs to find the cause, without passwords",
                () -> save(crash, shown));
        Button leave = new Button("Quit");
        leave.setId("crash-quit");
        leave.setOnAction(e -> {
            shown.hide();
            crash.quitting().run();
            quit.run();
        });
        Button go = new Button("Continue");
        go.setId("crash-continue");
        go.setDefaultButton(true);
        go.setCancelButton(true);
        go.setOnAction(e -> shown.hide());
        HBox answers = new HBox(save, Controls.gap(), leave, go);
        answers.getStyleClass().add("crash-answers");
        Controls.shown(outcome, outcome.textProperty().map(t -> !t.isEmpty()));
        VBox content = new VBox(title, text, what, details, outcome, answers);
        content.getStyleClass().addAll("crash", theme.get().styleClass());
        Platform.runLater(go::requestFocus);
        return content;
    }

    private void save(Crash crash, Stage shown) {
        dialogs.save(shown, "Save the report", "alphaforge-report.txt", "Text", "*.txt")
                .ifPresent(file -> background.execute(() -> {
                    String sentence = written(crash, file);
                    Platform.runLater(() -> outcome.setText(sentence));
                }));
    }

    private static String written(Crash crash, Path file) {
        try {
            Files.writeString(file, crash.report().get(), StandardCharsets.UTF_8);
            return "The report is in " + file + ".";
        } catch (IOException | RuntimeException e) {
            LOG.warn("The report could not be written to {}.", file, e);
            return "The report could not be written to " + file + "; choose another folder.";
        }
    }

    /** The window that is shown; null when none is. */
    @Nullable
    Stage stage() {
        return stage;
    }
}
