package io.alphaforge.metrics;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;

/**
 * Follows equity from peak to recovery.
 *
 * <p>The starting capital is the first peak, at the open of the first bar; equity is marked at the end of each bar. A
 * fall of less than 1e-12 of the peak is rounding and no drawdown.
 */
final class Drawdowns {
    private static final double NEAR = 1 - 1e-12;

    /** So many bars are looked at as one. */
    private static final int STRETCH = 64;

    private final Bars bars;
    private final Column close;
    private final int first;

    private double peak;
    private double floor;
    private int peakBar;
    private boolean underWater;
    private double trough;
    private double worst;
    private long longest;

    Drawdowns(Bars bars, int first, double capital) {
        this.bars = bars;
        this.close = bars.close();
        this.first = first;
        this.peak = capital;
        this.floor = capital * NEAR;
        this.peakBar = first - 1;
        this.trough = Double.POSITIVE_INFINITY;
    }

    /**
     * Equity at the closes of these bars is {@code cash + units · close}. It rises and falls with the close, so a
     * stretch that never reaches the peak, or never leaves it, is settled by its lowest and highest close.
     */
    void held(double cash, double units, int from, int to) {
        for (int start = from; start < to; start += STRETCH) {
            int end = Math.min(to, start + STRETCH);
            // Bits of positive doubles sort as the doubles do, and cheaper.
            long lowest = Long.MAX_VALUE;
            long highest = 0;
            for (int i = start; i < end; i++) {
                long bits = Double.doubleToRawLongBits(close.get(i));
                lowest = Math.min(lowest, bits);
                highest = Math.max(highest, bits);
            }
            double low = cash + units * Double.longBitsToDouble(lowest);
            double high = cash + units * Double.longBitsToDouble(highest);
            if (underWater && high < floor) {
                trough = Math.min(trough, low);
            } else if (!underWater && low >= Math.max(peak, high) * NEAR) {
                rise(high);
            } else {
                follow(cash, units, start, end);
            }
        }
    }

    /** Equity from bar {@code from} on is constant, so one look at it is enough. */
    void flat(double cash, int from) {
        follow(cash, 0, from, from + 1);
    }

    /** Closes the account of a drawdown that lasts to the end, bar {@code last}. */
    void finish(int last) {
        if (underWater) {
            emerge(last);
        }
    }

    double peak() {
        return peak;
    }

    /** The deepest fall in percent of the peak before it, at most 0. */
    double worstPct() {
        return worst;
    }

    /** Milliseconds of the longest time from a peak to its recovery or the end. */
    long longest() {
        return longest;
    }

    /** Percent by which {@code equity} lies below {@code peak}; 0 where only rounding does. */
    static double percent(double equity, double peak) {
        return equity < peak * NEAR ? (equity - peak) / peak * 100 : 0;
    }

    private void follow(double cash, double units, int from, int to) {
        for (int i = from; i < to; i++) {
            double equity = cash + units * close.get(i);
            if (equity < floor) {
                if (!underWater) {
                    underWater = true;
                    peakBar = i - 1;
                }
                trough = Math.min(trough, equity);
            } else {
                if (underWater) {
                    emerge(i);
                }
                rise(equity);
            }
        }
    }

    private void rise(double equity) {
        if (equity > peak) {
            peak = equity;
            floor = equity * NEAR;
        }
    }

    private void emerge(int bar) {
        worst = Math.min(worst, percent(trough, peak));
        longest = Math.max(longest, mark(bar) - mark(peakBar));
        underWater = false;
        trough = Double.POSITIVE_INFINITY;
    }

    private long mark(int bar) {
        return bar < first ? bars.time(first) : bars.interval().next(bars.time(bar));
    }
}
