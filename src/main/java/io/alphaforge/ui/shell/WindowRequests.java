package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.PulseScheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Does in the window what other processes ask; files that come before there is a workspace wait for it. */
final class WindowRequests implements OpenWindow {
    private final Stage stage;
    private final PulseScheduler pulse;
    private final Jobs jobs;
    private final WorkspaceSession session;
    private final Consumer<List<Path>> importFiles;
    private final CrashWindow crashes;
    private final List<Path> waiting = new ArrayList<>();
    private volatile boolean closing;

    /** @param importFiles to be called while a workspace is open */
    WindowRequests(
            Stage stage,
            PulseScheduler pulse,
            Jobs jobs,
            WorkspaceSession session,
            Consumer<List<Path>> importFiles,
            CrashWindow crashes) {
        this.stage = stage;
        this.pulse = pulse;
        this.jobs = jobs;
        this.session = session;
        this.importFiles = importFiles;
        this.crashes = crashes;
    }

    @Override
    public boolean toFront() {
        if (closing) {
            return false;
        }
        pulse.request(this::show);
        return true;
    }

    @Override
    public boolean openFiles(List<Path> files) {
        if (closing) {
            return false;
        }
        pulse.request(() -> {
            show();
            waiting.addAll(files);
            opened();
        });
        return true;
    }

    /** The window is being closed: nobody is let in any more. */
    void closing() {
        closing = true;
    }

    /** A workspace is open, or may be: imports what waits for it. On the JavaFX thread. */
    void opened() {
        if (session.state().get() instanceof WorkspaceSession.Open && !waiting.isEmpty()) {
            List<Path> files = List.copyOf(waiting);
            waiting.clear();
            importFiles.accept(files);
        }
    }

    private void show() {
        if (!stage.isShowing()) {
            // It is just being closed.
            return;
        }
        stage.setIconified(false);
        // Some window managers only let a window to the front that wants to stay there.
        boolean above = stage.isAlwaysOnTop();
        stage.setAlwaysOnTop(true);
        stage.toFront();
        stage.requestFocus();
        stage.setAlwaysOnTop(above);
    }

    @Override
    public Runnable begin(String title, Runnable cancel, Runnable await) {
        Job job = new Job(title, true, cancel, await);
        pulse.request(() -> jobs.begin(job));
        return () -> pulse.request(() -> {
            jobs.end(job);
            session.refresh();
        });
    }

    /** Without the pulse, which may be what is broken. */
    @Override
    public void crashed(Crash crash) {
        Platform.runLater(() -> crashes.show(crash));
    }
}
