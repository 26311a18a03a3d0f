package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window as a user sees it after the first minute: the demo universe, and a run over all of it. */
class RealRunPictureTest {
    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @Test
    void theWholeDemoUniverseIsMadeAndRunFromTheWindow() throws IOException {
        WorkstationWindow window = Screen.call(() -> new WorkstationWindow(
                new Stage(), workspace, new WorkspaceOpener.Options(home, null), Theme.DARK, DemoOptions.DEFAULT));
        Screen.run(window::show);
        fire(window, "#create-demo");
        fire(window, "#universe-all");
        workspace.release(DemoOptions.DEFAULT.symbols());
        fire(window, "#run");
        TableView<ResultRow> table = table(window);
        Screen.await("every row", () -> table.getItems().size() == DemoOptions.DEFAULT.symbols());
        Screen.run(() -> {
            TableColumn<ResultRow, ?> returns = table.getColumns().get(1);
            returns.setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(returns));
        });
        assertThat(table.getItems()).allMatch(ResultRow::synthetic);
        Screen.picture(window.stage(), 1280, 720, "real-dark");
        Screen.run(() -> window.theme().set(Theme.LIGHT));
        Screen.picture(window.stage(), 1280, 720, "real-light");
        Screen.run(window::close);
        Screen.await("the window closes", () -> !window.stage().isShowing());
    }

    private static void fire(WorkstationWindow window, String id) {
        Screen.await(id, () -> window.stage().getScene().lookup(id) != null);
        Screen.run(() -> ((ButtonBase) node(window, id)).fire());
    }

    @SuppressWarnings("unchecked")
    private static TableView<ResultRow> table(WorkstationWindow window) {
        return (TableView<ResultRow>) node(window, "#results");
    }

    private static Node node(WorkstationWindow window, String id) {
        return Objects.requireNonNull(window.stage().getScene().lookup(id), id);
    }
}
