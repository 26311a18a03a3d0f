package io.alphaforge.run;

import java.util.List;

/**
 * The total returns of a run's coins at a glance, in percent. NaN where there is no row.
 *
 * @param best the coin with the highest return, of equal ones the first; its symbol is empty when there is none
 * @param worst the coin with the lowest return, of equal ones the first
 * @param profitablePct share of coins with a return above 0
 */
public record ReturnSummary(double average, double median, Extreme best, Extreme worst, double profitablePct) {

    /** A coin and its return in percent. */
    public record Extreme(String symbol, double value) {}

    /** Sums up rows. */
    public static ReturnSummary of(List<ResultRow> rows) {
        ReturnTally tally = new ReturnTally();
        rows.forEach(tally::add);
        return tally.summary();
    }
}
