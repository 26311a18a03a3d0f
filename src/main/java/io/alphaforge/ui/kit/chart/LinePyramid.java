package io.alphaforge.ui.kit.chart;

import io.alphaforge.market.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * A line together with its lowest and highest values over longer and longer groups, so that no peak is lost however many
 * values fall on a pixel. NaN is no value: a group has one as soon as any of its bars has one.
 */
public final class LinePyramid {
    private static final int FACTOR = BarPyramid.FACTOR;

    private final Column values;
    private final List<Level> levels = new ArrayList<>();

    private LinePyramid(Column values) {
        this.values = values;
        Level level = new Level(values, values);
        levels.add(level);
        while (level.size() > FACTOR) {
            level = level.coarser();
            levels.add(level);
        }
    }

    /** The pyramid over one value a bar. */
    public static LinePyramid of(Column values) {
        return new LinePyramid(values);
    }

    /** The values themselves. */
    public Column values() {
        return values;
    }

    /**
     * Fills a buffer with the groups that the bars {@code from} (inclusive) to {@code to} (exclusive) belong to.
     *
     * @param group bars a group, a power of two; groups begin at multiples of it
     */
    public void read(int from, int to, int group, Extents target) {
        int start = Math.max(0, from) / group;
        int end = (Math.min(to, values.size()) + group - 1) / group;
        int parts = group;
        int depth = 0;
        while (parts >= FACTOR && depth < levels.size() - 1) {
            parts /= FACTOR;
            depth++;
        }
        target.begin(start, Math.max(0, end - start), group);
        Level level = levels.get(depth);
        for (int i = 0; i < target.count(); i++) {
            int first = (start + i) * parts;
            level.group(first, Math.min(first + parts, level.size()), target, i);
        }
    }

    /** The last value of the group that a bar belongs to; NaN where the group has none. */
    public double last(int bar, int group) {
        int first = bar / group * group;
        for (int i = Math.min(first + group, values.size()) - 1; i >= first; i--) {
            if (!Double.isNaN(values.get(i))) {
                return values.get(i);
            }
        }
        return Double.NaN;
    }

    private record Level(Column low, Column high) {
        int size() {
            return low.size();
        }

        Level coarser() {
            int groups = (size() + FACTOR - 1) / FACTOR;
            Extents made = new Extents();
            made.begin(0, groups, FACTOR);
            for (int i = 0; i < groups; i++) {
                group(i * FACTOR, Math.min(i * FACTOR + FACTOR, size()), made, i);
            }
            return new Level(Column.owning(made.low), Column.owning(made.high));
        }

        void group(int first, int end, Extents target, int at) {
            double lowest = Double.NaN;
            double highest = Double.NaN;
            for (int i = first; i < end; i++) {
                // A comparison with NaN is false, so these take any value over none.
                if (!(lowest <= low.get(i)) && !Double.isNaN(low.get(i))) {
                    lowest = low.get(i);
                }
                if (!(highest >= high.get(i)) && !Double.isNaN(high.get(i))) {
                    highest = high.get(i);
                }
            }
            target.low[at] = lowest;
            target.high[at] = highest;
        }
    }
}
