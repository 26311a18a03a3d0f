package io.alphaforge.ui.kit.chart;

import javafx.scene.canvas.GraphicsContext;

/**
 * What every painter needs to draw one frame.
 *
 * @param range the visible bars
 * @param group bars a candle
 */
record Frame(
        GraphicsContext g, ChartColors colors, ChartGeometry geometry, ChartData data, VisibleRange range, int group) {

    /** Horizontal position of the left edge of a bar. */
    double x(double bar) {
        return (bar - range.from()) * step();
    }

    /** Horizontal position of the middle of the group that begins with a bar. */
    double center(int firstBar) {
        return x(Math.min(firstBar + group / 2.0, (firstBar + data.size()) / 2.0));
    }

    /** Pixels of one bar. */
    double step() {
        return geometry.plotWidth() / range.width();
    }

    /** First bar of the group that a bar belongs to. */
    int groupStart(int bar) {
        return bar / group * group;
    }

    int firstBar() {
        return range.firstBar(data.size());
    }

    int endBar() {
        return range.endBar(data.size());
    }

    /** The middle of a pixel, so that a line one pixel wide is crisp. */
    static double crisp(double position) {
        return Math.floor(position) + 0.5;
    }
}
