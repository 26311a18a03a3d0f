package io.alphaforge.indicator;

import io.alphaforge.market.Column;

/** The exponential moving average with k = 2 / (n + 1). */
public final class Ema {
    /** What the average starts from. */
    public enum Seed {
        /** The simple mean of the first n values, as TA-Lib does. */
        MEAN,
        /** The first value, as spreadsheets and pandas do. */
        FIRST_PRICE
    }

    private Ema() {}

    /** Index of the first value, whichever the seed. */
    public static int firstValue(int period) {
        return period - 1;
    }

    /** Seeded with the mean of the first n values. */
    public static Column of(Column values, int period) {
        return of(values, period, Seed.MEAN);
    }

    /**
     * The average at every position, in the unit of the values; NaN before {@link #firstValue}.
     *
     * @param values finite
     * @param period at least 1
     */
    public static Column of(Column values, int period, Seed seed) {
        Warmup.check(period, 1);
        int first = firstValue(period);
        double[] averages = Warmup.blank(values.size(), first);
        if (values.size() <= first) {
            return Column.owning(averages);
        }
        double k = 2.0 / (period + 1);
        double average = seed == Seed.MEAN ? mean(values, period) : values.get(0);
        if (seed == Seed.FIRST_PRICE) {
            for (int i = 1; i <= first; i++) {
                average = Math.fma(values.get(i) - average, k, average);
            }
        }
        averages[first] = average;
        for (int i = first + 1; i < averages.length; i++) {
            average = Math.fma(values.get(i) - average, k, average);
            averages[i] = average;
        }
        return Column.owning(averages);
    }

    private static double mean(Column values, int period) {
        WindowSum start = WindowSum.of(values, period - 1, period);
        return WindowSum.mean(start.sum(), start.error(), period, 1.0 / period);
    }
}
