package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A block of the file whose checksum is wrong: the bars in it are lost, those in others are not. */
class DamagedPartTest {
    private static final int COINS = 4;
    private static final int BARS = 130_000;
    private static final long HEADERS = 3 * 4096;

    @TempDir
    Path folder;

    @BeforeEach
    void damage() throws SQLException, IOException {
        try (DuckDbStore store = open()) {
            for (int i = 0; i < COINS; i++) {
                store.write(Made.write(key(i).symbol(), bars(i)));
            }
        }
        long block;
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            try (ResultSet rows = statement.executeQuery(
                    // Blocks hold parts of several columns where there is room; this one holds closes of the first
                    // coin and nothing else.
                    "SELECT block_id FROM pragma_storage_info('crypto_prices') WHERE persistent AND block_id >= 0"
                            + " GROUP BY block_id HAVING count(*) = 1 AND min(row_group_id) = 0"
                            + " AND min(column_name) = 'close_price' ORDER BY block_id")) {
                assertThat(rows.next()).as("there is such a block").isTrue();
                block = rows.getLong(1);
            }
        }
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(64), HEADERS + block * 262_144 + 1000);
        }
        assertThat(Files.size(file())).isGreaterThan(HEADERS + block * 262_144);
    }

    @Test
    void theSeriesInItIsReportedWithTheWayOutAndTheOthersAreDelivered() {
        try (DuckDbStore store = open()) {
            Map<SeriesKey, Delivery> read = Made.read(store, Made.ALL, key(0), key(1), key(2), key(3));
            assertThat(read.get(key(0)))
                    .isEqualTo(new Unreadable(
                            key(0),
                            "The stored bars of C0USDT 1m are corrupt: a part of the database is damaged;"
                                    + " import the series again with --replace."));
            assertThat(read.get(key(3))).isInstanceOf(Delivered.class);
        }
    }

    @Test
    void theSeriesInItIsWholeAgainOnceImportedWithReplace() {
        try (DuckDbStore store = open()) {
            assertThatThrownBy(() -> store.write(Made.write(key(0).symbol(), bars(0))))
                    .hasMessageContainingAll("damaged", "--replace");
            store.write(new SeriesWrite(
                    Instrument.parse(key(0).symbol()), bars(0), "again.csv", 0, 0, SeriesWrite.Mode.OVERWRITE, false));
            assertThat(Made.bars(store, key(0))).isEqualTo(bars(0));
        }
    }

    @Test
    void digestAndBarsAreOfOneSnapshotAfterAPassBrokeOff() {
        Map<SeriesKey, Delivery> read = new HashMap<>();
        try (DuckDbStore store = open();
                BarCursor cursor = store.read(new BarRequest(List.of(key(0), key(1), key(2), key(3)), Made.ALL))) {
            store.write(Made.write(key(3).symbol(), Made.walk(Interval.M1, BARS + 500, 3)));
            for (Delivery d = cursor.next(); d != null; d = cursor.next()) {
                read.put(d.key(), d);
            }
        }
        assertThat(read.get(key(3))).isInstanceOfSatisfying(Delivered.class, delivered -> {
            assertThat(delivered.bars().size()).isEqualTo(BARS + 500);
            assertThat(delivered.series().digest()).isEqualTo(DataDigest.of(delivered.bars()));
        });
    }

    private static SeriesKey key(int i) {
        return Made.key("C" + i + "USDT", Interval.M1);
    }

    private static Bars bars(int i) {
        return Made.walk(Interval.M1, BARS, i);
    }

    private Path file() {
        return folder.resolve("bars.duckdb");
    }

    private DuckDbStore open() {
        return DuckDbStore.open(file(), InstantSource.system());
    }
}
