package io.alphaforge.ui.kit.chart;

import io.alphaforge.ui.kit.TimeText;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a chart with the legends and the cross-hair over it. It is drawn while the scene is laid out, which
 * happens once a pulse at the most and only after something has changed; the cross-hair moves without a new picture.
 */
final class ChartSurface extends Pane {
    private final Canvas canvas = new Canvas();
    private final Crosshair crosshair = new Crosshair();
    private final ChartPainter painter = new ChartPainter();
    private final Candles one = new Candles();
    private final BarTimes times;
    private ChartPainter.@Nullable Scene scene;
    private ChartPainter.@Nullable Drawn drawn;
    private @Nullable Legends legends;
    private boolean dirty;
    private double pointerX = Double.NaN;
    private double pointerY = Double.NaN;
    private long frames;

    ChartSurface(TimeText times) {
        this.times = new BarTimes(times);
        // What happens here never asks the window for a new layout.
        setManaged(false);
        getStyleClass().add("plot-surface");
        canvas.setManaged(false);
        getChildren().add(canvas);
        getChildren().addAll(crosshair.nodes());
    }

    /** Draws other data, or nothing. */
    void show(ChartPainter.@Nullable Scene next) {
        ChartPainter.Scene before = scene;
        scene = next;
        if (next == null) {
            drawn = null;
            legends = null;
            getChildren().removeIf(Legend.class::isInstance);
            crosshair.hide();
        } else if (before == null || !before.data().equals(next.data())) {
            painter.reset();
            getChildren().removeIf(Legend.class::isInstance);
            legends = new Legends(next.data());
            getChildren().addAll(1, legends.nodes());
        }
        dirty = true;
        requestLayout();
    }

    /** Moves the pointer; NaN for away. */
    void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            dirty = true;
        }
        if (dirty) {
            draw();
        }
        readOut();
    }

    private void draw() {
        dirty = false;
        ChartPainter.Scene now = scene;
        if (now == null || getWidth() < 1 || getHeight() < 1) {
            canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
            return;
        }
        drawn = painter.draw(canvas.getGraphicsContext2D(), getWidth(), getHeight(), now);
        frames++;
    }

    private void readOut() {
        ChartPainter.Drawn picture = drawn;
        Legends rows = legends;
        if (picture == null || rows == null || picture.frame().data().size() == 0) {
            return;
        }
        Frame frame = picture.frame();
        int bar = pointedBar(frame);
        int shown = bar >= 0 ? bar : Math.max(0, frame.endBar() - 1);
        rows.show(Readout.of(frame.data(), shown, frame.group(), one), frame.colors());
        rows.place(frame.geometry());
        if (bar < 0) {
            crosshair.hide();
            return;
        }
        int first = frame.groupStart(bar);
        crosshair.showTime(
                frame.geometry(), frame.center(first), times.of(frame.data().bars(), first, frame.group()));
        int pane = frame.geometry().paneAt(pointerY);
        if (pane < 0) {
            crosshair.hideValue();
        } else {
            double value = picture.scales().get(pane).value(pointerY);
            crosshair.showValue(
                    frame.geometry(),
                    pointerY,
                    AxisPainter.value(value, picture.ticks().get(pane)));
        }
    }

    /** The bar below the pointer; -1 when the pointer is away or beside the bars. */
    private int pointedBar(Frame frame) {
        if (Double.isNaN(pointerX) || pointerX > frame.geometry().plotWidth()) {
            return -1;
        }
        int bar = (int) Math.floor(frame.range().from() + pointerX / frame.step());
        return bar >= 0 && bar < frame.data().size() ? bar : -1;
    }

    /** What was drawn last; null before the first time. */
    ChartPainter.@Nullable Drawn drawn() {
        return drawn;
    }

    /** The trade whose triangle is at a place, -1 when there is none. */
    int tradeAt(double x, double y) {
        return painter.trades().tradeAt(x, y);
    }

    /** Where the first triangle of a trade was drawn, as x and y; empty when it was not. */
    List<Double> spot(int trade) {
        return painter.trades().spot(trade);
    }

    /** What the legends say. */
    List<List<String>> legendTexts() {
        return legends == null ? List.of() : legends.texts();
    }

    /** The time that the cross-hair shows. */
    String crosshairTime() {
        return crosshair.timeText();
    }

    /** How many pictures have been drawn. */
    long frames() {
        return frames;
    }
}
