package io.alphaforge.ui.backtest;

import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.BacktestRunner;
import io.alphaforge.run.BarMemory;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.ResultRow;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * How long pulses of the JavaFX thread take while 243 results stream into the backtest page: the real page, runner and
 * database file, software rendering, no window system. A program of its own, because the harness of the other
 * benchmarks forks virtual machines without the JavaFX thread.
 *
 * <p>Arguments: {@code 1d} or {@code 1h} for the bars of the demo universe, and optionally a folder in which to keep it.
 */
public final class StreamingPulses {
    private static final int COINS = 243;
    private static final int RUNS = 8;

    private final BacktestViewModel model;
    private final BacktestPage page;
    private final PulseTimes times = new PulseTimes();

    private StreamingPulses(Interval interval, DuckDbStore store, BacktestRunner runner, ExecutorService background) {
        RecordedDesk recorded = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());
        recorded.contents.set(StoreContents.of(store.series()));
        model = new BacktestViewModel(runner, store.presets(), recorded.desk(), Strategies.all());
        model.form().universe().choice().set(UniverseChoice.ALL);
        model.form().interval().set(interval);
        page = new BacktestPage(model, recorded.desk(), (owner, title, name) -> Optional.empty());
        StackPane root = new StackPane(page.node());
        root.getStyleClass().addAll("root", Theme.LIGHT.styleClass());
        Scene scene = new Scene(root, 1224, 644);
        scene.getStylesheets().setAll(Assets.stylesheets());
        Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
    }

    public static void main(String[] arguments) throws Exception {
        Interval interval = Interval.parse(arguments[0]);
        Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("alphaforge-pulses");
        ExecutorService background = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("background-", 0).daemon().factory());
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("results.cache"));
        Platform.startup(() -> Platform.setImplicitExit(false));
        try (DuckDbStore store = DuckDbStore.open(folder.resolve("bars.duckdb"), InstantSource.system());
                LocalResultCache cache =
                        LocalResultCache.open(folder.resolve("results.cache"), EngineVersion.current());
                BacktestRunner runner = new BacktestRunner(
                        store, cache, store.runs(), new BarMemory(1L << 27), InstantSource.system(), 2)) {
            if (store.series().isEmpty()) {
                new DemoUniverse(InstantSource.system())
                        .write(store, new DemoOptions(COINS, 1_833, interval, 1), (done, of, bars) -> {}, () -> false);
            }
            StreamingPulses pulses = onFx(() -> {
                Assets.loadFonts();
                return new StreamingPulses(interval, store, runner, background);
            });
            // The window is painted and quiet; nothing of a run has ever been done in this virtual machine.
            Thread.sleep(1500);
            pulses.measure("first run in a cold machine", 1, false, false);
            pulses.measure("warm-up", 1, false, false);
            pulses.measure("not cached", RUNS, false, false);
            pulses.measure("not cached, sorted by return", RUNS, false, true);
            pulses.measure("out of the cache", RUNS, true, false);
            pulses.measure("out of the cache, sorted by return", RUNS, true, true);
        }
        if (arguments.length < 2) {
            delete(folder);
        }
        System.exit(0);
    }

    private void measure(String what, int runs, boolean cached, boolean sorted) throws Exception {
        List<Double> durations = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        List<Double> intervals = new ArrayList<>();
        int rows = 0;
        for (int run = 0; run < runs; run++) {
            CompletableFuture<Integer> end = new CompletableFuture<>();
            Platform.runLater(() -> {
                sort(sorted);
                model.form().useCache().set(cached);
                times.start();
                var following = model.phase().subscribe((was, is) -> {
                    if (is == Phase.ENDED) {
                        // The rows of the last batch are laid out and painted in the pulses to come.
                        times.stopAfter(
                                3, () -> end.complete(model.shown().rows().size()));
                    }
                });
                end.thenRun(following::unsubscribe);
                model.run();
            });
            rows = end.get();
            durations.addAll(times.durations());
            busy.addAll(times.busy());
            intervals.addAll(times.intervals());
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, %d pulses%n  duration %s%n  processor %s%n  interval %s%n",
                what,
                rows,
                durations.size(),
                describe(durations),
                describe(busy),
                describe(intervals));
    }

    @SuppressWarnings("unchecked")
    private void sort(boolean sorted) {
        TableView<ResultRow> table = (TableView<ResultRow>) page.node().lookup("#results");
        TableColumn<ResultRow, ?> returns = table.getColumns().get(1);
        table.getSortOrder().setAll(sorted ? List.of(returns) : List.of());
    }

    private static String describe(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int last = sorted.size() - 1;
        return String.format(
                Locale.ROOT,
                "ms: median %.1f, 99 %% %.1f, most %.1f, over 33 ms: %d",
                sorted.get(last / 2),
                sorted.get((int) Math.ceil(0.99 * last)),
                sorted.get(last),
                sorted.stream().filter(v -> v > 33).count());
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws InterruptedException, ExecutionException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
