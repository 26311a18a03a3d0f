package io.alphaforge.market;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Bars of a longer interval made of shorter ones: first open, highest high, lowest low, last close, summed volume.
 *
 * <p>A bucket with missing source bars is kept and counted as partial; the last bucket is left out until its last
 * source bar is there. Columns that the source lacks are lacking in the result.
 *
 * @param bars the resampled bars
 * @param partialBuckets how many of them lack source bars
 */
public record Resampled(Bars bars, int partialBuckets) {

    /**
     * The bars of a longer interval.
     *
     * @throws IllegalArgumentException when the source interval does not divide the wanted one
     */
    public static Resampled of(Bars source, Interval wanted) {
        Interval from = source.interval();
        if (!from.divides(wanted)) {
            throw new IllegalArgumentException("Bars of " + from + " cannot be resampled to " + wanted + ".");
        }
        if (from == wanted) {
            return new Resampled(source, 0);
        }
        int n = source.size();
        int[] starts = new int[n + 1];
        long[] opens = new long[n];
        int buckets = 0;
        int partial = 0;
        for (int i = 0; i < n; ) {
            long open = wanted.bucketStart(source.time(i));
            long end = wanted.next(open);
            int j = i;
            while (j < n && source.time(j) < end) {
                j++;
            }
            boolean last = j == n;
            if (last && from.next(source.time(j - 1)) < end) {
                break;
            }
            starts[buckets] = i;
            opens[buckets++] = open;
            partial += j - i < from.barsBetween(open, end) ? 1 : 0;
            starts[buckets] = j;
            i = j;
        }
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        for (BarColumn name : source.columns()) {
            columns.put(name, aggregate(source.column(name), name, starts, buckets));
        }
        return new Resampled(Bars.owning(wanted, Arrays.copyOf(opens, buckets), columns), partial);
    }

    private static Column aggregate(Column source, BarColumn name, int[] starts, int buckets) {
        double[] values = new double[buckets];
        for (int b = 0; b < buckets; b++) {
            int first = starts[b];
            int end = starts[b + 1];
            double value = source.get(first);
            switch (name) {
                case OPEN -> {}
                case CLOSE -> value = source.get(end - 1);
                case HIGH -> {
                    for (int i = first + 1; i < end; i++) {
                        value = Math.max(value, source.get(i));
                    }
                }
                case LOW -> {
                    for (int i = first + 1; i < end; i++) {
                        value = Math.min(value, source.get(i));
                    }
                }
                case VOLUME -> {
                    for (int i = first + 1; i < end; i++) {
                        value += source.get(i);
                    }
                }
            }
            values[b] = value;
        }
        return Column.owning(values);
    }
}
