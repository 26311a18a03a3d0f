package io.alphaforge.ui.shell;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.market.Interval;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileChoice;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The real window, looked at and used by a test. */
final class TestWindow {
    static final int COINS = 30;
    static final DemoOptions FEW = new DemoOptions(COINS, 600, Interval.D1, 1);

    final WorkstationWindow window;
    /** Folders that were to be shown in the file browser. */
    final List<Path> folders = new ArrayList<>();

    /** The file that dialogs answer with; null for a user who does not want to. */
    volatile @Nullable Path chosen;

    private TestWindow(
            WorkspaceOpener opener,
            Path home,
            DemoOptions demo,
            Clock clock,
            Optional<OpeningTask> opening,
            Consumer<Scene> before) {
        ExecutorService serial = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("workspace").daemon().factory());
        SettingsFile settings = SettingsFile.load(home.resolve("settings.json"), serial);
        WindowSetup setup = new WindowSetup(
                opener,
                new WorkspaceOpener.Options(home, null),
                settings,
                serial,
                demo,
                clock,
                Optional.of(settings.problem()).filter(s -> !s.isEmpty()),
                opening,
                folders::add,
                new FileChoice() {
                    @Override
                    public Optional<Path> save(Window owner, String title, String name, String kind, String pattern) {
                        return Optional.ofNullable(chosen);
                    }

                    @Override
                    public Optional<Path> open(Window owner, String title, String kind, String pattern) {
                        return Optional.ofNullable(chosen);
                    }
                });
        window = Screen.call(() -> new WorkstationWindow(new Stage(), setup));
        Screen.run(() -> before.accept(window.stage().getScene()));
        Screen.run(window::show);
        // What is around the page comes after it.
        await("#page-title");
    }

    static TestWindow open(WorkspaceOpener opener, Path home) {
        return open(opener, home, FEW, Clock.systemUTC());
    }

    static TestWindow open(WorkspaceOpener opener, Path home, DemoOptions demo, Clock clock) {
        Screen.start();
        return new TestWindow(opener, home, demo, clock, Optional.empty(), scene -> {});
    }

    /**
     * Opens a window whose database is open and read before, as it mostly is, and looks at it from its first frame on.
     *
     * @param each is done on the JavaFX thread when a frame is laid out
     */
    static TestWindow watched(WorkspaceOpener opener, Path home, Consumer<Scene> each) {
        Screen.start();
        OpeningTask opening = new OpeningTask(opener, () -> new WorkspaceOpener.Options(home, null));
        opening.run();
        Screen.await(
                "the first look",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("first-look")));
        return new TestWindow(
                opener,
                home,
                FEW,
                Clock.systemUTC(),
                Optional.of(opening),
                scene -> scene.addPostLayoutPulseListener(() -> each.accept(scene)));
    }

    /** Makes the demo universe out of the first start and waits for the dashboard. */
    TestWindow withDemo() {
        await("#create-demo");
        click("#create-demo");
        Screen.await("the dashboard", () -> isAt("Dashboard"));
        return this;
    }

    /** Whether one can go everywhere and the page of this title is shown; on the JavaFX thread only. */
    boolean isAt(String title) {
        return ready() && ((Labeled) node("#page-title")).getText().equals(title);
    }

    boolean ready() {
        OpenWorkspace open = window.open();
        return open != null && open.ready().get();
    }

    /** The desk of the open workspace. */
    Desk desk() {
        return Objects.requireNonNull(window.open(), "no workspace is open").desk();
    }

    void go(Place place) {
        click("#rail-" + place.id());
        Screen.settle();
    }

    /** Answers the question that is shown, if one is, by going on with the close. */
    void close() {
        Screen.run(window::close);
        Screen.run(() -> {
            if (find("#question-go") instanceof ButtonBase button) {
                button.fire();
            }
        });
        Screen.await("the window closes", () -> !window.stage().isShowing());
    }

    void click(String id) {
        Screen.run(() -> ((ButtonBase) node(id)).fire());
    }

    /** Pauses a run whose rows are held back: a pause waits for the row that is on its way. */
    void pause(RealWorkspace workspace) {
        CompletableFuture<Void> paused =
                CompletableFuture.runAsync(() -> ((ButtonBase) node("#pause")).fire(), Platform::runLater);
        while (!paused.isDone()) {
            workspace.release(1);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        Screen.await("the pause", () -> ((Labeled) node("#run-state")).getText().equals("Paused"));
    }

    void await(String id) {
        Screen.await(id, () -> find(id) != null);
    }

    boolean disabled(String id) {
        return Screen.call(() -> node(id).isDisabled());
    }

    String text(String id) {
        return Screen.call(() -> ((Labeled) node(id)).getText());
    }

    Node node(String id) {
        return Objects.requireNonNull(find(id), id);
    }

    @Nullable
    Node find(String id) {
        return window.stage().getScene().getRoot().lookup(id);
    }

    @SuppressWarnings("unchecked")
    TableView<ResultRow> results() {
        return (TableView<ResultRow>) node("#results");
    }

    /** A table of the page that is shown. */
    TableView<?> table(String id) {
        return (TableView<?>) node(id);
    }

    /** The rows of the run as the table shows them; on the JavaFX thread only. */
    List<ResultRow> rows() {
        return results().getItems();
    }

    void sortByReturn() {
        TableColumn<ResultRow, ?> column = results().getColumns().get(1);
        column.setSortType(TableColumn.SortType.DESCENDING);
        results().getSortOrder().setAll(List.of(column));
    }
}
