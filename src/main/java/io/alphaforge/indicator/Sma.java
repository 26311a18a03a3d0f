package io.alphaforge.indicator;

import io.alphaforge.market.Column;

/**
 * The simple moving average: the mean of the last n values.
 *
 * <p>The running sum carries its own rounding error along and is taken anew every few windows, so that the relative
 * error stays below 1e-13 over series of any length and steepness (for values of either sign: relative to the largest
 * in the window), and the mean of a window of equal values is exactly that value.
 */
public final class Sma {
    private Sma() {}

    /** Index of the first value. */
    public static int firstValue(int period) {
        return period - 1;
    }

    /**
     * The average at every position, in the unit of the values; NaN before {@link #firstValue}.
     *
     * @param values finite
     * @param period how many values a mean is taken over, at least 1
     */
    public static Column of(Column values, int period) {
        Warmup.check(period, 1);
        double[] means = Warmup.blank(values.size(), firstValue(period));
        for (int i = firstValue(period); i < means.length; ) {
            i = fill(values, period, i, means.length, means, i);
        }
        return Column.owning(means);
    }

    /**
     * Only the averages from position {@code from} (inclusive) to {@code to} (exclusive), for callers that go through
     * them piece by piece.
     *
     * @param from not before {@link #firstValue}
     * @param means takes the averages, that of {@code from} first
     */
    public static void fill(Column values, int period, int from, int to, double[] means) {
        for (int i = from; i < to; ) {
            i = fill(values, period, i, to, means, i - from);
        }
    }

    /** Fills means while one running sum is good, the first into {@code offset}, and returns where to go on. */
    private static int fill(Column values, int period, int from, int end, double[] means, int offset) {
        int to = Math.min(end, from + WindowSum.block(period));
        int shift = offset - from;
        WindowSum start = WindowSum.of(values, from, period);
        double inverse = 1.0 / period;
        double sum = start.sum();
        double error = start.error();
        means[offset] = WindowSum.mean(sum, error, period, inverse);
        for (int i = from + 1; i < to; i++) {
            double in = values.get(i);
            double out = values.get(i - period);
            double change = in - out;
            double next = sum + change;
            if (Math.abs(change) > 0.5 * out) {
                error += WindowSum.lost(in, out, change, sum, next);
                if (WindowSum.worn(next, error)) {
                    return i;
                }
            } else {
                // Within a factor of two the difference is exact, and so is what is lost on adding it to a larger sum.
                error += change - (next - sum);
            }
            sum = next;
            means[i + shift] = WindowSum.mean(sum, error, period, inverse);
        }
        return to;
    }
}
