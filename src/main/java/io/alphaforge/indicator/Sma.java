package io.alphaforge.indicator;

import io.alphaforge.market.Column;

/**
 * The simple moving average: the mean of the last n values.
 *
 * <p>The running sum carries its own rounding error along and is taken anew every {@value WindowSum#BLOCK} values, so
 * that the relative error stays below 1e-13 over series of any length and steepness, and the mean of a window of equal
 * values is exactly that value.
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
            i = block(values, period, i, Math.min(means.length, i + WindowSum.BLOCK), means);
        }
        return Column.owning(means);
    }

    /** Fills the means from {@code from} on and returns where to go on with a fresh sum. */
    private static int block(Column values, int period, int from, int to, double[] means) {
        WindowSum start = WindowSum.of(values, from, period);
        double inverse = 1.0 / period;
        double sum = start.sum();
        double error = start.error();
        means[from] = WindowSum.mean(sum, error, period, inverse);
        for (int i = from + 1; i < to; i++) {
            double in = values.get(i);
            double out = values.get(i - period);
            double change = in - out;
            double next = sum + change;
            if (change > out || -change > in || sum < out) {
                error += WindowSum.lost(in, out, change, sum, next);
            } else {
                // Within a factor of two the difference is exact, and so is what is lost on adding it to a larger sum.
                error += change - (next - sum);
            }
            sum = next;
            if (WindowSum.worn(sum, error)) {
                return i;
            }
            means[i] = WindowSum.mean(sum, error, period, inverse);
        }
        return to;
    }
}
