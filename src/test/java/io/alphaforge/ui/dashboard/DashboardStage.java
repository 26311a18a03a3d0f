package io.alphaforge.ui.dashboard;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileDialogs;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The dashboard on a real database file in a window of its own, with the keys that the shell would give it. */
final class DashboardStage {
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Workspace workspace;
    private final RecordedDesk recorded;
    private Path exportTo = Path.of("nowhere");
    private @Nullable DashboardPage page;
    private @Nullable Stage stage;

    DashboardStage(Path home, Clock clock) {
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        recorded = Screen.call(() -> new RecordedDesk(background, PulseScheduler.javaFx(), clock));
    }

    /** Opens the page and waits until its table has so many rows. */
    void open(int rows) {
        FileDialogs dialogs = (owner, title, name) -> Optional.of(exportTo);
        Screen.run(() -> {
            recorded.contents.set(StoreContents.of(workspace.bars().series()));
            DashboardPage opened = new DashboardPage(workspace, desk(), FirstLook.none(workspace), dialogs);
            page = opened;
            Stage window = new Stage();
            stage = window;
            Scene scene = new Scene(new StackPane(opened.node()), 1224, 644);
            scene.getStylesheets().setAll(Assets.stylesheets());
            window.setScene(scene);
            style(Theme.LIGHT);
            opened.actions().stream()
                    .filter(action -> action.key() != null)
                    .forEach(action -> scene.getAccelerators().put(action.key(), action.run()));
            window.show();
            opened.focus();
        });
        Screen.await("the rows", () -> table().getItems().size() == rows);
        Screen.await("the tiles", () -> stage().getScene().lookup("#market-tiles") != null);
        Screen.settle();
    }

    void picture(Theme theme, int width, int height, String name) {
        Screen.run(() -> style(theme));
        // The shell takes 56 pixels at the left, 48 at the top and 28 at the bottom.
        Screen.picture(stage(), width - 56, height - 76, name);
    }

    private void style(Theme theme) {
        Application.setUserAgentStylesheet(theme.stylesheet());
        stage().getScene().getRoot().getStyleClass().setAll("root", theme.styleClass());
        recorded.theme.set(theme);
    }

    void exportTo(Path file) {
        exportTo = file;
    }

    /** Closes page and window, as when the user goes elsewhere for good. */
    void closePage() {
        Screen.run(() -> {
            page().close();
            stage().close();
            page = null;
            stage = null;
        });
    }

    void close() {
        if (page != null) {
            closePage();
        }
        background.close();
        workspace.close();
    }

    <T extends Node> T node(Class<T> type, String id) {
        return type.cast(Objects.requireNonNull(stage().getScene().lookup(id), id));
    }

    @SuppressWarnings("unchecked")
    TableView<CoinLine> table() {
        return node(TableView.class, "#coins");
    }

    Workspace workspace() {
        return workspace;
    }

    Desk desk() {
        return recorded.desk();
    }

    RecordedDesk recorded() {
        return recorded;
    }

    DashboardPage page() {
        return Objects.requireNonNull(page, "the page is not open");
    }

    Stage stage() {
        return Objects.requireNonNull(stage, "the page is not open");
    }
}
