package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Chunks of 30 days become some of 90 when they are compressed, and nobody who reads or writes meanwhile misses a bar. */
@Timeout(120)
class MergedChunksTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);
    private static final Bars BARS = Made.walk(Interval.H1, 6000, 1);
    private static final String CHUNKS =
            "SELECT format('%I.%I', chunk_schema, chunk_name) FROM timescaledb_information.chunks"
                    + " WHERE hypertable_name = 'crypto_prices' ORDER BY range_start";

    @SuppressWarnings("NullAway.Init") // Every test has its own.
    private TimescaleStore store;

    private String url = "";

    @BeforeEach
    void open() {
        url = Servers.stillDatabase(Kind.COMMUNITY);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        store.write(Made.write("BTCUSDT", BARS));
        store.compact();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void compressAll() {
        Servers.sql(
                url,
                "DO $$ DECLARE c text; BEGIN FOR c IN " + CHUNKS + " LOOP PERFORM compress_chunk(c); END LOOP; END $$");
    }

    private int chunks() {
        return Integer.parseInt(Servers.value(url, "SELECT count(*) FROM show_chunks('crypto_prices')"));
    }

    @Test
    void threeMonthsAreOneCompressedChunkWithAllTheirBars() {
        assertThat(chunks()).isEqualTo(9);
        compressAll();
        assertThat(chunks()).isEqualTo(3);
        assertThat(Servers.value(
                        url,
                        "SELECT max(range_end - range_start) FROM timescaledb_information.chunks"
                                + " WHERE hypertable_name = 'crypto_prices'"))
                .isEqualTo("90 days");
        assertThat(Made.bars(store, BTC)).isEqualTo(BARS);
        assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(BARS));
    }

    @Test
    void barsOfMergedChunksAreCorrectedAndCompressedAgain() {
        compressAll();
        Bars corrected = Made.altered(Made.walk(Interval.H1, 6100, 1), 10, 1500, 1501, 3000, 5999);
        store.write(Made.write("BTCUSDT", corrected, "b.csv"));
        assertThat(Made.bars(store, BTC)).isEqualTo(corrected);
        compressAll();
        assertThat(chunks()).isEqualTo(3);
        assertThat(Made.bars(store, BTC)).isEqualTo(corrected);
        assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(corrected));
    }

    @Test
    void aSettingOfTheirOwnStays() {
        Servers.sql(url, "ALTER TABLE crypto_prices SET (timescaledb.compress_chunk_time_interval = '60 days')");
        store.migrate();
        compressAll();
        assertThat(chunks()).isEqualTo(5);
    }

    /** Merges the second chunk with the first, and commits when somebody waits for that. */
    private <T> T during(Supplier<T> work) throws SQLException, InterruptedException {
        List<String> names = names();
        Servers.sql(url, "SELECT compress_chunk('" + names.getFirst() + "')");
        try (Connection merging = DriverManager.getConnection(url);
                Statement statement = merging.createStatement();
                var executor = Executors.newSingleThreadExecutor()) {
            merging.setAutoCommit(false);
            statement.execute("SELECT compress_chunk('" + names.get(1) + "')");
            CompletableFuture<T> done = CompletableFuture.supplyAsync(work, executor);
            awaitWaiting();
            merging.commit();
            return done.join();
        }
    }

    private List<String> names() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(CHUNKS)) {
            var names = new java.util.ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private void awaitWaiting() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Servers.value(
                        url,
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND datname = current_database()")
                .equals("0")) {
            assertThat(System.nanoTime()).as("Nobody waits for the merge.").isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void whoReadsWhileChunksAreMergedGetsEveryBar() throws SQLException, InterruptedException {
        store.series();
        assertThat(during(() -> Made.bars(store, BTC))).isEqualTo(BARS);
    }

    @Test
    void whoReadsTheNewestBarsWhileChunksAreMergedGetsEachOfThem() throws SQLException, InterruptedException {
        BarRequest tail = new BarRequest(List.of(BTC), Made.ALL, BARS.time(99));
        Bars read = during(() -> {
            try (BarCursor cursor = store.read(tail)) {
                return cursor.next() instanceof BarCursor.Delivered found ? found.bars() : Bars.empty(Interval.H1);
            }
        });
        assertThat(read).isEqualTo(BARS.slice(100, BARS.size()));
    }

    @Test
    void aWriteWhileChunksAreMergedKnowsEveryBarThatIsThere() throws SQLException, InterruptedException {
        Bars longer = Made.walk(Interval.H1, 6010, 1);
        Bars newest = longer.slice(5990, 6010);
        assertThat(during(() -> store.write(Made.write("BTCUSDT", newest))).added())
                .isEqualTo(10);
        assertThat(Made.bars(store, BTC)).isEqualTo(longer);
        assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(longer));
        assertThat(store.series().getFirst().bars()).isEqualTo(longer.size());
    }

    @Test
    void whatAnotherProgramHasWrittenIsCountedWholeWhileChunksAreMerged() throws SQLException, InterruptedException {
        Servers.sql(
                url,
                "INSERT INTO crypto_prices SELECT crypto_id, timestamptz '" + Instant.ofEpochMilli(Made.START)
                        + "' - interval '1 hour', '1h', 1, 1, 1, 1, 1 FROM bar_versions");
        assertThat(during(store::series).getFirst().bars()).isEqualTo(6001);
    }

    @Test
    void aBackupWhileChunksAreMergedHasEveryRow(@TempDir Path folder) throws SQLException, InterruptedException {
        assertThat(during(() -> store.maintenance()
                                .orElseThrow()
                                .backUp("crypto_prices", folder.resolve("bars.zip"), told -> {}))
                        .rows())
                .isEqualTo(6000);
    }

    @Test
    void sumsThatAreMadeWhileChunksAreMergedAreOfEveryBar() throws SQLException, InterruptedException {
        Servers.sql(url, "UPDATE crypto_prices SET volume = volume + 1");
        store.series();
        during(() -> {
            store.compact();
            return true;
        });
        assertThat(Servers.value(
                        url,
                        "SELECT concat_ws(' ', (SELECT sum(bars) FROM crypto_prices_daily), (SELECT sum(bars) FROM"
                                + " crypto_prices_weekly), (SELECT sum(volume) FROM crypto_prices_daily) - (SELECT"
                                + " sum(volume) FROM crypto_prices) BETWEEN -1e-6 AND 1e-6)"))
                .isEqualTo("6000 6000 t");
    }

    @Test
    void chunksAreNotMergedUnderWhoIsReading() throws SQLException, InterruptedException {
        List<String> names = names();
        Servers.sql(url, "SELECT compress_chunk('" + names.getFirst() + "')");
        try (var executor = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Void> merged;
            try (BarCursor cursor = store.read(new BarRequest(List.of(BTC), Made.ALL))) {
                merged = CompletableFuture.runAsync(
                        () -> Servers.sql(url, "SELECT compress_chunk('" + names.get(1) + "')"), executor);
                awaitWaiting();
                assertThat(cursor.next())
                        .isInstanceOfSatisfying(
                                BarCursor.Delivered.class,
                                found -> assertThat(found.bars()).isEqualTo(BARS));
            }
            merged.join();
        }
        assertThat(chunks()).isEqualTo(8);
        assertThat(Made.bars(store, BTC)).isEqualTo(BARS);
    }
}
