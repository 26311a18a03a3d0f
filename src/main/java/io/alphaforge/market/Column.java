package io.alphaforge.market;

import java.util.Arrays;

/**
 * An immutable column of doubles: prices, volumes, or the values of an indicator, one per bar.
 *
 * <p>The accessor inlines to an array load, so loops over a column cost what loops over an array cost.
 */
public final class Column {
    private final double[] values;

    private Column(double[] values) {
        this.values = values;
    }

    /** A column with a copy of these values. */
    public static Column of(double... values) {
        return new Column(values.clone());
    }

    /** A column over this very array. The caller gives it away and never writes to it again. */
    public static Column owning(double[] values) {
        return new Column(values);
    }

    public double get(int index) {
        return values[index];
    }

    public int size() {
        return values.length;
    }

    /** A new array with the values from {@code from} (inclusive) to {@code to} (exclusive). */
    public double[] toArray(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    /** A new array with all values. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Column column && Arrays.equals(values, column.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Column[" + values.length + "]";
    }
}
