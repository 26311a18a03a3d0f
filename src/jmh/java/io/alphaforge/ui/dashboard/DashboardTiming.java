package io.alphaforge.ui.dashboard;

import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * How fast the dashboard of 263 coins is: its query, its way from the click to the second frame with rows, sorting and
 * scrolling. To be run headless with software rendering.
 */
public final class DashboardTiming {
    private static final DemoOptions UNIVERSE = new DemoOptions(263, 1_500, Interval.D1, 1);
    private static final int ROUNDS = 80;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Workspace workspace;
    private final RecordedDesk recorded;
    private final StackPane root = new StackPane();

    private DashboardTiming(Workspace workspace) {
        this.workspace = workspace;
        this.recorded = Screen.call(() -> new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC()));
        Screen.run(() -> {
            Application.setUserAgentStylesheet(Theme.DARK.stylesheet());
            Scene scene = new Scene(root, 1224, 644);
            scene.getStylesheets().setAll(Assets.stylesheets());
            root.getStyleClass().add(Theme.DARK.styleClass());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            recorded.contents.set(StoreContents.of(workspace.bars().series()));
        });
    }

    /** Makes a database in a temporary folder and prints what was measured. */
    public static void main(String[] arguments) throws IOException {
        Screen.start();
        Path home = Files.createTempDirectory("dashboard-timing");
        try (Workspace workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null))) {
            new DemoUniverse(Clock.systemUTC()).write(workspace.bars(), UNIVERSE, DemoListener.NONE, () -> false);
            DashboardTiming timing = new DashboardTiming(workspace);
            timing.query();
            timing.opening();
            timing.sortingAndScrolling();
            timing.background.shutdown();
        }
        System.exit(0);
    }

    private void query() {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long start = System.nanoTime();
            int rows = workspace.bars().dashboard().size();
            times.add((System.nanoTime() - start) / 1e6);
            check(rows == UNIVERSE.symbols());
        }
        print("query", times);
    }

    private void opening() {
        List<Double> times = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            List<DashboardPage> page = new ArrayList<>();
            long before = worked();
            long start = System.nanoTime();
            Screen.run(() -> {
                Desk desk = recorded.desk();
                page.add(new DashboardPage(workspace, desk, FirstLook.none(workspace)));
                root.getChildren().setAll(page.getFirst().node());
                page.getFirst().focus();
            });
            frames(2, () -> !table().getItems().isEmpty());
            times.add((System.nanoTime() - start) / 1e6);
            work.add((worked() - before) / 1e6);
            Screen.settle();
            if (i == ROUNDS - 1) {
                returning(page.getFirst());
            } else {
                Screen.run(() -> {
                    page.getFirst().close();
                    root.getChildren().clear();
                });
            }
        }
        print("from the click to the second frame with rows", times);
        print("processor time of the JavaFX thread in it", work);
    }

    /** To a page that has been shown before and was left for another one. */
    private void returning(DashboardPage page) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Screen.run(() -> root.getChildren().clear());
            Screen.settle();
            long start = System.nanoTime();
            Screen.run(() -> {
                root.getChildren().setAll(page.node());
                page.focus();
            });
            frames(2, () -> true);
            times.add((System.nanoTime() - start) / 1e6);
        }
        print("back to the page, to the second frame", times);
    }

    private void sortingAndScrolling() {
        List<Double> sorts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            int number = i;
            long start = System.nanoTime();
            Screen.run(() -> {
                List<TableColumn<CoinLine, ?>> shown = List.copyOf(table().getVisibleLeafColumns());
                table().getSortOrder().setAll(List.of(shown.get(1 + number % 4)));
            });
            frames(2, () -> true);
            sorts.add((System.nanoTime() - start) / 1e6);
        }
        print("from a new sort order to the second frame", sorts);
        List<Double> scrolls = new ArrayList<>();
        long last = System.nanoTime();
        for (int row = 0; row < 240; row++) {
            int top = row;
            Screen.run(() -> table().scrollTo(top));
            frames(1, () -> true);
            long now = System.nanoTime();
            scrolls.add((now - last) / 1e6);
            last = now;
        }
        print("frame while scrolling row by row", scrolls);
    }

    /** Processor time of the JavaFX thread so far, in nanoseconds. */
    private static long worked() {
        return Screen.call(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @SuppressWarnings("unchecked")
    private TableView<CoinLine> table() {
        return (TableView<CoinLine>) root.lookup("#coins");
    }

    /** Waits until so many frames after the one at whose beginning the condition held have begun. */
    private static void frames(int frames, BooleanSupplier condition) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Screen.run(() -> new AnimationTimer() {
            private int seen;

            @Override
            public void handle(long now) {
                if (condition.getAsBoolean() && seen++ == frames) {
                    stop();
                    done.complete(true);
                }
            }
        }.start());
        done.join();
    }

    private static void print(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: first %.1f ms, median %.1f ms, 99 %% %.1f ms, most %.1f ms (%d times)%n",
                what,
                times.getFirst(),
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1),
                sorted.getLast(),
                sorted.size());
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("The demo universe is not whole.");
        }
    }
}
