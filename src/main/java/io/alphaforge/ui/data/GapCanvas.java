package io.alphaforge.ui.data;

import io.alphaforge.market.Gap;
import io.alphaforge.ui.kit.Formats;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * A series on a time line: what is there in one colour, gaps in another with the number of missing bars above them, dates
 * below. Drawn at the cost of its width.
 */
final class GapCanvas extends Region {
    private static final double TOP = 18;
    private static final double STRIP = 32;
    private static final double BOTTOM = 22;
    /** Room for "12,345" above a gap. */
    private static final double LABEL = 44;
    /** How many of the largest gaps may have their length above them. */
    private static final int LABELS = 200;
    /** A gap narrower than this is found, and marked, as if it were as wide. */
    private static final double REACH = 2;

    private static final StyleablePropertyFactory<GapCanvas> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Canvas canvas = new Canvas();
    private final StyleableProperty<Paint> present = paint("present", c -> c.present, Color.STEELBLUE);
    private final StyleableProperty<Paint> missing = paint("missing", c -> c.missing, Color.CRIMSON);
    private final StyleableProperty<Paint> marked = paint("marked", c -> c.marked, Color.BLACK);
    private final StyleableProperty<Paint> text = paint("text", c -> c.text, Color.GRAY);
    private final StyleableProperty<Paint> ground = paint("ground", c -> c.ground, Color.LIGHTGRAY);
    private @Nullable SeriesGaps gaps;
    private @Nullable Gap selected;
    private ZoneId zone = ZoneOffset.UTC;

    /**
     * An empty one.
     *
     * @param hover told of the time under the pointer, null when that has left, and of the gap there, null when there is
     *     none
     */
    GapCanvas(BiConsumer<@Nullable Long, @Nullable Gap> hover, Consumer<Gap> choose) {
        getStyleClass().add("gap-canvas");
        getChildren().add(canvas);
        setAccessibleText("Time line of the selected series with its gaps");
        setMinHeight(TOP + STRIP + BOTTOM);
        setPrefHeight(TOP + STRIP + BOTTOM);
        setMaxHeight(TOP + STRIP + BOTTOM);
        setOnMouseMoved(event -> point(event, hover));
        setOnMouseExited(event -> hover.accept(null, null));
        setOnMouseClicked(event -> {
            Gap gap = at(event.getX());
            if (gap != null) {
                choose.accept(gap);
            }
        });
        for (StyleableProperty<Paint> colour : List.of(present, missing, marked, text, ground)) {
            ((ObservableValue<?>) colour).subscribe(now -> requestLayout());
        }
    }

    private StyleableProperty<Paint> paint(
            String name, Function<GapCanvas, StyleableProperty<Paint>> getter, Paint initial) {
        return CSS.createStyleablePaintProperty(this, name, "-af-" + name, getter, initial);
    }

    /** Draws another series, or none. */
    void show(@Nullable SeriesGaps series, @Nullable Gap gap, ZoneId times) {
        gaps = series;
        selected = gap;
        zone = times;
        requestLayout();
    }

    private void point(MouseEvent event, BiConsumer<@Nullable Long, @Nullable Gap> hover) {
        TimeLine line = line();
        hover.accept(line == null ? null : line.time(event.getX()), at(event.getX()));
    }

    private @Nullable Gap at(double x) {
        TimeLine line = line();
        return line == null || gaps == null ? null : gaps.largestWithin(line.time(x - REACH), line.time(x + REACH));
    }

    private @Nullable TimeLine line() {
        int width = (int) getWidth();
        return gaps == null || width < 1 ? null : new TimeLine(gaps.first(), gaps.end(), width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(TOP + STRIP + BOTTOM);
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        TimeLine line = line();
        if (gaps == null || line == null) {
            return;
        }
        g.setFont(Font.font("Inter Figures", 11));
        strip(g, line, gaps);
        lengths(g, line, gaps);
        dates(g, line);
    }

    private void strip(GraphicsContext g, TimeLine line, SeriesGaps series) {
        g.setFill(present.getValue());
        g.fillRect(0, TOP, line.width(), STRIP);
        double[] share = line.present(series.gaps());
        // Where gaps are close together, marks wider than they are would hide the bars between them.
        double mark = series.gaps().size() * 8.0 < line.width() ? REACH : 1;
        for (int x = 0; x < share.length; x++) {
            if (share[x] < 1) {
                // A single missing bar is less than a pixel of years; it has to be seen all the same.
                g.setFill(ground.getValue());
                g.fillRect(x, TOP, mark, STRIP);
                g.setGlobalAlpha(0.45 + 0.55 * (1 - share[x]));
                g.setFill(missing.getValue());
                g.fillRect(x, TOP, mark, STRIP);
                g.setGlobalAlpha(1);
            }
        }
        if (selected != null) {
            double left = line.x(selected.firstMissing());
            double right = Math.max(left + REACH, line.x(selected.nextPresent()));
            g.setStroke(marked.getValue());
            g.setLineWidth(2);
            g.strokeRect(left - 2, TOP - 2, right - left + 4, STRIP + 4);
        }
    }

    /** The largest gaps have their number of missing bars above them, as many as find room. */
    private void lengths(GraphicsContext g, TimeLine line, SeriesGaps series) {
        g.setFill(text.getValue());
        g.setTextAlign(TextAlignment.CENTER);
        List<Double> taken = new ArrayList<>();
        for (Gap gap : series.largestFirst().stream().limit(LABELS).toList()) {
            double middle = (line.x(gap.firstMissing()) + line.x(gap.nextPresent())) / 2;
            double x = Math.clamp(middle, LABEL / 2, Math.max(LABEL / 2, line.width() - LABEL / 2));
            if (taken.stream().allMatch(other -> Math.abs(other - x) >= LABEL)) {
                taken.add(x);
                g.fillText(Formats.count(gap.missing()), x, TOP - 6);
            }
        }
    }

    private void dates(GraphicsContext g, TimeLine line) {
        g.setTextAlign(TextAlignment.LEFT);
        for (TimeTicks.Tick tick : TimeTicks.of(line, zone)) {
            double x = Math.floor(line.x(tick.time())) + 0.5;
            g.setStroke(text.getValue());
            g.setLineWidth(1);
            g.strokeLine(x, TOP + STRIP, x, TOP + STRIP + 6);
            if (x < line.width() - 56) {
                g.fillText(tick.label(), x + 4, TOP + STRIP + 16);
            }
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }
}
