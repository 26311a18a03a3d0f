package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileDialogs;
import io.alphaforge.ui.kit.Page;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;

/** The archive of past runs, and two of them side by side. */
public final class RunsPage implements Page {
    private final RunsViewModel runs;
    private final ComparisonViewModel comparison;
    private final ArchiveView archive;
    private final ComparisonView sideBySide;
    private final StackPane root = new StackPane();
    private boolean comparing;

    public RunsPage(Workspace workspace, Desk desk) {
        this(workspace, desk, FileDialogs.desktop(desk.preferences()));
    }

    RunsPage(Workspace workspace, Desk desk, FileDialogs dialogs) {
        runs = new RunsViewModel(workspace.archive(), desk);
        comparison = new ComparisonViewModel(workspace.archive(), desk);
        CsvExport export = new CsvExport(desk, dialogs);
        archive = new ArchiveView(runs, desk, export, this::compareSelected);
        sideBySide = new ComparisonView(comparison, desk, export, this::showArchive);
        root.getStyleClass().add("runs");
        root.getChildren().setAll(archive.node());
    }

    /** Reads the archive again, since a run has ended or was changed. */
    public void refresh() {
        runs.load();
    }

    /** Shows two runs of the archive side by side; differences are those of the second less the first. */
    public void compare(String firstRunId, String secondRunId) {
        comparing = true;
        root.getChildren().setAll(sideBySide.node());
        comparison.compare(firstRunId, secondRunId);
        sideBySide.focus();
    }

    private void compareSelected() {
        List<Header> two = archive.selection();
        if (!comparing && two.size() == 2) {
            compare(two.getFirst().runId(), two.getLast().runId());
        }
    }

    private void showArchive() {
        comparing = false;
        comparison.close();
        root.getChildren().setAll(archive.node());
        focus();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void focus() {
        if (comparing) {
            sideBySide.focus();
        } else {
            runs.load();
            archive.focus();
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("Read the archive again", "F5", this::refresh),
                Action.of("Filter", "Shortcut+F", () -> either(archive::filter, sideBySide::filter)),
                Action.of("Export as CSV", "Shortcut+E", () -> either(archive::export, sideBySide::export)),
                Action.of("Compare two runs", "Shortcut+D", this::compareSelected),
                Action.of("Rename the run", "F2", () -> either(archive::rename, () -> {})),
                Action.of("Delete runs", "Delete", this::delete),
                Action.of("Back", "Esc", () -> either(archive::escape, this::showArchive)));
    }

    private void delete() {
        Scene scene = root.getScene();
        // Del belongs to whoever types.
        if (scene == null || !(scene.getFocusOwner() instanceof TextInputControl)) {
            either(archive::delete, () -> {});
        }
    }

    private void either(Runnable inArchive, Runnable inComparison) {
        (comparing ? inComparison : inArchive).run();
    }

    @Override
    public void close() {
        archive.close();
        sideBySide.close();
        runs.close();
        comparison.close();
    }
}
