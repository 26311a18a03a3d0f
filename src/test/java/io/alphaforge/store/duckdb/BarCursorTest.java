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
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarCursorTest {
    private static final int COINS = 12;

    @TempDir
    Path folder;

    private final Map<SeriesKey, Bars> written = new HashMap<>();
    private DuckDbStore store;

    @BeforeEach
    void fill() {
        store = open();
        for (int i = 0; i < COINS; i++) {
            write("C" + i + "USDT", Made.walk(Interval.H1, 3000 + 100 * i, i));
            write("C" + i + "USDT", Made.walk(Interval.D1, 200, i));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onlyBarsBehindATimeAreDeliveredWithWhatIsKnownOfTheWholeSeries() {
        Bars bars = Made.walk(Interval.D1, 100, 1);
        store.write(Made.write("BTCUSDT", bars));
        store.write(Made.write("ETHUSDT", Made.walk(Interval.D1, 40, 2)));
        List<SeriesKey> keys = List.of(Made.key("BTCUSDT", Interval.D1), Made.key("ETHUSDT", Interval.D1));
        for (long after : new long[] {bars.time(59), bars.time(59) - 1, bars.time(59) + 1}) {
            int first = after < bars.time(59) ? 59 : 60;
            Map<SeriesKey, Bars> read = new HashMap<>();
            try (BarCursor cursor = store.read(new BarRequest(keys, Made.ALL, after))) {
                for (BarCursor.Delivery d = cursor.next(); d != null; d = cursor.next()) {
                    BarCursor.Delivered delivered = (BarCursor.Delivered) d;
                    read.put(d.key(), delivered.bars());
                    assertThat(store.series()).contains(delivered.series());
                }
            }
            assertThat(read.get(keys.getFirst())).isEqualTo(bars.slice(first, 100));
            assertThat(read.get(keys.getLast())).isEqualTo(Bars.empty(Interval.D1));
        }
        for (BarRequest part : store.split(new BarRequest(keys, Made.ALL, 5), 2)) {
            assertThat(part.after()).isEqualTo(5);
        }
    }

    @Test
    void allSeriesOfSeveralIntervalsAreDeliveredOnce() {
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void aFewSeriesOfManyAreDelivered() {
        SeriesKey first = Made.key("C7USDT", Interval.H1);
        SeriesKey second = Made.key("C2USDT", Interval.H1);
        assertThat(Made.read(store, Made.ALL, first, second, first)).containsOnlyKeys(first, second);
        assertThat(Made.bars(store, first)).isEqualTo(written.get(first));
    }

    @Test
    void seriesThatWereAppendedToAreFragmentedAndReadTheSameBeforeAndAfterCompaction() throws SQLException {
        for (int i = 0; i < COINS; i += 2) {
            Bars whole = Made.walk(Interval.H1, 3000 + 100 * i + 24, i);
            store.write(Made.write("C" + i + "USDT", whole));
            written.put(Made.key("C" + i + "USDT", Interval.H1), whole);
        }
        assertThat(fragmented()).isEqualTo(COINS / 2);
        assertThat(read()).isEqualTo(written);
        List<StoredSeries> before = store.series();
        store.compact();
        assertThat(fragmented()).isZero();
        assertThat(store.series()).isEqualTo(before);
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void oneFragmentedSeriesOfManyIsMovedAndReadTheSame() throws SQLException {
        Bars whole = Made.walk(Interval.H1, 3024, 0);
        store.write(Made.write("C0USDT", whole));
        written.put(Made.key("C0USDT", Interval.H1), whole);
        assertThat(fragmented()).isEqualTo(1);
        store.compact();
        assertThat(fragmented()).isZero();
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void aCursorReadsOnWhileEverythingIsCompacted() {
        Map<SeriesKey, Bars> before = Map.copyOf(written);
        try (BarCursor cursor = store.read(request())) {
            Map<SeriesKey, Bars> seen = new HashMap<>();
            take(cursor, seen);
            for (int i = 0; i < COINS; i++) {
                store.write(Made.write("C" + i + "USDT", Made.walk(Interval.H1, 3500 + 100 * i, i)));
            }
            store.compact();
            while (take(cursor, seen)) {
                // reads to the end
            }
            assertThat(seen).isEqualTo(before);
        }
        for (int i = 0; i < COINS; i++) {
            written.put(Made.key("C" + i + "USDT", Interval.H1), Made.walk(Interval.H1, 3500 + 100 * i, i));
        }
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void appendingToThePhysicallyLastSeriesKeepsItInOnePiece() throws SQLException {
        SeriesKey last = Made.key("C" + (COINS - 1) + "USDT", Interval.H1);
        for (int more = 1; more <= 2; more++) {
            Bars whole = Made.walk(Interval.H1, 3000 + 100 * (COINS - 1) + more * 24, COINS - 1);
            store.write(Made.write(last.symbol(), whole));
            written.put(last, whole);
        }
        assertThat(fragmented()).isZero();
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void barsBetweenStoredOnesAreReadInTimeOrder() throws SQLException {
        Bars whole = Made.walk(Interval.M30, 1000, 99);
        store.write(Made.write("XUSDT", whole.slice(0, 100)));
        store.write(Made.write("XUSDT", whole.slice(600, 1000)));
        store.write(Made.write("XUSDT", whole.slice(100, 600)));
        assertThat(fragmented()).isEqualTo(1);
        assertThat(Made.bars(store, Made.key("XUSDT", Interval.M30))).isEqualTo(whole);
    }

    @Test
    void rowsThatLieOutOfOrderAreSorted() throws SQLException {
        SeriesKey key = Made.key("C3USDT", Interval.H1);
        tamper("CREATE TABLE moved AS FROM crypto_prices WHERE " + rows(key) + " AND close_price > open_price");
        tamper("DELETE FROM crypto_prices WHERE " + rows(key) + " AND close_price > open_price");
        tamper("INSERT INTO crypto_prices FROM moved");
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void aSeriesWithALostRowIsReportedAndTheOthersAreDelivered() throws SQLException {
        SeriesKey key = Made.key("C3USDT", Interval.H1);
        tamper("DELETE FROM crypto_prices WHERE " + rows(key) + " AND datetime = TIMESTAMP '2024-01-02 03:00'");
        assertCorrupt(key, "it has 3299 of the 3300 bars on record");
    }

    @Test
    void aDamagedSeriesIsRefusedToBeWrittenOverUnlessReplaced() throws SQLException {
        SeriesKey key = Made.key("C3USDT", Interval.H1);
        Bars bars = Made.walk(Interval.H1, 3300, 3);
        tamper("DELETE FROM crypto_prices WHERE " + rows(key) + " AND datetime = TIMESTAMP '2024-01-02 03:00'");
        assertThatThrownBy(() -> store.write(Made.write(key.symbol(), bars)))
                .hasMessageContainingAll("corrupt", "--replace");
        store.write(new SeriesWrite(
                Instrument.parse(key.symbol()), bars, "again.csv", 0, 0, SeriesWrite.Mode.OVERWRITE, false));
        assertThat(read()).isEqualTo(written);
        assertThat(fragmented()).isZero();
    }

    @Test
    void aSeriesWithARowTwiceIsReportedAndTheOthersAreDelivered() throws SQLException {
        SeriesKey key = Made.key("C3USDT", Interval.H1);
        tamper("INSERT INTO crypto_prices FROM crypto_prices WHERE " + rows(key)
                + " AND datetime = TIMESTAMP '2024-01-02 03:00'");
        assertCorrupt(key, "it has more than the 3300 bars on record");
    }

    @Test
    void rowsOfAnotherCoinAmongThoseOfASeriesAreNotTakenForItsOwn() throws SQLException {
        SeriesKey key = Made.key("C3USDT", Interval.H1);
        tamper("UPDATE crypto_prices SET crypto_id = (SELECT id FROM cryptocurrencies WHERE symbol = 'C4USDT') WHERE "
                + rows(key) + " AND datetime = TIMESTAMP '2024-01-02 03:00'");
        Map<SeriesKey, Delivery> deliveries =
                Made.read(store, Made.ALL, written.keySet().toArray(SeriesKey[]::new));
        assertThat(deliveries.get(key)).isInstanceOf(Unreadable.class);
        assertThat(deliveries.get(Made.key("C4USDT", Interval.H1))).isInstanceOf(Unreadable.class);
        assertThat(deliveries.values()).filteredOn(Delivered.class::isInstance).hasSize(2 * COINS - 2);
    }

    @Test
    void aCursorSeesOneSnapshotWhileOthersWrite() {
        try (BarCursor cursor = store.read(request())) {
            Map<SeriesKey, Bars> seen = new HashMap<>();
            take(cursor, seen);
            store.write(Made.write("C11USDT", Made.walk(Interval.H1, 5000, 11)));
            store.write(Made.write("NEWUSDT", Made.walk(Interval.H1, 100, 77)));
            store.delete(Made.key("C10USDT", Interval.H1));
            while (take(cursor, seen)) {
                // reads to the end
            }
            assertThat(seen).isEqualTo(written);
        }
        assertThat(Made.bars(store, Made.key("C11USDT", Interval.H1)).size()).isEqualTo(5000);
    }

    @Test
    void severalCursorsReadAtTheSameTime() {
        Map<SeriesKey, Bars> first = new HashMap<>();
        Map<SeriesKey, Bars> second = new HashMap<>();
        try (BarCursor a = store.read(request());
                BarCursor b = store.read(request())) {
            boolean more = true;
            while (more) {
                boolean moreOfA = take(a, first);
                more = take(b, second) || moreOfA;
            }
        }
        assertThat(first).isEqualTo(written);
        assertThat(second).isEqualTo(written);
    }

    @Test
    void aCursorClosedEarlyDeliversNothingMore() {
        BarCursor cursor = store.read(request());
        assertThat(cursor.next()).isNotNull();
        cursor.close();
        assertThat(cursor.next()).isNull();
        cursor.close();
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void closingFromAnotherThreadStopsTheReadOfALargeSeries() throws Exception {
        SeriesKey key = Made.key("LARGEUSDT", Interval.M1);
        store.write(Made.write(key.symbol(), Made.walk(Interval.M1, 2_000_000, 5)));
        BarCursor cursor = store.read(new BarRequest(List.of(key), Made.ALL));
        FutureTask<Optional<Delivery>> next = new FutureTask<>(() -> Optional.ofNullable(cursor.next()));
        Thread reading = Thread.ofPlatform().start(next);
        while (!next.isDone()
                && Arrays.stream(reading.getStackTrace())
                        .noneMatch(frame -> frame.getClassName().equals(SeriesReader.class.getName()))) {
            Thread.onSpinWait();
        }
        cursor.close();
        assertThat(next.get()).isEmpty();
        assertThat(cursor.next()).isNull();
        assertThat(Made.bars(store, key).size()).isEqualTo(2_000_000);
    }

    @Test
    void aReadStopsBetweenTwoChunksOfRows() throws SQLException {
        store.write(Made.write("LARGEUSDT", Made.walk(Interval.M1, 100_000, 5)));
        store.close();
        AtomicInteger asked = new AtomicInteger();
        try (LocalDatabase database = LocalDatabase.open(file());
                Session session = database.session()) {
            SeriesReader reader = new SeriesReader(session, Made.ALL, () -> asked.incrementAndGet() == 3);
            SeriesTable.Entry entry = SeriesTable.ofCoin(session, "LARGEUSDT").getFirst();
            assertThatThrownBy(() -> reader.one(entry)).isInstanceOf(CancellationException.class);
            assertThat(asked).hasValue(3);
        } finally {
            store = open();
        }
    }

    @Test
    void nothingStaysOpenOnceStoreAndCursorsAreClosed() throws SQLException {
        try (BarCursor cursor = store.read(request())) {
            assertThat(cursor.next()).isNotNull();
        }
        assertThatThrownBy(() -> store.write(Made.write("C1USDT", Made.walk(Interval.H1, 100, 5))))
                .isInstanceOf(RuntimeException.class);
        store.runs().list();
        store.dashboard();
        store.compact();
        store.close();
        // DuckDB lets one file be opened with other settings only when nobody in this process has it open any more.
        try (Connection other = DriverManager.getConnection("jdbc:duckdb:" + file() + ";threads=1;memory_limit=64MB");
                Statement statement = other.createStatement()) {
            assertThat(statement.execute("SELECT count(*) FROM crypto_prices")).isTrue();
        }
        store = open();
    }

    private void write(String symbol, Bars bars) {
        store.write(Made.write(symbol, bars));
        written.put(Made.key(symbol, bars.interval()), bars);
    }

    private BarRequest request() {
        return new BarRequest(List.copyOf(written.keySet()), Made.ALL);
    }

    private Map<SeriesKey, Bars> read() {
        Map<SeriesKey, Bars> seen = new HashMap<>();
        try (BarCursor cursor = store.read(request())) {
            while (take(cursor, seen)) {
                // reads to the end
            }
        }
        return seen;
    }

    private static boolean take(BarCursor cursor, Map<SeriesKey, Bars> into) {
        return switch (cursor.next()) {
            case null -> false;
            case Delivered delivered -> {
                assertThat(into.put(delivered.key(), delivered.bars())).isNull();
                yield true;
            }
            case Unreadable unreadable -> throw new AssertionError(unreadable.reason());
        };
    }

    private void assertCorrupt(SeriesKey key, String reason) {
        Map<SeriesKey, Delivery> deliveries =
                Made.read(store, Made.ALL, written.keySet().toArray(SeriesKey[]::new));
        assertThat(deliveries.get(key))
                .isEqualTo(new Unreadable(
                        key,
                        "The stored bars of " + key + " are corrupt: " + reason
                                + "; import the series again with --replace."));
        assertThat(deliveries.values()).filteredOn(Delivered.class::isInstance).hasSize(2 * COINS - 1);
    }

    private long fragmented() throws SQLException {
        store.close();
        try (LocalDatabase database = LocalDatabase.open(file());
                Session session = database.session()) {
            return SeriesTable.list(session).stream()
                    .filter(SeriesTable.Entry::fragmented)
                    .count();
        } finally {
            store = open();
        }
    }

    private void tamper(String sql) throws SQLException {
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } finally {
            store = open();
        }
    }

    private static String rows(SeriesKey key) {
        return "interval_type = '" + key.interval()
                + "' AND crypto_id = (SELECT id FROM cryptocurrencies WHERE symbol = '" + key.symbol() + "')";
    }

    private Path file() {
        return folder.resolve("bars.duckdb");
    }

    private DuckDbStore open() {
        return DuckDbStore.open(file(), InstantSource.system());
    }
}
