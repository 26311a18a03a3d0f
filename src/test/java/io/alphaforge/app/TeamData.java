package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Made-up hourly bars of several coins, and what must be true of a server that holds them. */
final class TeamData {
    private TeamData() {}

    /** Bars by symbol, the same for the same numbers. */
    static Map<String, Bars> coins(int count, int bars) {
        Map<String, Bars> coins = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            coins.put("C" + (char) ('A' + i / 26) + (char) ('A' + i % 26) + "USDT", Made.walk(Interval.H1, bars, i));
        }
        return coins;
    }

    static void write(BarStore store, Map<String, Bars> coins) {
        coins.forEach((symbol, bars) -> store.write(Made.write(symbol, bars)));
    }

    /** A CSV file of each coin in a folder, in their order. */
    static List<Path> files(Path folder, Map<String, Bars> coins) {
        return coins.entrySet().stream()
                .map(coin -> file(folder.resolve(coin.getKey() + "_1h.csv"), coin.getValue()))
                .toList();
    }

    private static Path file(Path file, Bars bars) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("timestamp,open,high,low,close,volume\n");
            for (int i = 0; i < bars.size(); i++) {
                out.write(bars.time(i) + "," + bars.open().get(i) + ","
                        + bars.high().get(i) + ","
                        + bars.low().get(i) + "," + bars.close().get(i) + ","
                        + bars.volume().get(i) + "\n");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is on record is what is there: these series and no others, to the bit, and no row that belongs to none. */
    static void requireExactly(BarStore store, String url, Map<String, Bars> expected) {
        assertThat(store.series()).extracting(StoredSeries::symbol).containsExactlyElementsOf(expected.keySet());
        for (StoredSeries series : store.series()) {
            Bars bars = Made.bars(store, series.key());
            assertThat(bars).as(series.symbol()).isEqualTo(expected.get(series.symbol()));
            assertThat(series.digest()).isEqualTo(DataDigest.of(bars));
            assertThat(series.bars()).isEqualTo(bars.size());
        }
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_prices"))
                .isEqualTo(Long.toString(
                        expected.values().stream().mapToLong(Bars::size).sum()));
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_versions"))
                .isEqualTo(Integer.toString(expected.size()));
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_changes")).isEqualTo("0");
    }

    /** One sentence for people: one line, an end, no name of a class. */
    static void requireSentence(String text) {
        assertThat(text).doesNotContain("\n", "Exception", "null").matches("(?s)[A-Z'/].*[.]");
    }

    /** Waits until something is so that comes about by itself; the time limit of the test ends it. */
    static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(10_000_000);
            assertThat(Thread.interrupted()).as("The time limit is over.").isFalse();
        }
    }
}
