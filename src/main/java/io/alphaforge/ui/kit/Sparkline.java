package io.alphaforge.ui.kit;

import io.alphaforge.market.Column;

/** Where the points of a small line lie: the first {@code size} entries of {@code x} and {@code y}. */
final class Sparkline {
    private final double[] x;
    private final double[] y;
    private final int size;

    private Sparkline(double[] x, double[] y, int size) {
        this.x = x;
        this.y = y;
        this.size = size;
    }

    /**
     * Places finite values in an area: evenly from left to right by their index, the highest at the upper edge. Values
     * that are all equal lie in the middle, and a single one at the right.
     */
    static Sparkline of(Column values, double left, double width, double top, double height) {
        int n = values.size();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (Double.isFinite(values.get(i))) {
                lowest = Math.min(lowest, values.get(i));
                highest = Math.max(highest, values.get(i));
            }
        }
        double[] x = new double[n];
        double[] y = new double[n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            double value = values.get(i);
            if (Double.isFinite(value)) {
                x[size] = left + width * (n == 1 ? 1 : i / (n - 1.0));
                y[size] = top + height * (highest == lowest ? 0.5 : (highest - value) / (highest - lowest));
                size++;
            }
        }
        return new Sparkline(x, y, size);
    }

    /** The sign of last − first of the finite values; 0 where there are fewer than two. */
    static int trend(Column values) {
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            if (Double.isFinite(values.get(i))) {
                first = Double.isNaN(first) ? values.get(i) : first;
                last = values.get(i);
            }
        }
        return last > first ? 1 : last < first ? -1 : 0;
    }

    /** The array itself, as canvases want it. */
    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    int size() {
        return size;
    }
}
