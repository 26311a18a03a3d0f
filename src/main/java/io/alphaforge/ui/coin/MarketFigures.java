package io.alphaforge.ui.coin;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;

/**
 * What the bars of a coin say about its market, up to the close of the last one. A figure over a window that is shorter
 * than a bar, or longer than the series, is NaN.
 */
final class MarketFigures {
    static final long DAY = Interval.D1.millis();

    private final Bars bars;
    private final long end;
    private final int highest;
    private final int lowest;

    /** @param bars with all five columns */
    MarketFigures(Bars bars) {
        this.bars = bars;
        int last = bars.size() - 1;
        end = last < 0 ? 0 : bars.interval().next(bars.time(last));
        int high = 0;
        int low = 0;
        for (int i = 1; i <= last; i++) {
            high = bars.high().get(i) > bars.high().get(high) ? i : high;
            low = bars.low().get(i) < bars.low().get(low) ? i : low;
        }
        highest = high;
        lowest = low;
    }

    /** The last close. */
    double price() {
        return bars.isEmpty() ? Double.NaN : bars.close().get(bars.size() - 1);
    }

    /**
     * Percent from the latest close at or before the beginning of a window to the last close; NaN when that close is
     * more than one bar older.
     */
    double changePct(int days) {
        long start = end - days * DAY;
        if (bars.isEmpty() || days * DAY < bars.interval().millis()) {
            return Double.NaN;
        }
        int bar = bars.indexAtOrAfter(start) - 1;
        while (bar >= 0 && bars.interval().next(bars.time(bar)) > start) {
            bar--;
        }
        if (bar < 0
                || start - bars.interval().next(bars.time(bar))
                        > bars.interval().millis()) {
            return Double.NaN;
        }
        return (price() / bars.close().get(bar) - 1) * 100;
    }

    /** The highest high of the bars that open within the last days. */
    double high(int days) {
        double high = Double.NEGATIVE_INFINITY;
        for (int i = firstOf(days); i < bars.size(); i++) {
            high = Math.max(high, bars.high().get(i));
        }
        return Double.isFinite(high) ? high : Double.NaN;
    }

    /** The lowest low of the bars that open within the last days. */
    double low(int days) {
        double low = Double.POSITIVE_INFINITY;
        for (int i = firstOf(days); i < bars.size(); i++) {
            low = Math.min(low, bars.low().get(i));
        }
        return Double.isFinite(low) ? low : Double.NaN;
    }

    /** Volume · close of the bars that open within the last days, in the quote asset. */
    double turnover(int days) {
        int first = firstOf(days);
        Column volume = bars.volume();
        double sum = first < bars.size() ? 0 : Double.NaN;
        for (int i = first; i < bars.size(); i++) {
            sum += volume.get(i) * bars.close().get(i);
        }
        return sum;
    }

    double allTimeHigh() {
        return bars.isEmpty() ? Double.NaN : bars.high().get(highest);
    }

    long allTimeHighTime() {
        return bars.time(highest);
    }

    double allTimeLow() {
        return bars.isEmpty() ? Double.NaN : bars.low().get(lowest);
    }

    long allTimeLowTime() {
        return bars.time(lowest);
    }

    private int firstOf(int days) {
        return days * DAY < bars.interval().millis() ? bars.size() : bars.indexAtOrAfter(end - days * DAY);
    }
}
