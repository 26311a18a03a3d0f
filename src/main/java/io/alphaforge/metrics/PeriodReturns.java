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

    /** The ratios over all periods, once the last is closed. */
    Ratios ratios() {
        double n = returns.length + periods.empty();
        if (n < 2) {
            return new Ratios(Double.NaN, Double.NaN, Double.NaN);
        }
        double sum = 0;
        for (double r : returns) {
            sum += r;
        }
        double mean = sum / n;
        double squares = periods.empty() * (mean * mean);
        double losses = 0;
        for (double r : returns) {
            squares += (r - mean) * (r - mean);
            double loss = r < 0 ? r : 0;
            losses += loss * loss;
        }
        double deviation = overRounding(Math.sqrt(squares / (n - 1)));
        double downside = overRounding(Math.sqrt(losses / n));
        double year = Math.sqrt(perYear);
        return new Ratios(
                deviation * year,
                deviation > 0 ? mean / deviation * year : Double.NaN,
                downside > 0 ? mean / downside * year : Double.NaN);
    }

    private static double overRounding(double deviation) {
        return deviation > ROUNDING ? deviation : 0;
    }

    /**
     * What returns amount to in a year.
     *
     * @param volatility sample standard deviation; NaN below two returns
     * @param sharpe NaN below two returns and where all are equal
     * @param sortino NaN below two returns and where none is negative
     */
    record Ratios(double volatility, double sharpe, double sortino) {}
}
