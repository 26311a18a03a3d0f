package io.alphaforge.indicator;

import io.alphaforge.market.Column;

/**
 * The sum of a window of values in two parts: what a double holds, and what was lost in rounding.
 *
 * <p>Error-free transformations after Knuth (TwoSum) and Dekker (FastTwoSum).
 *
 * @param sum the rounded sum
 * @param error to be added to it
 */
record WindowSum(double sum, double error) {
    private static final int LONGEST_BLOCK = 1024;
    private static final int WINDOWS = 32;

    /** A sum that shrank until its error part is this share of it has lost the digits that count. */
    private static final double WORN = 0x1p-40;

    /**
     * After how many values a running sum is taken anew. It bounds the error that a sum can gather, and how far it can
     * fall meanwhile: by 2<sup>32</sup> when no value is below half of the one a window earlier. Callers watch for
     * steeper falls with {@link #worn}.
     */
    static int block(int period) {
        return Math.min(LONGEST_BLOCK, WINDOWS * period);
    }

    /** The sum of the {@code period} values that end at {@code last}. */
    static WindowSum of(Column values, int last, int period) {
        double sum = 0;
        double error = 0;
        for (int i = last - period + 1; i <= last; i++) {
            double value = values.get(i);
            double next = sum + value;
            error += lostBySum(sum, value, next);
            sum = next;
        }
        return new WindowSum(sum, error);
    }

    /** What is lost when {@code change}, the rounded in − out, is added to {@code sum} giving {@code next}. */
    static double lost(double in, double out, double change, double sum, double next) {
        return lostBySum(in, -out, change) + lostBySum(sum, change, next);
    }

    /** a + b − (a ⊕ b), exactly. */
    static double lostBySum(double a, double b, double rounded) {
        double bPart = rounded - a;
        return (a - (rounded - bPart)) + (b - bPart);
    }

    /** Whether a running sum shrank so much that it has to be taken anew. */
    static boolean worn(double sum, double error) {
        return Math.abs(error) > Math.abs(sum) * WORN;
    }

    /**
     * The mean, corrected by the remainder of the division, so that it is the nearest double but for ties.
     *
     * @param inverse 1 / period
     */
    static double mean(double sum, double error, int period, double inverse) {
        double quotient = sum * inverse;
        return Math.fma(Math.fma(-quotient, period, sum) + error, inverse, quotient);
    }
}
