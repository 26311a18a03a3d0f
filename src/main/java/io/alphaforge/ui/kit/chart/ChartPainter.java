package io.alphaforge.ui.kit.chart;

import io.alphaforge.ui.kit.PriceText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Draws a whole chart and knows afterwards where everything is. Keeps its buffers from frame to frame. */
final class ChartPainter {
    private static final double LEAST_AXIS = 56;
    private static final double VOLUME_SHARE = 0.18;
    private static final double HEAD = 26;

    private final AxisPainter axes = new AxisPainter();
    private final LinePainter lines = new LinePainter();
    private final TradePainter trades = new TradePainter();
    private final Candles candles = new Candles();
    private double axisWidth = LEAST_AXIS;

    /**
     * What a picture of the chart depends on beside its size.
     *
     * @param selected index of the selected trade, -1 without one
     */
    record Scene(
            ChartData data, VisibleRange range, ChartColors colors, ZoneId zone, boolean logarithmic, int selected) {}

    /**
     * Where things were drawn.
     *
     * @param scales of the panes, that of prices first
     * @param ticks of the panes
     */
    record Drawn(Frame frame, List<Scale> scales, List<ValueTicks> ticks) {}

    /** Forgets how wide the axis has to be; to be called for other data. */
    void reset() {
        axisWidth = LEAST_AXIS;
    }

    TradePainter trades() {
        return trades;
    }

    Drawn draw(GraphicsContext g, double width, double height, Scene scene) {
        Drawn drawn = layout(g, width, height, scene);
        // Wider labels make the axis wider, for good: an axis that breathes while the chart moves is unquiet.
        double needed = Math.max(LEAST_AXIS, wide(AxisPainter.width(lastClose(drawn.frame))));
        for (int i = 0; i < drawn.scales.size(); i++) {
            needed = Math.max(needed, wide(AxisPainter.width(drawn.scales.get(i), drawn.ticks.get(i))));
        }
        if (needed > axisWidth) {
            axisWidth = needed;
            drawn = layout(g, width, height, scene);
        }
        Frame frame = drawn.frame;
        g.setFill(frame.colors().background());
        g.fillRect(0, 0, width, height);
        axes.times(frame, scene.zone());
        prices(drawn, scene.selected());
        for (int i = 1; i < drawn.scales.size(); i++) {
            pane(drawn, i);
        }
        finish(drawn);
        return drawn;
    }

    /** In steps, so that a digit more rarely moves everything. */
    private static double wide(double axis) {
        return Math.ceil(axis / 8) * 8;
    }

    /** What the tag of the last close says, whether that is in sight or not. */
    private static String lastClose(Frame frame) {
        int last = frame.data().size() - 1;
        return last < 0 ? "" : PriceText.of(frame.data().bars().close().get(last));
    }

    private Drawn layout(GraphicsContext g, double width, double height, Scene scene) {
        ChartGeometry geometry =
                ChartGeometry.of(width, height, axisWidth, scene.data().panes().size());
        Frame frame = new Frame(
                g,
                scene.colors(),
                geometry,
                scene.data(),
                scene.range(),
                scene.range().group(geometry.plotWidth()));
        scene.data().candles().read(frame.firstBar(), frame.endBar(), frame.group(), candles);
        List<Scale> scales = new ArrayList<>();
        List<ValueTicks> ticks = new ArrayList<>();
        scales.add(priceScale(frame, scene.logarithmic()));
        ticks.add(AxisPainter.ticks(scales.getFirst()));
        for (ChartPane pane : scene.data().panes()) {
            Scale scale = paneScale(frame, pane, geometry.panes().get(scales.size()));
            scales.add(scale);
            ticks.add(pane.levels().isEmpty() ? AxisPainter.ticks(scale) : ValueTicks.at(pane.levels()));
        }
        return new Drawn(frame, scales, ticks);
    }

