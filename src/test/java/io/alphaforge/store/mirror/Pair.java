package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A server and its mirror, both in real files, under a clock that a test moves. */
final class Pair implements AutoCloseable {
    static final Set<BarColumn> ALL = EnumSet.allOf(BarColumn.class);
    private static final long START = 1_704_067_200_000L;
    private static final long PLENTY = 1L << 40;

    final RemoteDouble remote;
    private final Path folder;
    private final long limit;
    final AtomicLong now = new AtomicLong(1_750_000_000_000L);
    DuckDbStore local;
    MirroredStore store;

    Pair(Path folder) {
        this(folder, PLENTY);
    }

    Pair(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
        remote = new RemoteDouble(DuckDbStore.open(folder.resolve("server.duckdb"), InstantSource.system()));
        local = DuckDbStore.open(folder.resolve("mirror.duckdb"), InstantSource.system());
        store = mirrored(true);
    }

    MirroredStore mirrored(boolean enabled) {
        return mirrored(enabled, local);
    }

    MirroredStore mirrored(boolean enabled, BarStore copy) {
        InstantSource clock = () -> Instant.ofEpochMilli(now.get());
        return new MirroredStore(
                remote, copy, new MirrorSettings(enabled, limit, folder.resolve("mirror.used"), clock));
    }

    /** The process is killed and started again: what waited to be written is lost. */
    void restart() {
        local.close();
        local = DuckDbStore.open(folder.resolve("mirror.duckdb"), InstantSource.system());
        store = mirrored(true);
    }

    static SeriesKey key(String symbol) {
        return new SeriesKey(symbol, Interval.D1);
    }

    /** A random walk without gaps; the same seed gives the same bars, more of them the same and others behind. */
    static Bars walk(int count, long seed) {
        Random random = new Random(seed);
        long[] times = new long[count];
        double[][] v = new double[5][count];
        double price = 1 + random.nextInt(1000);
        for (int i = 0; i < count; i++) {
            times[i] = START + i * Interval.D1.millis();
            double close = price * (1 + 0.02 * (random.nextDouble() - 0.5));
            v[0][i] = price;
            v[1][i] = Math.max(price, close) * 1.001;
            v[2][i] = Math.min(price, close) * 0.999;
            v[3][i] = close;
            v[4][i] = random.nextInt(100_000) / 10.0;
            price = close;
        }
        return Bars.of(Interval.D1, times, v[0], v[1], v[2], v[3], v[4]);
    }

    /** Somebody else writes to the server, past the mirror. */
    void onServer(String symbol, Bars bars) {
        remote.write(new SeriesWrite(
                Instrument.parse(symbol), bars, symbol + ".csv", 2, 1, SeriesWrite.Mode.REPLACE, false));
        now.addAndGet(2_000);
    }

    /** Lists and reads these series as a run does. */
    Map<SeriesKey, Delivery> run(String... symbols) {
        store.series();
        return read(symbols);
    }

    Map<SeriesKey, Delivery> read(String... symbols) {
        return read(store, symbols);
    }

    static Map<SeriesKey, Delivery> read(BarStore store, String... symbols) {
        List<SeriesKey> keys = List.of(symbols).stream().map(Pair::key).toList();
        Map<SeriesKey, Delivery> deliveries = new LinkedHashMap<>();
        try (BarCursor cursor = store.read(new BarRequest(keys, ALL))) {
            for (Delivery d = cursor.next(); d != null; d = cursor.next()) {
                deliveries.put(d.key(), d);
            }
        }
        return deliveries;
    }

    static Bars bars(@Nullable Delivery delivery) {
        if (delivery instanceof BarCursor.Delivered delivered) {
            return delivered.bars();
        }
        throw new AssertionError("Not delivered: " + delivery);
    }

    List<SeriesKey> mirrored() {
        return local.series().stream().map(StoredSeries::key).toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
