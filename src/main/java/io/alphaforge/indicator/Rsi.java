package io.alphaforge.indicator;

import io.alphaforge.market.Column;

/**
 * The relative strength index of Wilder (New Concepts in Technical Trading Systems, 1978): the share of the average
 * gain in the sum of average gain and average loss, from 0 to 100.
 */
public final class Rsi {
    /** How changes are averaged. */
    public enum Smoothing {
        /** Wilder's recursive average with weight 1/n, seeded with the mean of the first n changes. */
        WILDER,
        /** The simple mean of the last n changes (Cutler). */
        SIMPLE
    }

    /** Where nothing moved at all there is neither strength nor weakness. */
    private static final double UNMOVED = 50;

    /** Averages that decayed below this are lifted by {@link #LIFT}: their ratio counts, and stays exact. */
    private static final double FAINT = 0x1p-900;

    private static final double LIFT = 0x1p200;

    private Rsi() {}

    /** Index of the first value, whichever the smoothing. */
    public static int firstValue(int period) {
        return period;
    }

    /** With Wilder's smoothing. */
    public static Column of(Column values, int period) {
        return of(values, period, Smoothing.WILDER);
    }

    /**
     * The index at every position, 0 to 100; NaN before {@link #firstValue}; 50 where nothing moved.
     *
     * @param values finite
     * @param period at least 1
     */
    public static Column of(Column values, int period, Smoothing smoothing) {
        Warmup.check(period, 1);
        double[] rsi = Warmup.blank(values.size(), firstValue(period));
        if (values.size() > firstValue(period)) {
            switch (smoothing) {
                case WILDER -> wilder(values, period, rsi);
                case SIMPLE -> simple(values, period, rsi);
            }
        }
        return Column.owning(rsi);
    }

    private static void wilder(Column values, int period, double[] rsi) {
        double weight = 1.0 / period;
        double rest = (period - 1.0) / period;
        // Twice the gain is |change| + change, twice the loss |change| − change: exact, and without a branch.
        double gain = 0;
        double loss = 0;
        for (int i = 1; i <= period; i++) {
            double change = values.get(i) - values.get(i - 1);
            gain += Math.abs(change) + change;
            loss += Math.abs(change) - change;
        }
        gain *= weight;
        loss *= weight;
        rsi[period] = ratio(gain, loss);
        for (int i = period + 1; i < rsi.length; i++) {
            double change = values.get(i) - values.get(i - 1);
            double size = Math.abs(change);
            gain = Math.fma(gain, rest, (size + change) * weight);
            loss = Math.fma(loss, rest, (size - change) * weight);
            double both = gain + loss;
            if (both < FAINT) {
                gain *= LIFT;
                loss *= LIFT;
                rsi[i] = ratio(gain, loss);
            } else {
                rsi[i] = 100 * gain / both;
            }
        }
    }

    private static void simple(Column values, int period, double[] rsi) {
        double[] gains = new double[values.size()];
        double[] losses = new double[values.size()];
        for (int i = 1; i < gains.length; i++) {
            double change = values.get(i) - values.get(i - 1);
            gains[i] = Math.abs(change) + change;
            losses[i] = Math.abs(change) - change;
        }
        Column gain = Sma.of(Column.owning(gains), period);
        Column loss = Sma.of(Column.owning(losses), period);
        for (int i = period; i < rsi.length; i++) {
            rsi[i] = ratio(gain.get(i), loss.get(i));
        }
    }

    private static double ratio(double gain, double loss) {
        double both = gain + loss;
        return both == 0 ? UNMOVED : 100 * gain / both;
    }
}
