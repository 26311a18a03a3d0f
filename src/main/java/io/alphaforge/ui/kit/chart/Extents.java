package io.alphaforge.ui.kit.chart;

import java.util.Arrays;

/**
 * The lowest and highest value of a line over consecutive groups of bars, NaN where a group has no value: a buffer that
 * is filled again for every frame.
 */
public final class Extents {
    private int first;
    private int group = 1;
    private int count;
    double[] low = {};
    double[] high = {};

    /** Makes room; what was in it is lost. */
    void begin(int firstGroup, int groups, int barsEach) {
        first = firstGroup;
        count = groups;
        group = barsEach;
        if (low.length < groups) {
            int room = Math.max(groups, low.length * 2);
            low = new double[room];
            high = new double[room];
        }
    }

    public int count() {
        return count;
    }

    /** Index of the first bar of a group. */
    public int bar(int index) {
        return (first + index) * group;
    }

    public double low(int index) {
        return low[index];
    }

    public double high(int index) {
        return high[index];
    }

    /** The lowest value; infinite where there is none. */
    public double lowest() {
        return Arrays.stream(low, 0, count).filter(v -> !Double.isNaN(v)).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The highest value; minus infinite where there is none. */
    public double highest() {
        return Arrays.stream(high, 0, count).filter(v -> !Double.isNaN(v)).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
