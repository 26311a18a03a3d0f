package io.alphaforge.market;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The bars of one series as immutable columns: open times, strictly ascending, and those of open, high, low, close and
 * volume that were asked for.
 *
 * <p>Times are the open of each bar in UTC epoch milliseconds, prices in the quote asset, volume in the base asset.
 */
public final class Bars {
    private final Interval interval;
    private final long[] times;
    private final Map<BarColumn, Column> columns;

    private Bars(Interval interval, long[] times, Map<BarColumn, Column> columns) {
        this.interval = interval;
        this.times = times;
        this.columns = columns;
    }

    /**
     * Bars over these very arrays, which the caller gives away and never writes to again.
     *
     * @throws IllegalArgumentException when the columns differ in length or the times are not strictly ascending
     */
    public static Bars owning(Interval interval, long[] times, Map<BarColumn, Column> columns) {
        columns.forEach((name, column) -> {
            if (column.size() != times.length) {
                throw new IllegalArgumentException(
                        name + " has " + column.size() + " values for " + times.length + " bars.");
            }
        });
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new IllegalArgumentException("The time of bar " + i + " is not after that of the bar before.");
            }
        }
        return new Bars(interval, times, columns.isEmpty() ? Map.of() : new EnumMap<>(columns));
    }

    /** Bars with all five columns, copied from these arrays. */
    public static Bars of(
            Interval interval,
            long[] times,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        columns.put(BarColumn.OPEN, Column.of(open));
        columns.put(BarColumn.HIGH, Column.of(high));
        columns.put(BarColumn.LOW, Column.of(low));
        columns.put(BarColumn.CLOSE, Column.of(close));
        columns.put(BarColumn.VOLUME, Column.of(volume));
        return owning(interval, times.clone(), columns);
    }

    /** No bars, with every column. */
    public static Bars empty(Interval interval) {
        double[] none = {};
        return of(interval, new long[0], none, none, none, none, none);
    }

    public Interval interval() {
        return interval;
    }

    public int size() {
        return times.length;
    }

    public boolean isEmpty() {
        return times.length == 0;
    }

    /** Open time of a bar, UTC epoch milliseconds. */
    public long time(int index) {
        return times[index];
    }

    /** Open time of the first bar. */
    public long firstTime() {
        return times[0];
    }

    /** Open time of the last bar. */
    public long lastTime() {
        return times[times.length - 1];
    }

    public Column open() {
        return column(BarColumn.OPEN);
    }

    public Column high() {
        return column(BarColumn.HIGH);
    }

    public Column low() {
        return column(BarColumn.LOW);
    }

    public Column close() {
        return column(BarColumn.CLOSE);
    }

    public Column volume() {
        return column(BarColumn.VOLUME);
    }

    /**
     * One column by name.
     *
     * @throws IllegalStateException when the column was not read
     */
    public Column column(BarColumn name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException(name + " was not read for these bars.");
        }
        return column;
    }

    /** The columns these bars have. */
    public Set<BarColumn> columns() {
        return columns.isEmpty()
                ? EnumSet.noneOf(BarColumn.class)
                : Collections.unmodifiableSet(EnumSet.copyOf(columns.keySet()));
    }

    /** These bars without the other columns; a column that they lack stays lacking. */
    public Bars only(Set<BarColumn> wanted) {
        if (wanted.containsAll(columns.keySet())) {
            return this;
        }
        Map<BarColumn, Column> kept = new EnumMap<>(BarColumn.class);
        columns.forEach((name, column) -> {
            if (wanted.contains(name)) {
                kept.put(name, column);
            }
        });
        return owning(interval, times, kept);
    }

    /** The index of the first bar that opens at or after {@code time}; {@link #size} when there is none. */
    public int indexAtOrAfter(long time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -found - 1;
    }

    /** The bars from index {@code from} (inclusive) to {@code to} (exclusive). */
    public Bars slice(int from, int to) {
        if (from == 0 && to == times.length) {
            return this;
        }
        Map<BarColumn, Column> sliced = new EnumMap<>(BarColumn.class);
        columns.forEach((name, column) -> sliced.put(name, Column.owning(column.toArray(from, to))));
        return new Bars(interval, Arrays.copyOfRange(times, from, to), sliced);
    }

    /** A new array of the open times. */
    public long[] toTimeArray() {
        return times.clone();
    }

    /** Bytes that the columns take in memory. */
    public long bytes() {
        return 8L * times.length * (1 + columns.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bars bars
                && interval == bars.interval
                && Arrays.equals(times, bars.times)
                && columns.equals(bars.columns);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return "Bars[" + interval.code() + ", " + times.length + "]";
    }
}
