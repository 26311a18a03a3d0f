package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server behind a real PgBouncer in transaction mode: nothing may depend on a session, and nothing may stay in one. */
@Timeout(120)
class PoolerTest {
    private final List<SeriesKey> keys = IntStream.range(0, 12)
            .mapToObj(i -> Made.key("C" + i + "USDT", Interval.H1))
            .toList();
    private final Bars bars = Made.walk(Interval.H1, 3_000, 1);

    @TempDir
    Path folder;

    private String direct;
    private String url;
    private Pooler pooler;

    @BeforeEach
    void open() throws IOException {
        direct = Servers.emptyDatabase(Kind.PLAIN);
        pooler = new Pooler(folder, Integer.parseInt(direct.replaceAll(".*127.0.0.1:(\\d+)/.*", "$1")), 3);
        url = pooler.through(direct.replaceAll(".*/(test_[^?]*)[?].*", "$1"));
    }

    @AfterEach
    void close() {
        pooler.close();
    }

    private TimescaleStore store(String more) {
        return new TimescaleStore(ServerOptions.of(url + more, Map.of("ALPHAFORGE_DB_TIMEOUT_S", "2")));
    }

    private static Set<SeriesKey> readAll(TimescaleStore store, BarRequest part, Bars expected) {
        Set<SeriesKey> read = new HashSet<>();
        try (BarCursor cursor = store.read(part)) {
            for (BarCursor.@Nullable Delivery next = cursor.next(); next != null; next = cursor.next()) {
                assertThat(((BarCursor.Delivered) next).bars()).isEqualTo(expected);
                read.add(next.key());
            }
        }
        return read;
    }

    @Test
    void everythingWorksThroughItAndNoSettingStaysInASessionOfOthers() throws SQLException {
        try (TimescaleStore store = store("&pgbouncer=true")) {
            store.migrate();
            keys.forEach(key -> store.write(Made.write(key.symbol(), bars)));
            assertThat(store.series()).hasSize(12);
            List<CompletableFuture<Set<SeriesKey>>> streams = store.split(new BarRequest(keys, Made.ALL), 2).stream()
                    .map(part -> CompletableFuture.supplyAsync(() -> readAll(store, part, bars)))
                    .toList();
            Set<SeriesKey> read = new HashSet<>();
            streams.forEach(stream -> read.addAll(stream.join()));
            assertThat(read).hasSize(12);
            assertThat(store.dashboard()).hasSize(12);
            store.compact();
            store.delete(keys.getLast());
            assertThat(store.maintenance().orElseThrow().list(0)).isNotEmpty();
            assertThat(store.series()).hasSize(11);
            requireCleanSessions();
        }
    }

