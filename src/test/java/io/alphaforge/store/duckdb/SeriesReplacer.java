package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens a store in a process of its own, waits for a line, and replaces the same few series over and over until it is
 * killed, printing each replacement that the store reported: symbol, version and digest.
 */
final class SeriesReplacer {
    private static final int COINS = 4;

    private SeriesReplacer() {}

    public static void main(String[] arguments) throws IOException {
        try (DuckDbStore store = DuckDbStore.open(Path.of(arguments[0]), InstantSource.system())) {
            Map<String, Long> versions = new HashMap<>();
            store.series().forEach(s -> versions.put(s.symbol(), s.version()));
            System.out.println("open");
            if (System.in.read() < 0) {
                return;
            }
            for (int i = 0; ; i = (i + 1) % COINS) {
                String symbol = "C" + i + "USDT";
                long version = versions.merge(symbol, 1L, Long::sum);
                StoredSeries s = store.write(new SeriesWrite(
                                Instrument.parse(symbol),
                                content(symbol, version),
                                "version " + version,
                                version,
                                0,
                                SeriesWrite.Mode.REPLACE,
                                true))
                        .series();
                System.out.println(symbol + " " + s.version() + " " + s.digest());
            }
        }
    }

    /** The bars of a version; of two that follow each other, each has bars that the other lacks. */
    static Bars content(String symbol, long version) {
        Bars bars = Made.walk(Interval.H1, 3_000, symbol.hashCode() + version);
        return version % 2 == 0 ? bars.slice(0, 2_000) : bars.slice(1_000, 3_000);
    }
}
