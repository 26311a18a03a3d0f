package io.alphaforge.ui.performance;

import io.alphaforge.telemetry.Percentiles;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.TimeText;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/**
 * Durations of runs, a bar each, the newest at the right, with their median and 95th percentile as lines. Drawn anew at most
 * once a frame, by the layout pass. A click chooses a run.
 */
final class DurationChart extends Region {
    private static final double AXIS = 18;
    private static final double SIDE = 72;
    private static final double WIDEST = 20;
    private static final double NARROWEST = 4;
    private static final double LEAST = 1.5;

    private final TimeText times;
    private final Path finished = path("duration-bars");
    private final Path others = path("duration-others");
    private final Path marked = path("duration-marked");
    private final Path cut = path("duration-cut");
    private final Path grid = path("duration-grid");
    private final Path median = path("duration-median");
    private final Path high = path("duration-high");
    private final Label top = label("duration-label");
    private final Label half = label("duration-label");
    private final Label oldest = label("duration-label");
    private final Label newest = label("duration-label");
    private final Label p50 = label("duration-line-label");
    private final Label p95 = label("duration-line-label");
    private final Tooltip tip = Hints.tooltip("");
    private List<RunTimes> runs = List.of();
    private Percentiles figures = Percentiles.NONE;
    private @Nullable RunTimes selected;
    /** How many were drawn, and how wide each is. */
    private final ReadOnlyIntegerWrapper drawn = new ReadOnlyIntegerWrapper();

    private double each;

    DurationChart(TimeText times, Consumer<RunTimes> choose) {
        this.times = times;
        setId("durations");
        getStyleClass().add("duration-chart");
        getChildren().addAll(grid, finished, others, marked, cut, median, high, top, half, oldest, newest, p50, p95);
        Tooltip.install(this, tip);
        setOnMouseMoved(event -> {
            RunTimes run = at(event);
            tip.setText(run == null ? "Duration of runs, the newest at the right." : describe(run));
        });
        setOnMouseClicked(event -> {
            RunTimes run = at(event);
            if (run != null) {
                choose.accept(run);
            }
        });
    }

    /**
     * Shows runs.
     *
     * @param newestFirst of which as many are drawn as there is room
     * @param durations what those that are finished amount to
     */
    void show(List<RunTimes> newestFirst, Percentiles durations, @Nullable RunTimes chosen) {
        runs = List.copyOf(newestFirst);
        figures = durations;
        selected = chosen;
        setAccessibleText("Durations of " + Formats.plural(runs.size(), "run") + ": median "
                + TookText.millis(durations.p50()) + ", p95 " + TookText.millis(durations.p95()));
        requestLayout();
    }

    private String describe(RunTimes run) {
        return times.minute(run.startedAt()) + "  ·  " + run.work().strategy() + "  ·  "
                + run.work().interval() + "  ·  " + run.work().universe() + "\n"
                + TookText.millis(run.took().millis()) + " for "
                + Formats.plural(run.amount().completed(), "coin") + ", "
                + Formats.count(run.amount().cached()) + " of them cached  ·  " + run.status();
    }

    private @Nullable RunTimes at(MouseEvent event) {
        double fromRight = getWidth() - SIDE - event.getX();
        int index = (int) Math.floor(fromRight / Math.max(1, each));
        return fromRight < 0 || index >= drawn.get() ? null : runs.get(index);
    }

