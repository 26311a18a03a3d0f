package io.alphaforge.feed;

import java.util.Arrays;

/** The rows of a file as growing columns, in file order, not yet checked. */
final class RawRows {
    /** In the place of a column that is not needed any more. */
    static final double[] RELEASED = {};

    private static final int SMALLEST = 64;

    long[] time;
    double[] open;
    double[] high;
    double[] low;
    double[] close;
    double[] volume;
    /** Volume counted in the quote asset; NaN where the file has none. */
    double[] quoteVolume;

    int[] line;
    int size;

    /** @param expected a guess; growing costs a copy, too much costs memory */
    RawRows(int expected) {
        int capacity = Math.max(expected, SMALLEST);
        time = new long[capacity];
        open = new double[capacity];
        high = new double[capacity];
        low = new double[capacity];
        close = new double[capacity];
        volume = new double[capacity];
        quoteVolume = RELEASED;
        line = new int[capacity];
    }

    /** Makes room for volumes in the quote asset, before there are rows. */
    void keepQuoteVolume() {
        quoteVolume = new double[time.length];
    }

    boolean hasQuoteVolume() {
        return quoteVolume.length > 0;
    }

    void add(long rowTime, double o, double h, double l, double c, double v, double q, int rowLine) {
        if (size == time.length) {
            grow();
        }
        time[size] = rowTime;
        open[size] = o;
        high[size] = h;
        low[size] = l;
        close[size] = c;
        volume[size] = v;
        if (hasQuoteVolume()) {
            quoteVolume[size] = q;
        }
        line[size] = rowLine;
        size++;
    }

    /** Moves a row to an earlier place, when rows before it are dropped. */
    void move(int from, int to) {
        if (from == to) {
            return;
        }
        time[to] = time[from];
        open[to] = open[from];
        high[to] = high[from];
        low[to] = low[from];
        close[to] = close[from];
        volume[to] = volume[from];
        if (hasQuoteVolume()) {
            quoteVolume[to] = quoteVolume[from];
        }
        line[to] = line[from];
    }

    private void grow() {
        int capacity = size + (size >> 1);
        time = Arrays.copyOf(time, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
        if (hasQuoteVolume()) {
            quoteVolume = Arrays.copyOf(quoteVolume, capacity);
        }
        line = Arrays.copyOf(line, capacity);
    }
}
