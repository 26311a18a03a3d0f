package io.alphaforge.ui.shell;

import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileChoice;
import io.alphaforge.ui.kit.Notice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Backing up the database and restoring it, as the window offers them. */
final class DatabaseCopies {
    private static final String KIND = "AlphaForge backup";
    private static final String PATTERN = "*.duckdb";

    private final Stage stage;
    private final Overlay overlay;
    private final FileChoice dialogs;
    private final Supplier<@Nullable OpenWorkspace> open;
    private final WorkspaceSession session;
    private final Consumer<Runnable> leave;

    /**
     * Offers {@link #actions}.
     *
     * @param open the pages that are open; null while there is no workspace
     * @param leave ends what is running, closes the workspace, and then does what it is given
     */
    DatabaseCopies(
            Stage stage,
            Overlay overlay,
            FileChoice dialogs,
            Supplier<@Nullable OpenWorkspace> open,
            WorkspaceSession session,
            Consumer<Runnable> leave) {
        this.stage = stage;
        this.overlay = overlay;
        this.dialogs = dialogs;
        this.open = open;
        this.session = session;
        this.leave = leave;
    }

    List<Action> actions() {
        return List.of(Action.of("Back up the database…", this::backUp), Action.of("Restore a backup…", this::restore));
    }

    void backUp() {
        OpenWorkspace now = open.get();
        if (now != null && session.state().get() instanceof WorkspaceSession.Open at) {
            Desk desk = now.desk();
            if (isServer(at.workspace(), desk)) {
                return;
            }
            String name = "alphaforge-" + LocalDate.now(desk.clock()) + ".backup.duckdb";
            dialogs.save(stage, "Back up the database", name, KIND, PATTERN)
                    .ifPresent(file -> BackupWork.start(at.workspace(), desk, file));
        }
    }

    void restore() {
        OpenWorkspace now = open.get();
        if (now != null && session.state().get() instanceof WorkspaceSession.Open at) {
            Desk desk = now.desk();
            if (!isServer(at.workspace(), desk)) {
                dialogs.open(stage, "Restore a backup", KIND, PATTERN).ifPresent(file -> ask(file, desk));
            }
        }
    }

    private static boolean isServer(Workspace workspace, Desk desk) {
        boolean server = workspace.mirror().isPresent();
        if (server) {
            desk.notices()
                    .tell(Notice.information("A database on a server is backed up with the server's own tools:"
                            + " 'pg_dump -Fc' writes it to a file and 'pg_restore' brings it back."));
        }
        return server;
    }

    private void ask(Path file, Desk desk) {
        Question.ask(
                overlay,
                "Restore this backup?",
                file.getFileName() + " takes the place of everything in the database: coins, runs and presets. What is"
                        + " there now is kept beside it under another name; what is running is cancelled.",
                "Keep the database",
                "Restore",
                () -> leave.accept(() -> session.restore(file, desk.notices()::tell)));
    }
}
