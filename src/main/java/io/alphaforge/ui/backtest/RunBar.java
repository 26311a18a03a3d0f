package io.alphaforge.ui.backtest;

import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.TightLine;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Run, pause, cancel, and how far the run is; in the place of the progress the reason why there can be none. */
final class RunBar {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final HBox root;
    private final Button run = button("run", "_Run", Feather.PLAY, "Run the backtest (Ctrl+Enter)");
    private final Button pause = button("pause", "_Pause", Feather.PAUSE, "Hold the run still");
    private final Button cancel = button("cancel", "Cancel", Feather.SQUARE, "Stop the run and keep its rows (Esc)");
    private final Button every = button(
            "run-every-fill",
            "Every fill",
            Feather.COPY,
            "Run once under every fill policy and show the difference side by side");

    RunBar(BacktestViewModel model) {
        run.getStyleClass().add("accent");
        run.disableProperty().bind(model.runnable().not());
        run.setOnAction(e -> model.run());
        every.disableProperty().bind(model.runnable().not());
        every.setOnAction(e -> model.runEveryFill());

        pause.disableProperty().bind(model.phase().map(p -> p != Phase.RUNNING && p != Phase.PAUSED));
        pause.textProperty().bind(model.phase().map(p -> p == Phase.PAUSED ? "_Resume" : "_Pause"));
        pause.setOnAction(e -> model.pauseOrResume());
        FontIcon pauseIcon = (FontIcon) pause.getGraphic();
        model.phase().subscribe(p -> pauseIcon.setIconCode(p == Phase.PAUSED ? Feather.PLAY : Feather.PAUSE));

        cancel.disableProperty().bind(model.phase().map(p -> !p.isActive() || p == Phase.CANCELLING));
        cancel.setOnAction(e -> model.cancel());

        // The figures of the progress say more than the words on the buttons, which have icons and tips.
        root = new TightLine(List.of(every, cancel, pause, run), run, pause, cancel, every, progress(model));
        root.getStyleClass().add("run-bar");
        root.setAlignment(Pos.CENTER_LEFT);
        Timeline seconds = new Timeline(
                new KeyFrame(Duration.seconds(1), event -> model.progress().look()));
        seconds.setCycleCount(Animation.INDEFINITE);
        model.phase().subscribe(now -> {
            if (now == Phase.RUNNING) {
                seconds.play();
            } else {
                seconds.stop();
            }
        });
    }

    HBox node() {
        return root;
    }

    private static VBox progress(BacktestViewModel model) {
        Label state = new Label();
        state.setId("run-state");
        state.getStyleClass().add("run-state");
        state.setTextOverrun(OverrunStyle.ELLIPSIS);
        state.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> state(model), model.phase(), model.form().problem(), model.outcome()));
        Label figures = new Label();
        figures.setId("progress-text");
        figures.getStyleClass().add("progress-text");
        Hints.explain(figures, figures.textProperty());
        figures.textProperty().bind(model.progress().text());
        figures.visibleProperty().bind(model.phase().map(p -> p != Phase.IDLE && p != Phase.STARTING));
        HBox line = new TightLine(List.of(state, figures), state, figures);
        line.getStyleClass().add("run-line");
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);

        ProgressBar bar = new ProgressBar(0);
        bar.setId("progress");
        bar.setAccessibleText("Progress of the run");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(model.progress().fraction());

        VBox box = new VBox(line, bar);
        box.getStyleClass().add("run-progress");
        HBox.setHgrow(box, Priority.ALWAYS);
        Tooltip whole = FormRows.tooltip("");
        whole.textProperty().bind(state.textProperty());
        state.setTooltip(whole);
        Runnable mark = () -> state.pseudoClassStateChanged(PROBLEM, isProblem(model));
        model.phase().subscribe(mark);
        state.textProperty().subscribe(mark);
        mark.run();
        return box;
    }

    private static boolean isProblem(BacktestViewModel model) {
        return !model.phase().get().isActive()
                && (!model.form().problem().get().isEmpty()
                        || model.outcomeIsProblem().get());
    }

    private static String state(BacktestViewModel model) {
        String problem = model.form().problem().get();
        return switch (model.phase().get()) {
            case STARTING -> "Starting…";
            case RUNNING -> "Running";
            case PAUSED -> "Paused";
            case CANCELLING -> "Cancelling…";
            case IDLE -> problem.isEmpty() ? "Ready" : problem;
            case ENDED -> problem.isEmpty() ? model.outcome().get() : problem;
        };
    }

    private static Button button(String id, String text, Feather icon, String tip) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setTooltip(FormRows.tooltip(tip + "."));
        button.setAccessibleText(tip);
        button.setMinWidth(HBox.USE_PREF_SIZE);
        return button;
    }
}
