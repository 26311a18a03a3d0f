package io.alphaforge.metrics;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.time.Instant;
import java.util.Map;

/** Bars for tests: opens and closes, and nothing else. */
final class TestBars {
    private TestBars() {}

    static Bars of(Interval interval, long[] times, double[] open, double[] close) {
        return Bars.owning(
                interval, times, Map.of(BarColumn.OPEN, Column.owning(open), BarColumn.CLOSE, Column.owning(close)));
    }

    /** Consecutive bars whose opens equal their closes. */
    static Bars closes(Interval interval, String from, double... closes) {
        long[] times = new long[closes.length];
        long time = at(from);
        for (int i = 0; i < times.length; i++) {
            times[i] = time;
            time = interval.next(time);
        }
        return of(interval, times, closes.clone(), closes.clone());
    }

    static long at(String time) {
        return Instant.parse(time.contains("T") ? time : time + "T00:00:00Z").toEpochMilli();
    }
}
