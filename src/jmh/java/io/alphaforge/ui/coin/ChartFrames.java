package io.alphaforge.ui.coin;

import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.kit.chart.RandomBars;
import io.alphaforge.ui.kit.chart.VisibleRange;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/**
 * Measures how smoothly the chart of a coin moves and how fast a coin opens: a real page in a window on a real database
 * file, pulse by pulse. Prints one line a measurement.
 */
public final class ChartFrames {
    private static final int WARM_UP = 120;
    private static final int FRAMES = 600;
    private static final int OPENINGS = 11;
    private static final int HOURS = 44_000;
    private static final int MINUTES = 1_000_000;

    private final Workspace workspace;
    private final RecordedDesk recorded;
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final Stage stage;

    private ChartFrames(Workspace workspace) {
        this.workspace = workspace;
        recorded = Screen.call(() -> new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC()));
        stage = Screen.call(() -> {
            Application.setUserAgentStylesheet(Theme.DARK.stylesheet());
            recorded.theme.set(Theme.DARK);
            return new Stage();
        });
    }

    public static void main(String[] arguments) throws Exception {
        Screen.start();
        Path home = Files.createTempDirectory("frames");
        try (Workspace workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null))) {
            write(workspace, "HOURSUSDT", RandomBars.of(Interval.H1, HOURS, 1));
            write(workspace, "MINUTESUSDT", RandomBars.of(Interval.M1, MINUTES, 2));
            new ChartFrames(workspace).measure();
        }
        System.exit(0);
    }

    private static void write(Workspace workspace, String symbol, Bars bars) {
        workspace
                .bars()
                .write(new SeriesWrite(Instrument.parse(symbol), bars, "random", 0, 0, SeriesWrite.Mode.MERGE, true));
    }

    private void measure() throws Exception {
        CoinRequest hours = CoinFixture.request("HOURSUSDT", Interval.H1, "rsi");
        System.out.printf(Locale.ROOT, "open 44,000 with RSI, first in the process: %.0f ms%n", open(hours, 1224, 644));
        openings("open 44,000 with RSI", hours);
        openings("open 44,000 alone", CoinRequest.bars("HOURSUSDT", Interval.H1));
        openings("open 1,000,000 with RSI", CoinFixture.request("MINUTESUSDT", Interval.M1, "rsi"));
        // As large as a page in a window of 1280 x 720; the headless screen is not much larger.
        int[] size = {1224, 644};
        frames("empty canvas", size, floor(size));
        moves("44,000", size, hours);
        moves("1,000,000", size, CoinFixture.request("MINUTESUSDT", Interval.M1, "rsi"));
    }

    private void moves(String what, int[] size, CoinRequest request) throws Exception {
        CoinPage page = opened(request, size[0], size[1]);
        int bars = page.model().content().get().study().bars().size();
        frames(what + " pan, 250 bars visible", size, i -> page.chart().show(moved(i * 3.0, 250, bars)));
        frames(what + " pan, half visible", size, i -> page.chart().show(moved(i * bars / 1500.0, bars / 2.0, bars)));
        frames(what + " zoom, all to 100 bars and back", size, i -> {
            double depth = (1 - Math.cos(i * Math.PI / 75)) / 2;
            double width = bars * Math.pow(100.0 / bars, depth);
            page.chart().show(VisibleRange.around(bars * 0.6, width, bars));
        });
        Screen.run(page::close);
    }

    private static VisibleRange moved(double from, double width, int bars) {
        double start = from % (bars - width);
        return VisibleRange.around(start + width / 2, width, bars);
    }

    /** What a window costs in which a canvas of the size is filled with one colour in every frame. */
    private IntConsumer floor(int[] size) {
        Canvas canvas = new Canvas(size[0], size[1]);
        Screen.run(() -> show(new Pane(canvas), size[0], size[1]));
        return i -> {
            canvas.getGraphicsContext2D().setFill(i % 2 == 0 ? Color.BLACK : Color.web("#010101"));
            canvas.getGraphicsContext2D().fillRect(0, 0, size[0], size[1]);
        };
    }

    private void openings(String what, CoinRequest request) throws Exception {
        double[] times = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            times[i] = open(request, 1224, 644);
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT, "%s: median %.0f ms, worst %.0f ms%n", what, times[OPENINGS / 2], times[OPENINGS - 1]);
    }

    /** Milliseconds from the request to the pulse after the one that drew the first picture. */
    private double open(CoinRequest request, int width, int height) throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        long[] end = new long[1];
        CoinPage[] opened = new CoinPage[1];
        long start = System.nanoTime();
        Screen.run(() -> {
            CoinPage page = new CoinPage(workspace, recorded.desk(), request);
            opened[0] = page;
            show(page.node(), width, height);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (page.chart().frames() > 0) {
                        end[0] = System.nanoTime();
                        stop();
                        drawn.countDown();
                    }
                }
            }.start();
        });
        drawn.await();
        Screen.run(opened[0]::close);
        return (end[0] - start) / 1e6;
    }

    private CoinPage opened(CoinRequest request, int width, int height) {
        CoinPage page = Screen.call(() -> {
            CoinPage made = new CoinPage(workspace, recorded.desk(), request);
            show(made.node(), width, height);
            return made;
        });
        Screen.await("the coin", () -> page.chart().frames() > 0);
        return page;
    }

    private void show(Parent node, int width, int height) {
        StackPane root = new StackPane(node);
        root.getStyleClass().addAll("root", "dark");
        Scene scene = new Scene(root, width, height);
        scene.getStylesheets().setAll(Assets.stylesheets());
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    /** Changes something in every pulse and prints how long pulses and the drawing code in them took. */
    private void frames(String what, int[] size, IntConsumer change) throws Exception {
        Pulses pulses = new Pulses(change);
        Screen.run(pulses::begin);
        pulses.done.await();
        System.out.printf(Locale.ROOT, "%s, %d x %d: %s%n", what, size[0], size[1], pulses.report());
    }

    private final class Pulses extends AnimationTimer {
        final CountDownLatch done = new CountDownLatch(1);
        private final IntConsumer change;
        private final double[] intervals = new double[FRAMES];
        private final double[] drawing = new double[FRAMES];
        private final Runnable before = () -> layoutStart = System.nanoTime();
        private final Runnable after = this::laidOut;
        private int count = -WARM_UP;
        private long last;
        private long layoutStart;
        private long changing;

        Pulses(IntConsumer change) {
            this.change = change;
        }

        void begin() {
            stage.getScene().addPreLayoutPulseListener(before);
            stage.getScene().addPostLayoutPulseListener(after);
            start();
        }

        @Override
        public void handle(long now) {
            long begin = System.nanoTime();
            if (count >= 0 && count < FRAMES) {
                intervals[count] = (begin - last) / 1e6;
            }
            last = begin;
            change.accept(count + WARM_UP);
            changing = System.nanoTime() - begin;
        }

        private void laidOut() {
            if (count >= 0 && count < FRAMES) {
                drawing[count] = (System.nanoTime() - layoutStart + changing) / 1e6;
            }
            if (++count == FRAMES) {
                stop();
                stage.getScene().removePreLayoutPulseListener(before);
                stage.getScene().removePostLayoutPulseListener(after);
                done.countDown();
            }
        }

        String report() {
            double mean = Arrays.stream(intervals).average().orElse(0);
            Arrays.sort(intervals);
            Arrays.sort(drawing);
            return String.format(
                    Locale.ROOT,
                    "%.0f frames a second; pulse p50 %.1f, p95 %.1f, p99 %.1f, worst %.1f ms; drawing p50 %.2f, p95 %.2f,"
                            + " worst %.1f ms",
                    1000 / mean,
                    intervals[FRAMES / 2],
                    intervals[FRAMES * 95 / 100],
                    intervals[FRAMES * 99 / 100],
                    intervals[FRAMES - 1],
                    drawing[FRAMES / 2],
                    drawing[FRAMES * 95 / 100],
                    drawing[FRAMES - 1]);
        }
    }
}
