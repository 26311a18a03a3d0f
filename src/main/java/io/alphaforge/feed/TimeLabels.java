package io.alphaforge.feed;

import io.alphaforge.market.Interval;

/**
 * Which moment of a bar the time labels of a file name, and how to get from there to the bar's open.
 *
 * <p>Labels one second or one millisecond before a bucket ends ({@code 23:59:59}) name the bar's last moment. Months are
 * named by any of their days, their last one too. All other labels are open times and stay as they are: daily bars
 * that open at 18:00 are kept so.
 */
enum TimeLabels {
    OPEN {
        @Override
        long open(long label, Interval interval) {
            return label;
        }
    },
    LAST_MOMENT {
        @Override
        long open(long label, Interval interval) {
            return interval.bucketStart(label);
        }
    };

    private static final double NEARLY_ALL = 0.9;

    /** The open time of the bar with this label. */
    abstract long open(long label, Interval interval);

    static TimeLabels of(long[] labels, int size, Interval interval) {
        if (interval == Interval.MONTH) {
            return LAST_MOMENT;
        }
        int atEnd = 0;
        for (int i = 0; i < size; i++) {
            long left = interval.next(interval.bucketStart(labels[i])) - labels[i];
            atEnd += left == 1000 || left == 1 ? 1 : 0;
        }
        return atEnd >= NEARLY_ALL * size ? LAST_MOMENT : OPEN;
    }
}
