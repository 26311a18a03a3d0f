package io.alphaforge.metrics;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;

/**
 * The returns that volatility, Sharpe and Sortino ratio are made of: one a UTC day, from the last mark of a day to that
 * of the day before, the first against the capital, 0 for days without bars; for intervals above a day one a bar.
 */
final class PeriodReturns {
    private static final long DAY = Interval.D1.millis();
    private static final double YEAR = 365.0 * DAY;

    /** Less is what rounding makes of a ratio of two equal numbers. */
    private static final double ROUNDING = 1e-14;

    private final Column close;
    private final Periods periods;
    private final double[] returns;
    private final double perYear;
    private double mark;
    private int closed;

    /** For the bars {@code from} (inclusive) to {@code to} (exclusive). */
    PeriodReturns(Bars bars, int from, int to, double capital) {
        this.close = bars.close();
        this.periods = Periods.of(bars, from, to);
        this.returns = new double[periods.count()];
        this.perYear = YEAR / Math.max(DAY, bars.interval().millis());
        this.mark = capital;
    }

    /** Equity at the closes of the bars from where the last call ended to {@code to} is {@code cash + units · close}. */
    void held(double cash, double units, int to) {
        int k = closed;
        double before = mark;
        for (; k < returns.length && periods.end(k) <= to; k++) {
            double equity = cash + units * close.get(periods.end(k) - 1);
            returns[k] = equity / before - 1;
            before = equity;
        }
        closed = k;
        mark = before;
    }

    /** Sample standard deviation, annualised; NaN below two returns. */
    double volatility() {
        return deviation() * Math.sqrt(perYear);
    }

    /** NaN below two returns and where all are equal. */
    double sharpe() {
        double deviation = deviation();
        return deviation > 0 ? mean() / deviation * Math.sqrt(perYear) : Double.NaN;
    }

    /** NaN below two returns and where none is negative. */
    double sortino() {
        double squares = 0;
        for (double r : returns) {
            double loss = Math.min(r, 0);
            squares += loss * loss;
        }
        double downside = Math.sqrt(squares / count());
        return count() >= 2 && downside > ROUNDING ? mean() / downside * Math.sqrt(perYear) : Double.NaN;
    }

    private long count() {
        return returns.length + periods.empty();
    }

    private double mean() {
        double sum = 0;
        for (double r : returns) {
            sum += r;
        }
        return sum / count();
    }

    private double deviation() {
        if (count() < 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = periods.empty() * (mean * mean);
        for (double r : returns) {
            squares += (r - mean) * (r - mean);
        }
        double deviation = Math.sqrt(squares / (count() - 1));
        return deviation > ROUNDING ? deviation : 0;
    }
}
