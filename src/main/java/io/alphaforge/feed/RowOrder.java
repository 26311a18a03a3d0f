package io.alphaforge.feed;

import java.util.Arrays;
import java.util.Comparator;

/** Brings rows into the order of their times; rows with the same time stay in file order. */
final class RowOrder {
    private RowOrder() {}

    static void sort(RawRows rows) {
        if (ascending(rows)) {
            return;
        }
        Integer[] order = new Integer[rows.size];
        boolean newestFirst = rows.time[0] > rows.time[rows.size - 1];
        for (int i = 0; i < order.length; i++) {
            order[i] = newestFirst ? order.length - 1 - i : i;
        }
        long[] time = rows.time;
        Arrays.sort(order, Comparator.<Integer>comparingLong(i -> time[i]).thenComparingInt(i -> i));
        rows.time = permuted(rows.time, order);
        rows.open = permuted(rows.open, order);
        rows.high = permuted(rows.high, order);
        rows.low = permuted(rows.low, order);
        rows.close = permuted(rows.close, order);
        rows.volume = permuted(rows.volume, order);
        rows.line = permuted(rows.line, order);
    }

    private static boolean ascending(RawRows rows) {
        for (int i = 1; i < rows.size; i++) {
            if (rows.time[i] < rows.time[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static long[] permuted(long[] values, Integer[] order) {
        long[] sorted = new long[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[order[i]];
        }
        return sorted;
    }

    private static double[] permuted(double[] values, Integer[] order) {
        double[] sorted = new double[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[order[i]];
        }
        return sorted;
    }

    private static int[] permuted(int[] values, Integer[] order) {
        int[] sorted = new int[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[order[i]];
        }
        return sorted;
    }
}
