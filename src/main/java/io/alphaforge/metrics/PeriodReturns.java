package io.alphaforge.metrics;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.util.Arrays;

/**
 * The returns that volatility, Sharpe and Sortino ratio are made of: one a UTC day, from the last mark of a day to that
 * of the day before, the first against the capital, 0 for days without bars; for intervals above a day one a bar.
 *
 * <p>A bar belongs to the day it opens on. Returns of 0 are counted, not kept: while flat that is all there is.
 */
final class PeriodReturns {
    private static final long DAY = Interval.D1.millis();
    private static final double YEAR = 365.0 * DAY;

    /** Less is what rounding makes of a ratio of two equal numbers. */
    private static final double ROUNDING = 1e-14;

    private final Bars bars;
    private final Column close;
    private final boolean perBar;
    private final long barMillis;
    private final double perYear;

    private double closedMark;
    private double openMark;
    private long openPeriod;
    private boolean opened;
    private double[] returns = new double[256];
    private int kept;
    private long zeros;

    PeriodReturns(Bars bars, double capital) {
        this.bars = bars;
        this.close = bars.close();
        this.barMillis = bars.interval().millis();
        this.perBar = barMillis > DAY;
        this.perYear = YEAR / (perBar ? barMillis : DAY);
        this.closedMark = capital;
        this.openMark = capital;
    }

    /** Equity at the closes of these bars is this cash. */
    void flat(double cash, int from, int to) {
        turnTo(period(from));
        openMark = cash;
        turnTo(period(to - 1));
        openMark = cash;
    }

    /** Equity at the closes of these bars is {@code cash + units · close}. */
    void held(double cash, double units, int from, int to) {
        for (int i = from; i < to; ) {
            turnTo(period(i));
            i = nextPeriod(i, to);
            openMark = cash + units * close.get(i - 1);
        }
    }

    /** Closes the last period. */
    void finish() {
        if (opened) {
            turnTo(openPeriod + 1);
        }
    }

    /** Sample standard deviation, annualised; NaN below two returns. */
    double volatility() {
        return deviation() * Math.sqrt(perYear);
    }

    double sharpe() {
        double deviation = deviation();
        return deviation > 0 ? mean() / deviation * Math.sqrt(perYear) : Double.NaN;
    }

    double sortino() {
        if (count() < 2) {
            return Double.NaN;
        }
        double squares = 0;
        for (int i = 0; i < kept; i++) {
            double loss = Math.min(returns[i], 0);
            squares += loss * loss;
        }
        double downside = Math.sqrt(squares / count());
        return downside > ROUNDING ? mean() / downside * Math.sqrt(perYear) : Double.NaN;
    }

    private long count() {
        return kept + zeros;
    }

    private double mean() {
        double sum = 0;
        for (int i = 0; i < kept; i++) {
            sum += returns[i];
        }
        return sum / count();
    }

    private double deviation() {
        if (count() < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = zeros * (mean * mean);
        for (int i = 0; i < kept; i++) {
            double off = returns[i] - mean;
            squares += off * off;
        }
        double deviation = Math.sqrt(squares / (count() - 1));
        return deviation > ROUNDING ? deviation : 0;
    }

    /** Closes the open period when {@code period} is a later one; those between had no bars and return 0. */
    private void turnTo(long period) {
        if (opened && period > openPeriod) {
            add(openMark / closedMark - 1);
            closedMark = openMark;
            zeros += period - openPeriod - 1;
        }
        opened = true;
        openPeriod = period;
    }

    private void add(double value) {
        if (value == 0) {
            zeros++;
            return;
        }
        if (kept == returns.length) {
            returns = Arrays.copyOf(returns, 2 * kept);
        }
        returns[kept++] = value;
    }

    private long period(int bar) {
        return perBar ? bar : Math.floorDiv(bars.time(bar), DAY);
    }

    /** The first bar after those of the period of {@code bar}, at most {@code to}. */
    private int nextPeriod(int bar, int to) {
        if (perBar) {
            return bar + 1;
        }
        long end = (period(bar) + 1) * DAY;
        // Right at once where no bar is missing; bars closer than their interval are stepped over.
        int next = (int) Math.min(to, bar + (end - bars.time(bar) + barMillis - 1) / barMillis);
        while (next > bar + 1 && bars.time(next - 1) >= end) {
            next--;
        }
        while (next < to && bars.time(next) < end) {
            next++;
        }
        return next;
    }
}
