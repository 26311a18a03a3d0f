package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.PulseScheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Does in the window what other processes ask; files that come before there is a workspace wait for it. */
final class WindowRequests implements OpenWindow {
    /** How long who asks is kept waiting for a window that is busy; shorter than the patience of other processes. */
    private static final long SECONDS_TO_ANSWER = 3;

    private final Stage stage;
    private final PulseScheduler pulse;
    private final Jobs jobs;
    private final WorkspaceSession session;
    private final Consumer<List<Path>> offerFiles;
    private final CrashWindow crashes;
    private final List<Opened> waiting = new ArrayList<>();
    private volatile boolean closing;

    /** @param taken whether a workspace has them */
    private record Opened(List<Path> files, CompletableFuture<Boolean> taken) {}

    /** @param offerFiles to be called while a workspace is open */
    WindowRequests(
            Stage stage,
            PulseScheduler pulse,
            Jobs jobs,
            WorkspaceSession session,
            Consumer<List<Path>> offerFiles,
            CrashWindow crashes) {
        this.stage = stage;
        this.pulse = pulse;
        this.jobs = jobs;
        this.session = session;
        this.offerFiles = offerFiles;
        this.crashes = crashes;
    }

    @Override
    public boolean toFront() {
        return answered(done -> {
            show();
            done.complete(true);
        });
    }

    @Override
    public boolean openFiles(List<Path> files) {
        return answered(done -> {
            show();
            waiting.add(new Opened(List.copyOf(files), done));
            opened();
        });
    }

    /** Whether a wish is met before the window closes; that is known only where windows are closed. */
    private boolean answered(Consumer<CompletableFuture<Boolean>> wish) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Runnable ask = () -> {
            if (closing) {
                done.complete(false);
            } else {
                wish.accept(done);
            }
        };
        if (Platform.isFxApplicationThread()) {
            ask.run();
            return done.getNow(true);
        }
        Platform.runLater(ask);
        // The toolkit may be gone, or busy: then it is done later.
        return !closing
                && done.copy()
                        .completeOnTimeout(true, SECONDS_TO_ANSWER, TimeUnit.SECONDS)
                        .join();
    }

    /** The window is being closed: nobody is let in any more. On the JavaFX thread. */
    void closing() {
        closing = true;
        waiting.forEach(opened -> opened.taken().complete(false));
        waiting.clear();
    }

    /** A workspace is open, or may be: it gets what waits for it. On the JavaFX thread. */
    void opened() {
        if (session.state().get() instanceof WorkspaceSession.Open && !waiting.isEmpty()) {
            List<Path> files =
                    waiting.stream().flatMap(opened -> opened.files().stream()).toList();
            offerFiles.accept(files);
            waiting.forEach(opened -> opened.taken().complete(true));
            waiting.clear();
        }
    }

    private void show() {
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
