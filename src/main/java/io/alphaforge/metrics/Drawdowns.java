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

    /** Equity at the closes of these bars is {@code cash + units · close}. */
    void held(double cash, double units, int from, int to) {
        int i = from;
        while (i < to) {
            i = underWater ? dive(cash, units, i, to) : climb(cash, units, i, to);
        }
    }

    /** Equity from bar {@code from} on is constant, so one look at it is enough. */
    void flat(double cash, int from) {
        held(cash, 0, from, from + 1);
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

    /** Goes along the peaks until equity falls below the last one. */
    private int climb(double cash, double units, int from, int to) {
        double top = peak;
        double bound = floor;
        int i = from;
        for (; i < to; i++) {
            double equity = cash + units * close.get(i);
            if (equity < bound) {
                underWater = true;
                peakBar = i - 1;
                break;
            }
            if (equity > top) {
                top = equity;
                bound = top * NEAR;
            }
        }
        peak = top;
        floor = bound;
        return i;
    }

    /** Goes along below the peak until equity is back at it. */
    private int dive(double cash, double units, int from, int to) {
        double low = trough;
        double bound = floor;
        int i = from;
        for (; i < to; i++) {
            double equity = cash + units * close.get(i);
            if (equity >= bound) {
                break;
            }
            if (equity < low) {
                low = equity;
            }
        }
        trough = low;
        if (i < to) {
            emerge(i);
        }
        return i;
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
