package io.alphaforge.store.timescale;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows of one series as they come, in columns that grow. */
final class Rows {
    final double[][] columns;
    int size;
    private long[] times;
    private boolean sorted = true;

    /** @param expected how many rows are likely to come */
    Rows(int columnCount, long expected) {
        int capacity = Math.clamp(expected, 16, Integer.MAX_VALUE / 16);
        times = new long[capacity];
        columns = new double[columnCount][capacity];
    }

    /** Makes room for a row and returns its index. */
    int add(long time) {
        if (size == times.length) {
            int capacity = Math.addExact(size, size / 2);
            times = Arrays.copyOf(times, capacity);
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], capacity);
            }
        }
        sorted &= size == 0 || times[size - 1] < time;
        times[size] = time;
        return size++;
    }

    /** Brings the rows into the order of their times; of rows of equal time the last one stays. */
    void sort() {
        if (sorted) {
            return;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Long.compare(times[a], times[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] newTimes = new long[size];
        double[][] newColumns = new double[columns.length][size];
        int n = 0;
        for (int index : order) {
            if (n > 0 && newTimes[n - 1] == times[index]) {
                n--;
            }
            newTimes[n] = times[index];
            for (int c = 0; c < columns.length; c++) {
                newColumns[c][n] = columns[c][index];
            }
            n++;
        }
        times = newTimes;
        System.arraycopy(newColumns, 0, columns, 0, columns.length);
        size = n;
        sorted = true;
    }

    long time(int index) {
        return times[index];
    }

    long[] times() {
        return times.length == size ? times : Arrays.copyOf(times, size);
    }

    double[] column(int index) {
        return columns[index].length == size ? columns[index] : Arrays.copyOf(columns[index], size);
    }
}