    private static Path path(String styleClass) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll(styleClass, "may-be-cut");
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }

    @Override
    protected void layoutChildren() {
        for (Path path : List.of(finished, others, marked, cut, grid, median, high)) {
            path.getElements().clear();
        }
        double left = SIDE;
        double right = getWidth() - SIDE;
        double ceiling = 8;
        double floor = snapPositionY(getHeight() - AXIS);
        each = Math.clamp((right - left) / Math.max(1, runs.size()), NARROWEST, WIDEST);
        drawn.set((int) Math.max(0, Math.min(runs.size(), Math.floor((right - left) / each + 1e-6))));
        List<RunTimes> visible = runs.subList(0, drawn.get());
        double highest =
                visible.stream().mapToDouble(run -> run.took().millis()).max().orElse(0);
        DurationScale scale = DurationScale.of(highest, figures.p95());
        double height = floor - ceiling;
        line(grid, left, right, ceiling);
        line(grid, left, right, (ceiling + floor) / 2);
        line(grid, left, right, floor);
        text(top, visible.isEmpty() ? "" : TookText.millis(scale.top()), left, ceiling);
        text(half, visible.isEmpty() ? "" : TookText.millis(scale.top() / 2), left, (ceiling + floor) / 2);
        for (int i = 0; i < visible.size(); i++) {
            double from = snapPositionX(right - (i + 1) * each);
            double gap = each > 2 * NARROWEST ? 2 : 1;
            draw(visible.get(i), from, snapPositionX(right - i * each) - gap, floor, height, scale);
        }
        percentile(median, p50, "p50 ", figures.p50(), left, right, floor, height, scale);
        percentile(high, p95, "p95 ", figures.p95(), left, right, floor, height, scale);
        apart();
        times(visible, right, floor);
    }

    private void draw(RunTimes run, double x, double end, double floor, double height, DurationScale scale) {
        double millis = run.took().millis();
        boolean chosen = selected != null && run.runId().equals(selected.runId());
        Path path = chosen ? marked : run.isFinished() ? finished : others;
        double y = floor - Math.max(LEAST, height * scale.height(millis));
        path.getElements()
                .addAll(
                        new MoveTo(x, floor),
                        new LineTo(x, y),
                        new LineTo(end, y),
                        new LineTo(end, floor),
                        new ClosePath());
        if (scale.isCut(millis)) {
            // A gap near the top says that the bar goes on.
            cut.getElements()
                    .addAll(
                            new MoveTo(x - 1, y + 8),
                            new LineTo(end + 1, y + 5),
                            new LineTo(end + 1, y + 7),
                            new LineTo(x - 1, y + 10),
                            new ClosePath());
        }
    }

    private static void line(Path path, double from, double to, double y) {
        double at = Math.floor(y) + 0.5;
        path.getElements().addAll(new MoveTo(from, at), new LineTo(to, at));
    }

    private void percentile(
            Path path,
            Label label,
            String name,
            double millis,
            double left,
            double right,
            double floor,
            double height,
            DurationScale scale) {
        boolean any = Double.isFinite(millis);
        label.setVisible(any);
        if (any) {
            double y = floor - height * scale.height(millis);
            line(path, left, right, y);
            label.setText(name + TookText.millis(millis));
            label.autosize();
            label.relocate(right + 6, snapPositionY(y - label.getHeight() / 2));
        }
    }

    /** The labels of two lines that lie close to each other do not cover each other. */
    private void apart() {
        double overlap = p95.getLayoutY() + p95.getHeight() - p50.getLayoutY();
        if (p50.isVisible() && overlap > 0) {
            p95.relocate(p95.getLayoutX(), Math.max(0, p95.getLayoutY() - overlap / 2));
            p50.relocate(p50.getLayoutX(), p95.getLayoutY() + p95.getHeight());
        }
    }

    private static void text(Label label, String text, double right, double y) {
        label.setText(text);
        label.autosize();
        label.relocate(right - label.getWidth() - 6, y - label.getHeight() / 2);
    }

    private void times(List<RunTimes> visible, double right, double floor) {
        oldest.setVisible(visible.size() > 1);
        newest.setVisible(!visible.isEmpty());
        if (visible.isEmpty()) {
            return;
        }
        newest.setText(times.minute(visible.getFirst().startedAt()));
        newest.autosize();
        newest.relocate(right - newest.getWidth(), floor + 2);
        oldest.setText(times.minute(visible.getLast().startedAt()));
        oldest.autosize();
        double x = right - visible.size() * each;
        oldest.relocate(x, floor + 2);
        oldest.setVisible(oldest.isVisible() && x + oldest.getWidth() + 16 < newest.getLayoutX());
    }

    /** How many of the runs that were handed over are drawn. */
    ReadOnlyIntegerProperty drawn() {
        return drawn.getReadOnlyProperty();
    }
}
