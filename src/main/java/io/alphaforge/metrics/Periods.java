package io.alphaforge.metrics;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.util.Arrays;

/**
 * Where periods end: UTC days, a bar belonging to the day it opens on, or single bars when those are longer than a day.
 */
final class Periods {
    private static final long DAY = Interval.D1.millis();

    private final int[] ends;
    private final long empty;

    private Periods(int[] ends, long empty) {
        this.ends = ends;
        this.empty = empty;
    }

    /** The periods of the bars {@code from} (inclusive) to {@code to} (exclusive). */
    static Periods of(Bars bars, int from, int to) {
        if (bars.interval().millis() > DAY) {
            int[] each = new int[to - from];
            Arrays.setAll(each, i -> from + i + 1);
            return new Periods(each, 0);
        }
        long days = day(bars.time(to - 1)) - day(bars.time(from)) + 1;
        int[] ends = new int[(int) Math.min(days, to - from)];
        int perDay = (int) (DAY / bars.interval().millis());
        int count = 0;
        long midnight = 0;
        for (int bar = from; bar < to; ) {
            long time = bars.time(bar);
            // Mostly the day after the one before, which saves a division.
            boolean nextDay = count > 0 && time < midnight + DAY;
            midnight = nextDay ? midnight + DAY : (day(time) + 1) * DAY;
            bar = firstAt(bars, midnight, bar, to, perDay);
            ends[count++] = bar;
        }
        return new Periods(count == ends.length ? ends : Arrays.copyOf(ends, count), days - count);
    }

    /** How many periods hold bars. */
    int count() {
        return ends.length;
    }

    /** Index of the bar after the last one of a period. */
    int end(int period) {
        return ends[period];
    }

    /** How many periods between the first and the last hold no bar. */
    long empty() {
        return empty;
    }

    /** The first bar after {@code bar} that opens at {@code midnight} or later, at most {@code to}. */
    private static int firstAt(Bars bars, long midnight, int bar, int to, int perDay) {
        // Right at once after a day that began at midnight and lacks no bar; else the steps below find it.
        int next = Math.min(to, bar + perDay);
        while (next > bar + 1 && bars.time(next - 1) >= midnight) {
            next--;
        }
        while (next < to && bars.time(next) < midnight) {
            next++;
        }
        return next;
    }

    private static long day(long time) {
        return Math.floorDiv(time, DAY);
    }
}