    /** The view tells, among the rows that are backed up, what is usual in the session and what holds meanwhile. */
    @Test
    void aBackupThroughItSeesOneSnapshotAndSetsNothingForTheSession() throws IOException {
        Servers.sql(
                direct,
                "CREATE VIEW crypto_prices_old AS SELECT current_setting('default_transaction_isolation') AS usual,"
                        + " current_setting('default_transaction_read_only') AS usually_read_only,"
                        + " current_setting('transaction_isolation') AS now,"
                        + " current_setting('transaction_read_only') AS read_only_now");
        Path file = folder.resolve("backup.zip");
        try (TimescaleStore store = store("&pgbouncer=true")) {
            Maintenance maintenance = store.maintenance().orElseThrow();
            maintenance.backUp("crypto_prices_old", file, words -> {});
        }
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream rows = zip.getInputStream(zip.getEntry("rows.csv"))) {
            assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .last()
                    .isEqualTo("read committed,off,repeatable read,on");
        }
        Files.delete(file);
    }

    /** Looks into every session that the pooler holds: transactions begun together each have one of their own. */
    private void requireCleanSessions() throws SQLException {
        List<Connection> sessions = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                Connection connection = DriverManager.getConnection(url + "&prepareThreshold=0");
                connection.setAutoCommit(false);
                sessions.add(connection);
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("""
                                SELECT current_setting('default_transaction_isolation'),
                                       current_setting('default_transaction_read_only'),
                                       current_setting('transaction_isolation'),
                                       current_setting('statement_timeout'),
                                       coalesce(current_setting('alphaforge.writing', true), ''),
                                       (SELECT count(*) FROM pg_prepared_statements),
                                       (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'),
                                       (SELECT count(*) FROM pg_class WHERE relpersistence = 't'),
                                       current_setting('search_path')
                                """)) {
                    row.next();
                    List<String> settings = new ArrayList<>();
                    for (int c = 1; c <= 9; c++) {
                        settings.add(row.getString(c));
                    }
                    assertThat(settings)
                            .containsExactly(
                                    "read committed",
                                    "off",
                                    "read committed",
                                    "0",
                                    "",
                                    "0",
                                    "0",
                                    "0",
                                    "\"$user\", public");
                }
            }
        } finally {
            for (Connection session : sessions) {
                session.close();
            }
        }
    }

    @Test
    void aReadSeesOneSnapshotHoweverManyTransactionsOthersMakeMeanwhile() {
        try (TimescaleStore store = store("&pgbouncer=true");
                TimescaleStore other = store("&pgbouncer=true")) {
            store.migrate();
            keys.forEach(key -> store.write(Made.write(key.symbol(), bars)));
            try (BarCursor cursor = store.read(new BarRequest(keys, Made.ALL))) {
                assertThat(cursor.next()).isInstanceOf(BarCursor.Delivered.class);
                other.write(Made.write("C11USDT", Made.walk(Interval.H1, 3_500, 1)));
                Set<Bars> others = new HashSet<>();
                for (BarCursor.@Nullable Delivery next = cursor.next(); next != null; next = cursor.next()) {
                    others.add(((BarCursor.Delivered) next).bars());
                }
                assertThat(others).containsExactly(bars);
            }
            // Reading has not made the sessions read-only for those who write.
            for (int i = 0; i < 6; i++) {
                assertThat(other.write(Made.write("C" + i + "USDT", Made.walk(Interval.H1, 3_100, 1)))
                                .added())
                        .isEqualTo(100);
            }
        }
    }

    @Test
    void twoWhoWriteTheSameSeriesThroughItLoseNothing() {
        try (TimescaleStore one = store("&pgbouncer=true");
                TimescaleStore two = store("&pgbouncer=true")) {
            one.migrate();
            Bars whole = Made.walk(Interval.H1, 2_000, 5);
            List<CompletableFuture<Void>> writing = new ArrayList<>();
            for (int w = 0; w < 2; w++) {
                TimescaleStore store = w == 0 ? one : two;
                int first = w;
                writing.add(CompletableFuture.runAsync(() -> {
                    for (int part = first; part < 10; part += 2) {
                        store.write(Made.write("BTCUSDT", whole.slice(part * 200, part * 200 + 200), "part" + part));
                    }
                }));
            }
            writing.forEach(CompletableFuture::join);
            assertThat(Made.bars(one, Made.key("BTCUSDT", Interval.H1))).isEqualTo(whole);
            assertThat(one.series().getFirst().digest()).isEqualTo(DataDigest.of(whole));
            assertThat(Servers.value(direct, "SELECT count(*) FROM bar_changes"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aReadIsCancelledAndAStatementGivenUpThroughIt() {
        try (TimescaleStore store = store("&pgbouncer=true")) {
            store.migrate();
            keys.forEach(key -> store.write(Made.write(key.symbol(), bars)));
            BarCursor cursor = store.read(new BarRequest(keys, Made.ALL));
            assertThat(cursor.next()).isNotNull();
            cursor.close();
            assertThat(store.series()).hasSize(12);
        }
        Servers.sql(
                direct,
                "CREATE FUNCTION slow(name text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN"
                        + " PERFORM pg_sleep(60); RETURN name; END $$",
                "ALTER TABLE cryptocurrencies RENAME TO coins",
                "CREATE VIEW cryptocurrencies AS SELECT id, slow(symbol) AS symbol, base_asset, quote_asset FROM coins");
        try (TimescaleStore store = store("&pgbouncer=true")) {
            assertThatThrownBy(store::series)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("did not finish within the statement timeout");
        }
    }

    @Test
    void withoutItsModeTheSentenceNamesTheMode() {
        try (TimescaleStore store = store("&pgbouncer=true")) {
            store.migrate();
            keys.forEach(key -> store.write(Made.write(key.symbol(), bars)));
        }
        try (TimescaleStore one = store("");
                TimescaleStore two = store("")) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            assertThat(one.series()).hasSameSizeAs(two.series());
                        }
                    })
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("pooler such as PgBouncer")
                    .hasMessageContaining("pgbouncer=true");
        }
    }
}
