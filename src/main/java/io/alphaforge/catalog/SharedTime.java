package io.alphaforge.catalog;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.util.BitSet;

/**
 * Bars that begin before another one has ended. Bars of one market do not, so they come from somewhere else: days of a
 * venue that counts them from another hour, or rows that are no bars of this interval.
 */
public final class SharedTime {
    private static final long HOUR = 3_600_000L;

    private SharedTime() {}

    /**
     * Whether a bar begins before an earlier one has ended. Bars of over two hours may begin an hour early: that is what
     * a market by local time does when clocks are changed.
     *
     * @param earlier open time, UTC epoch milliseconds
     * @param later open time, not before {@code earlier}
     */
    public static boolean between(Interval interval, long earlier, long later) {
        long early = interval.next(earlier) - later;
        return early > (interval.millis() > 2 * HOUR ? HOUR : 0);
    }

    /**
     * Which bars of a series share time with bars of another one, while neither series has both of them: then the
     * calendar of neither explains it.
     */
    static BitSet of(Bars bars, Bars others) {
        BitSet sharing = new BitSet();
        int j = 0;
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.time(i);
            while (j < others.size() && others.time(j) < time) {
                j++;
            }
            boolean both = j < others.size() && others.time(j) == time;
            if (!both && (sharesWith(bars, i, others, j - 1) || sharesWith(bars, i, others, j))) {
                sharing.set(i);
            }
        }
        return sharing;
    }

    private static boolean sharesWith(Bars bars, int i, Bars others, int j) {
        if (j < 0 || j >= others.size()) {
            return false;
        }
        long time = bars.time(i);
        long other = others.time(j);
        return between(bars.interval(), Math.min(time, other), Math.max(time, other)) && !holds(bars, i, other);
    }

    /** Whether a series has a bar at a time near its bar at {@code i}. */
    private static boolean holds(Bars bars, int i, long time) {
        int k = i;
        while (k > 0 && bars.time(k) > time) {
            k--;
        }
        while (k < bars.size() - 1 && bars.time(k) < time) {
            k++;
        }
        return bars.time(k) == time;
    }
}
