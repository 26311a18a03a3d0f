package io.alphaforge.ui.backtest;

import java.util.Arrays;

/**
 * How many of some returns fall into which range: bins of one round width whose edges are multiples of it, so that 0 is
 * an edge and no bin mixes gains with losses. The outermost 2 % of returns on either side count in the first and last
 * bin, however far out they are, so that a single coin cannot squeeze all others into one bin.
 */
final class ReturnBins {
    static final ReturnBins EMPTY = new ReturnBins(0, 1, new int[0], 0, false, false);
    private static final double OUTER = 0.02;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    private final long first;
    private final double width;
    private final int[] counts;
    private final int zeros;
    private final boolean openBelow;
    private final boolean openAbove;

    private ReturnBins(long first, double width, int[] counts, int zeros, boolean openBelow, boolean openAbove) {
        this.first = first;
        this.width = width;
        this.counts = counts;
        this.zeros = zeros;
        this.openBelow = openBelow;
        this.openAbove = openAbove;
    }

    /**
     * Sorts finite returns into bins.
     *
     * @param returns in percent, in any order
     * @param most bins, at least 3
     */
    static ReturnBins of(double[] returns, int most) {
        if (returns.length == 0) {
            return EMPTY;
        }
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        double low = sorted[(int) Math.floor(OUTER * last)];
        double high = sorted[(int) Math.ceil((1 - OUTER) * last)];
        double width = round(high > low ? (high - low) / (most - 2) : Math.max(1, Math.abs(low)) / most);
        long first = index(low, width);
        int[] counts = new int[(int) (index(high, width) - first) + 1];
        int zeros = 0;
        for (double value : sorted) {
            long bin = index(value, width) - first;
            counts[(int) Math.clamp(bin, 0L, counts.length - 1L)]++;
            zeros += value == 0 ? 1 : 0;
        }
        return new ReturnBins(
                first,
                width,
                counts,
                zeros,
                index(sorted[0], width) < first,
                index(sorted[last], width) >= first + counts.length);
    }

    private static long index(double value, double width) {
        return (long) Math.floor(value / width);
    }

    /** The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least this. */
    private static double round(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return Arrays.stream(ROUND)
                .map(step -> step * power)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(10 * power);
    }

    int size() {
        return counts.length;
    }

    /** How many returns are in a bin. */
    int count(int bin) {
        return counts[bin];
    }

    /** How many of the returns of a bin are exactly 0: neither gain nor loss, mostly of coins never bought. */
    int zeros(int bin) {
        return bin == Math.clamp(-first, 0L, counts.length - 1L) ? zeros : 0;
    }

    /** Lower edge of a bin, in percent; it belongs to the bin. */
    double from(int bin) {
        return (first + bin) * width;
    }

    /** Upper edge of a bin, in percent; it belongs to the next one. */
    double to(int bin) {
        return (first + bin + 1) * width;
    }

    /** Decimals that tell every edge from the next. */
    int decimals() {
        int power = (int) Math.floor(Math.log10(width) + 1e-9);
        boolean half = Math.abs(width / Math.pow(10, power) - 2.5) < 1e-6;
        return Math.max(0, (half ? 1 : 0) - power);
    }

    /** Whether returns below its lower edge count in the first bin. */
    boolean openBelow() {
        return openBelow;
    }

    /** Whether returns at or above its upper edge count in the last bin. */
    boolean openAbove() {
        return openAbove;
    }

    /** The highest count. */
    int tallest() {
        return Arrays.stream(counts).max().orElse(0);
    }
}
