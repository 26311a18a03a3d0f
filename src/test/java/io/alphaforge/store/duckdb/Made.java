package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Made-up bars for tests of the store. */
public final class Made {
    public static final long START = 1_704_067_200_000L; // 2024-01-01
    public static final Set<BarColumn> ALL = EnumSet.allOf(BarColumn.class);

    private Made() {}

    /** A random walk without gaps; the same seed gives the same bars. */
    public static Bars walk(Interval interval, int count, long seed) {
        Random random = new Random(seed);
        long[] times = new long[count];
        double[][] v = new double[5][count];
        double price = 1 + random.nextInt(1000);
        for (int i = 0; i < count; i++) {
            times[i] = i == 0 ? START : interval.next(times[i - 1]);
            double close = price * (1 + 0.02 * (random.nextDouble() - 0.5));
            v[0][i] = price;
            v[1][i] = Math.max(price, close) * 1.001;
            v[2][i] = Math.min(price, close) * 0.999;
            v[3][i] = close;
            v[4][i] = random.nextInt(100_000) / 10.0;
            price = close;
        }
        return Bars.of(interval, times, v[0], v[1], v[2], v[3], v[4]);
    }

    /** The same bars with the close of the given ones moved to their high. */
    public static Bars altered(Bars bars, int... indices) {
        double[] close = bars.close().toArray();
        for (int i : indices) {
            close[i] = bars.high().get(i);
        }
        return Bars.of(
                bars.interval(),
                bars.toTimeArray(),
                bars.open().toArray(),
                bars.high().toArray(),
                bars.low().toArray(),
                close,
                bars.volume().toArray());
    }

    public static SeriesWrite write(String symbol, Bars bars) {
        return write(symbol, bars, symbol + ".csv");
    }

    public static SeriesWrite write(String symbol, Bars bars, String source) {
        return new SeriesWrite(Instrument.parse(symbol), bars, source, 0, 0, SeriesWrite.Mode.MERGE, false);
    }

    public static SeriesKey key(String symbol, Interval interval) {
        return new SeriesKey(symbol, interval);
    }

    /** Reads everything a request delivers. */
    public static Map<SeriesKey, Delivery> read(BarStore store, Set<BarColumn> columns, SeriesKey... keys) {
        Map<SeriesKey, Delivery> deliveries = new LinkedHashMap<>();
        try (BarCursor cursor = store.read(new BarRequest(List.of(keys), columns))) {
            for (Delivery d = cursor.next(); d != null; d = cursor.next()) {
                deliveries.put(d.key(), d);
            }
        }
        return deliveries;
    }

    /** The bars of one stored series with every column. */
    public static Bars bars(BarStore store, SeriesKey key) {
        return bars(store, ALL, key);
    }

    /** The bars of one stored series. */
    public static Bars bars(BarStore store, Set<BarColumn> columns, SeriesKey key) {
        Delivery delivery = read(store, columns, key).get(key);
        if (delivery instanceof BarCursor.Delivered delivered) {
            return delivered.bars();
        }
        throw new AssertionError("Not delivered: " + delivery);
    }
}
