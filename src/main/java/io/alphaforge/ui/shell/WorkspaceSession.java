package io.alphaforge.ui.shell;

import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.dashboard.FirstLook;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspace behind a window: opened, looked into and closed in the background, one after the other, and shown as a
 * state that the window follows.
 */
final class WorkspaceSession {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceSession.class);

    /** What the window has to show. */
    sealed interface State {}

    record Opening() implements State {}

    /** @param sentence for the user */
    record Unusable(String sentence) implements State {}

    /**
     * There is a database.
     *
     * @param first the look at its dashboard, which has begun
     */
    record Open(Workspace workspace, String location, FirstLook first) implements State {}

    record Closing() implements State {}

    /**
     * A backup takes the place of the database.
     *
     * @param progress in words
     */
    record Restoring(StringProperty progress, Runnable cancel) implements State {}

    private final WorkspaceOpener opener;
    private final Executor serial;
    private final PulseScheduler pulse;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Opening());
    private final ReadOnlyObjectWrapper<StoreContents> contents = new ReadOnlyObjectWrapper<>(StoreContents.EMPTY);
    private WorkspaceOpener.@Nullable Options wanted;
    /** What to do when it is closed; null unless that is going on. */
    private @Nullable Runnable afterwards;
    /** Belongs to the serial executor. */
    private @Nullable Workspace workspace;

    /** A session whose work is done by {@code serial}, which runs one task at a time. */
    WorkspaceSession(WorkspaceOpener opener, Executor serial, PulseScheduler pulse) {
        this.opener = opener;
        this.serial = serial;
        this.pulse = pulse;
    }

    /** Opens a database; to be called when none is open. */
    void open(WorkspaceOpener.Options options) {
        open(options, new OpeningTask(opener, () -> options));
    }

    /**
     * Works with what a task opens, at once if it has.
     *
     * @param opening is not run by anything else than the serial executor
     */
    void open(WorkspaceOpener.Options options, OpeningTask opening) {
        wanted = options;
        if (opening.succeeded()) {
            OpeningTask.Found found = opening.found();
            serial.execute(() -> workspace = found.workspace());
            show(found);
            return;
        }
        state.set(new Opening());
        serial.execute(() -> {
            try {
                opening.run();
                OpeningTask.Found found = opening.found();
                workspace = found.workspace();
                pulse.request(() -> {
                    if (state.get() instanceof Opening) {
                        show(found);
                    }
                });
            } catch (StoreException e) {
                LOG.warn("The workspace could not be opened.", e);
                fail(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("The workspace could not be opened.", e);
                fail("The database could not be opened because of an error in the program; see the log.");
            }
        });
    }

    /**
     * Puts a backup in the place of the database that was open last, and opens what is there then; to be called when none
     * is open.
     *
     * @param told how it ended
     */
    void restore(Path backup, Consumer<Notice> told) {
        WorkspaceOpener.Options options = Objects.requireNonNull(wanted, "nothing was open");
        AtomicBoolean cancelled = new AtomicBoolean();
        StringProperty words = new SimpleStringProperty("");
        state.set(new Restoring(words, () -> cancelled.set(true)));
        serial.execute(() -> {
            Notice notice;
            try {
                BackupReport report = opener.restore(
                        options,
                        backup,
                        (what, done, total) -> pulse.request(() -> words.set(BackupWork.words(what, done, total))),
                        cancelled::get);
                Path before = report.file();
                String done = "The backup is restored."
                        + (before == null ? "" : " The database from before is " + before.getFileName() + ".");
                notice = report.warning()
                        .map(warning -> Notice.problem(done + " " + warning))
                        .orElseGet(() -> Notice.success(done));
            } catch (CancellationException e) {
                LOG.info("Restoring was cancelled.");
                notice = Notice.information("Restoring was cancelled; nothing was changed.");
            } catch (StoreException e) {
                LOG.warn("The backup could not be restored.", e);
                notice = Notice.problem(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("The backup could not be restored.", e);
                notice = Notice.problem("Restoring failed because of an error in the program; see the log.");
            }
            Notice end = notice;
            pulse.request(() -> {
                told.accept(end);
                // Nothing is opened behind a close.
                if (state.get() instanceof Restoring) {
                    open(options);
                }
            });
        });
    }

    /** Tries again to open what could not be opened. */
    void again() {
        if (wanted != null) {
            open(wanted);
        }
    }

    /** Looks into the store again, after something was written to it. */
    void refresh() {
        serial.execute(() -> {
            Workspace open = workspace;
            if (open == null) {
                return;
            }
            try {
                show(open, StoreContents.of(open.bars().series()));
            } catch (UnreachableException e) {
                LOG.warn("The server does not answer and nothing of it is mirrored.", e);
                show(open, StoreContents.EMPTY);
            } catch (RuntimeException e) {
                LOG.warn("The series could not be listed.", e);
            }
        });
    }

    private void show(Workspace looked, StoreContents found) {
        pulse.request(() -> {
            if (state.get() instanceof Open now && now.workspace().equals(looked)) {
                contents.set(found);
            }
        });
    }

    /**
     * Closes the workspace; a backup that is being restored is cancelled. While it is being closed already, the newest wish
     * is what is done afterwards: who quits does not want another database any more.
     *
     * @param first what has to be over before, done in the background
     * @param then what to do afterwards, on the thread of the user interface
     */
    void close(Runnable first, Runnable then) {
        if (state.get() instanceof Closing) {
            if (afterwards != null) {
                afterwards = then;
            }
            return;
        }
        afterwards = then;
        if (state.get() instanceof Restoring now) {
            now.cancel().run();
        }
        state.set(new Closing());
        contents.set(StoreContents.EMPTY);
        serial.execute(() -> {
            try {
                first.run();
            } catch (RuntimeException e) {
                LOG.error("What had to be over before closing did not end in order.", e);
            }
            try {
                if (workspace != null) {
                    workspace.close();
                    workspace = null;
                }
            } catch (RuntimeException e) {
                LOG.error("The workspace could not be closed in order.", e);
            } finally {
                pulse.request(this::closed);
            }
        });
    }

    private void closed() {
        Runnable then = afterwards;
        afterwards = null;
        if (then != null) {
            then.run();
        }
    }

    private void show(OpeningTask.Found found) {
        contents.set(found.contents());
        state.set(new Open(found.workspace(), found.location(), found.first()));
    }

    private void fail(String sentence) {
        pulse.request(() -> {
            if (state.get() instanceof Opening) {
                state.set(new Unusable(sentence));
            }
        });
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What is in the store that is open; nothing while none is. */
    ReadOnlyObjectProperty<StoreContents> contents() {
        return contents.getReadOnlyProperty();
    }
}
