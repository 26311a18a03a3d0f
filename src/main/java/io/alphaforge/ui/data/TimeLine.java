package io.alphaforge.ui.data;

import io.alphaforge.market.Gap;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of time on so many pixels, and what share of every pixel has bars. However many bars a series has, drawing it
 * costs as much as the line is wide.
 *
 * @param from time at the left edge, UTC epoch milliseconds
 * @param end time at the right edge, after {@code from}
 * @param width pixels, at least 1
 */
record TimeLine(long from, long end, int width) {
    TimeLine {
        if (end <= from || width < 1) {
            throw new IllegalArgumentException(
                    "A time line is longer than nothing: " + from + ", " + end + ", " + width);
        }
    }

    /** Where a time lies, in pixels from the left edge; not held within the line. */
    double x(long time) {
        return (double) (time - from) / (end - from) * width;
    }

    /** The time at so many pixels from the left edge. */
    long time(double x) {
        return from + Math.round(x / width * (end - from));
    }

    /**
     * For every pixel the share of its time that is no gap, from 0 (nothing is there) to 1 (nothing is missing).
     *
     * @param gaps in time order, not overlapping
     */
    double[] present(List<Gap> gaps) {
        double[] present = new double[width];
        Arrays.fill(present, 1);
        for (Gap gap : gaps) {
            double left = Math.clamp(x(gap.firstMissing()), 0, width);
            double right = Math.clamp(x(gap.nextPresent()), 0, width);
            for (int pixel = (int) left; pixel < right; pixel++) {
                double covered = Math.min(right, pixel + 1) - Math.max(left, pixel);
                present[pixel] = Math.max(0, present[pixel] - covered);
            }
        }
        return present;
    }
}
