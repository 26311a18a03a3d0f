package io.alphaforge.indicator;

import java.util.Arrays;

/** The stretch before an indicator's first value. */
final class Warmup {
    private Warmup() {}

    /** Values to be filled in, NaN before the first one. */
    static double[] blank(int size, int firstValue) {
        double[] values = new double[size];
        Arrays.fill(values, 0, Math.min(size, firstValue), Double.NaN);
        return values;
    }

    static void check(int period, int least) {
        if (period < least) {
            throw new IllegalArgumentException("The period is " + period + "; it must be at least " + least + ".");
        }
    }
}
