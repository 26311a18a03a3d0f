package io.alphaforge.market;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of missing bars between two bars that exist. Gaps are recorded, never filled.
 *
 * @param firstMissing open time of the first missing bar
 * @param nextPresent open time of the bar that ends the gap
 * @param missing how many bars are missing
 */
public record Gap(long firstMissing, long nextPresent, long missing) {

    /** All gaps of a series in time order. */
    public static List<Gap> in(Bars bars) {
        List<Gap> gaps = new ArrayList<>();
        Interval interval = bars.interval();
        for (int i = 1; i < bars.size(); i++) {
            long expected = interval.next(bars.time(i - 1));
            if (bars.time(i) > expected) {
                gaps.add(new Gap(expected, bars.time(i), interval.barsBetween(expected, bars.time(i))));
            }
        }
        return gaps;
    }

    /** How many gaps lie between the bars at index {@code from} (inclusive) and {@code to} (exclusive). */
    public static int count(Bars bars, int from, int to) {
        Interval interval = bars.interval();
        int gaps = 0;
        if (interval == Interval.MONTH) {
            for (int i = from + 1; i < to; i++) {
                gaps += bars.time(i) > interval.next(bars.time(i - 1)) ? 1 : 0;
            }
            return gaps;
        }
        long step = interval.millis();
        for (int i = from + 1; i < to; i++) {
            gaps += bars.time(i) - bars.time(i - 1) > step ? 1 : 0;
        }
        return gaps;
    }
}
