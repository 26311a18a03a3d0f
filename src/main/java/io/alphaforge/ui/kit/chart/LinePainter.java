package io.alphaforge.ui.kit.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/** Draws lines with all their peaks, interrupted where they have no values. */
final class LinePainter {
    private static final double AREA_OPACITY = 0.14;

    private final Extents extents = new Extents();
    private double[] x = {};
    private double[] y = {};
    private int count;

    /** Takes what is visible of a line into {@code range}: its lowest and its highest value. */
    void extend(Frame frame, ChartLine line, double[] range) {
        line.values().read(frame.firstBar(), frame.endBar(), frame.group(), extents);
        range[0] = Math.min(range[0], extents.lowest());
        range[1] = Math.max(range[1], extents.highest());
    }

    /** Draws a line; its area, where it has one, reaches to {@code base}. */
    void draw(Frame frame, ChartLine line, Scale scale, double base) {
        // One bar more on each side, so that the line leaves the pane at its edge.
        line.values().read(frame.firstBar() - frame.group(), frame.endBar() + frame.group(), frame.group(), extents);
        Color color = frame.colors().of(line.role());
        GraphicsContext g = frame.g();
        g.setStroke(color);
        g.setLineWidth(line.role() == LineRole.REFERENCE ? 1 : 1.5);
        g.setLineJoin(StrokeLineJoin.BEVEL);
        g.setFill(color.deriveColor(0, 1, 1, AREA_OPACITY));
        if (x.length < 2 * extents.count() + 2) {
            x = new double[4 * extents.count() + 2];
            y = new double[x.length];
        }
        count = 0;
        for (int i = 0; i < extents.count(); i++) {
            if (Double.isNaN(extents.low(i))) {
                stroke(g, line.area(), base);
            } else {
                add(frame, scale, i);
            }
        }
        stroke(g, line.area(), base);
    }

    /** Lowest and highest value of a group a little beside each other, the nearer one to the point before first. */
    private void add(Frame frame, Scale scale, int i) {
        double center = frame.center(extents.bar(i));
        double low = scale.y(extents.low(i));
        double high = scale.y(extents.high(i));
        if (Math.abs(low - high) < 0.5) {
            point(center, (low + high) / 2);
            return;
        }
        double quarter = frame.step() * frame.group() / 4;
        boolean highFirst = count > 0 && Math.abs(y[count - 1] - high) < Math.abs(y[count - 1] - low);
        point(center - quarter, highFirst ? high : low);
        point(center + quarter, highFirst ? low : high);
    }

    private void point(double atX, double atY) {
        x[count] = atX;
        y[count++] = atY;
    }

    private void stroke(GraphicsContext g, boolean area, double base) {
        if (count == 1) {
            g.strokeLine(x[0] - 1, y[0], x[0] + 1, y[0]);
        } else if (count > 1) {
            g.strokePolyline(x, y, count);
            if (area) {
                x[count] = x[count - 1];
                y[count] = base;
                x[count + 1] = x[0];
                y[count + 1] = base;
                g.fillPolygon(x, y, count + 2);
            }
        }
        count = 0;
    }
}
