package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Opens a store in a process of its own, waits for a line, and writes series after series until it is killed or fails, and prints each one that the store
 * reported as written: symbol, version and digest. Every series comes in two halves, the second one of an earlier series
 * after the first one of a later series, so that there are rows to be appended, changed and put in order.
 */
final class SeriesImporter {
    private static final int BARS = 2000;

    private SeriesImporter() {}

    public static void main(String[] arguments) throws IOException {
        int first = Integer.parseInt(arguments[1]);
        try (DuckDbStore store = DuckDbStore.open(Path.of(arguments[0]), InstantSource.system())) {
            System.out.println("open");
            if (System.in.read() < 0) {
                return;
            }
            for (int i = first; ; i++) {
                Bars bars = Made.walk(Interval.H1, BARS, i);
                print(store, symbol(i), bars.slice(0, BARS / 2));
                if (i > first) {
                    Bars earlier = Made.altered(Made.walk(Interval.H1, BARS, i - 1), 3);
                    print(store, symbol(i - 1), i % 2 == 0 ? earlier : earlier.slice(BARS / 4, BARS));
                }
                if (i % 5 == 0) {
                    store.compact();
                }
            }
        } catch (StoreException e) {
            System.out.println("failed: " + e.getMessage());
        }
    }

    private static String symbol(int i) {
        return "C" + i + "USDT";
    }

    private static void print(DuckDbStore store, String symbol, Bars bars) {
        StoredSeries s = store.write(Made.write(symbol, bars)).series();
        System.out.println(symbol + " " + s.version() + " " + s.digest());
    }
}
