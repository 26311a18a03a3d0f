package io.alphaforge.run;

import java.util.Arrays;
import java.util.List;

/**
 * The total returns of a run's coins at a glance, in percent. NaN where there is no row.
 *
 * @param best the coin with the highest return, empty when there is none
 * @param worst the coin with the lowest return
 * @param profitablePct share of coins with a return above 0
 */
public record ReturnSummary(double average, double median, Extreme best, Extreme worst, double profitablePct) {

    /** A coin and its return in percent. */
    public record Extreme(String symbol, double value) {}

    /** Sums up rows; the order does not matter. */
    public static ReturnSummary of(List<ResultRow> rows) {
        Extreme none = new Extreme("", Double.NaN);
        if (rows.isEmpty()) {
            return new ReturnSummary(Double.NaN, Double.NaN, none, none, Double.NaN);
        }
        double[] sorted =
                rows.stream().mapToDouble(ReturnSummary::value).sorted().toArray();
        int n = sorted.length;
        Extreme best = none;
        Extreme worst = none;
        int profitable = 0;
        for (ResultRow row : rows) {
            double value = value(row);
            profitable += value > 0 ? 1 : 0;
            if (!(value <= best.value)) {
                best = new Extreme(row.symbol(), value);
            }
            if (!(value >= worst.value)) {
                worst = new Extreme(row.symbol(), value);
            }
        }
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new ReturnSummary(
                Arrays.stream(sorted).average().orElse(Double.NaN), median, best, worst, 100.0 * profitable / n);
    }

    private static double value(ResultRow row) {
        return row.result().statistics().returns().totalReturnPct();
    }
}