    private Scale priceScale(Frame frame, boolean logarithmic) {
        double[] range = {candles.lowest(), candles.highest()};
        frame.data().overlays().forEach(line -> lines.extend(frame, line, range));
        ChartGeometry.Box box = frame.geometry().panes().getFirst();
        double head = Math.min(HEAD, box.height() * 0.12) + 12;
        double foot = box.height() * VOLUME_SHARE + 12;
        return Scale.fit(range[0], range[1], logarithmic, box.top() + head, Math.max(1, box.height() - head - foot));
    }

    private Scale paneScale(Frame frame, ChartPane pane, ChartGeometry.Box box) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        pane.lines().forEach(line -> lines.extend(frame, line, range));
        for (double level : pane.levels()) {
            range[0] = Math.min(range[0], level);
            range[1] = Math.max(range[1], level);
        }
        double high = Double.isNaN(pane.high()) ? range[1] : pane.high();
        double air = Math.min(pane.levels().isEmpty() ? 6 : 10, box.height() / 5);
        // Nothing but the upper end itself: all of the pane is below it.
        double low = range[0] >= high && !Double.isNaN(pane.high()) ? high - 1 : range[0];
        return Scale.fit(low, high, false, box.top() + air, Math.max(1, box.height() - 2 * air));
    }

    private void prices(Drawn drawn, int selected) {
        Frame frame = drawn.frame;
        Scale scale = drawn.scales.getFirst();
        ChartGeometry.Box box = frame.geometry().panes().getFirst();
        axes.grid(frame, scale, drawn.ticks.getFirst());
        clip(frame, box);
        GapPainter.draw(frame, box);
        CandlePainter.volume(frame, candles, Math.floor(box.bottom()), Math.floor(box.height() * VOLUME_SHARE));
        CandlePainter.candles(frame, candles, scale);
        frame.data().overlays().forEach(line -> lines.draw(frame, line, scale, 0));
        trades.draw(frame, scale, selected);
        frame.g().restore();
    }

    private void pane(Drawn drawn, int index) {
        Frame frame = drawn.frame;
        Scale scale = drawn.scales.get(index);
        ChartPane pane = frame.data().panes().get(index - 1);
        ChartGeometry.Box box = frame.geometry().panes().get(index);
        if (pane.levels().isEmpty()) {
            axes.grid(frame, scale, drawn.ticks.get(index));
        }
        pane.levels().forEach(value -> axes.level(frame, scale, value));
        clip(frame, box);
        double base = Double.isNaN(pane.high()) ? box.bottom() : scale.y(pane.high());
        // The first line is the one the pane is about: it lies over the others.
        pane.lines().reversed().forEach(line -> lines.draw(frame, line, scale, base));
        frame.g().restore();
    }

    private void finish(Drawn drawn) {
        Frame frame = drawn.frame;
        axes.borders(frame);
        double taken = lastPrice(drawn);
        for (int i = 0; i < drawn.scales.size(); i++) {
            ChartGeometry.Box box = frame.geometry().panes().get(i);
            axes.labels(frame, box, drawn.scales.get(i), drawn.ticks.get(i), i == 0 ? taken : Double.NaN);
        }
    }

    /** The last close of all as a tag on the axis. Returns where it is, NaN where its scale does not show it. */
    private double lastPrice(Drawn drawn) {
        Frame frame = drawn.frame;
        int last = frame.data().size() - 1;
        if (last < 0 || frame.endBar() <= last) {
            return Double.NaN;
        }
        double close = frame.data().bars().close().get(last);
        boolean up = close >= frame.data().bars().open().get(last);
        double y = drawn.scales.getFirst().y(close);
        axes.tag(
                frame,
                y,
                lastClose(frame),
                up ? frame.colors().up() : frame.colors().down());
        return y;
    }

    private static void clip(Frame frame, ChartGeometry.Box box) {
        GraphicsContext g = frame.g();
        g.save();
        g.beginPath();
        g.rect(0, box.top(), frame.geometry().plotWidth(), box.height());
        g.clip();
    }
}
