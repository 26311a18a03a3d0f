package io.alphaforge.ui.performance;

import io.alphaforge.run.Connections;
import io.alphaforge.run.Workspace;
import io.alphaforge.telemetry.StrictRedaction;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileDialogs;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Page;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** How the application performs. Looks again every five seconds while it is on screen, and at no other time. */
public final class PerformancePage implements Page {
    private static final Duration EVERY = Duration.seconds(5);

    private final PerformanceViewModel model;
    private final PerformanceView view;
    private final PerformanceExports exports;
    private final WorkspaceDiagnostics diagnostics;
    private final Loading<String> collecting;
    private final Desk desk;
    private final Timeline timer = new Timeline();

    /** @param connections whose users and hosts stay out of diagnostics */
    public PerformancePage(Workspace workspace, Desk desk, Connections connections) {
        this(workspace, desk, connections, FileDialogs.desktop(desk.preferences()), PerformancePage::copy);
    }

    PerformancePage(
            Workspace workspace, Desk desk, Connections connections, FileDialogs dialogs, Consumer<String> clipboard) {
        this.desk = desk;
        model = new PerformanceViewModel(workspace, desk);
        exports = new PerformanceExports(model, new CsvExport(desk, dialogs));
        diagnostics = new WorkspaceDiagnostics(workspace, connections);
        collecting = new Loading<>(desk.background(), desk.pulse(), "Putting the diagnostics together", text -> {
            clipboard.accept(text);
            desk.notices()
                    .tell(Notice.success("The diagnostics are on the clipboard, without names, hosts and passwords."));
        });
        collecting.problem().subscribe(sentence -> {
            if (!sentence.isEmpty()) {
                desk.notices().tell(Notice.problem(sentence));
            }
        });
        view = new PerformanceView(model, desk, exports, this::copyDiagnostics);
        timer.getKeyFrames().add(new KeyFrame(EVERY, e -> model.load()));
        timer.setCycleCount(Animation.INDEFINITE);
        view.node().sceneProperty().subscribe(scene -> {
            if (scene == null) {
                timer.stop();
            } else {
                model.load();
                timer.play();
            }
        });
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void copyDiagnostics() {
        collecting.start(() ->
                diagnostics.text(StrictRedaction.ofThisComputer(), desk.clock().millis()));
    }

    /** Whether it looks again by itself. */
    boolean isTicking() {
        return timer.getStatus() == Animation.Status.RUNNING;
    }

    PerformanceViewModel model() {
        return model;
    }

    @Override
    public Parent node() {
        return view.node();
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("Look again", "F5", model::loadAll),
                Action.of("Export the runs as CSV", "Shortcut+E", () -> exports.runs("csv")),
                Action.of("Copy diagnostics", "Shortcut+Shift+D", this::copyDiagnostics));
    }

    @Override
    public void close() {
        timer.stop();
        collecting.cancel();
        view.close();
        model.close();
    }
}
