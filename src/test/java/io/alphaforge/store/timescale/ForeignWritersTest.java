package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever other programs do to the bars, what is told of them is true. */
class ForeignWritersTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);
    private static final SeriesKey ETH = Made.key("ETHUSDT", Interval.H1);

    private final Bars bars = Made.walk(Interval.H1, 3000, 1);

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TimescaleStore store;

    private String url = "";

    private void open(Kind kind) {
        url = Servers.stillDatabase(kind);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        store.write(Made.write("BTCUSDT", bars));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void isTrue(TimescaleStore one) {
        assertThat(one.series()).allSatisfy(series -> {
            Bars now = Made.bars(one, series.key());
            assertThat(series.bars()).isEqualTo(now.size());
            assertThat(series.digest()).isEqualTo(DataDigest.of(now));
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void barsThatAreGivenToAnotherCoinAreMissedAtTheirOwn(Kind kind) {
        open(kind);
        store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 5000, 2).slice(4000, 5000)));
        if (kind == Kind.COMMUNITY) {
            Servers.sql(
                    url,
                    "SELECT compress_chunk(c) FROM show_chunks('crypto_prices', newer_than => DATE '2024-02-01') c");
        }
        Servers.sql(
                url,
                "UPDATE crypto_prices SET crypto_id = (SELECT id FROM cryptocurrencies WHERE symbol = 'ETHUSDT')"
                        + " WHERE datetime < '2024-01-02 00:00+00'");
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(BTC, ETH);
        assertThat(store.series()).extracting(StoredSeries::bars).containsExactly(2976L, 1024L);
        isTrue(store);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void barsThatAreMadeBarsOfAnotherIntervalOrTimeAreMissedWhereTheyWere(Kind kind) {
        open(kind);
        Servers.sql(
                url,
                "UPDATE crypto_prices SET datetime = datetime + interval '30 minutes'"
                        + " WHERE datetime < '2024-01-02 00:00+00'");
        isTrue(store);
        Servers.sql(url, "UPDATE crypto_prices SET interval_type = '1d' WHERE datetime = '2024-01-03 00:00+00'");
        assertThat(store.series())
                .extracting(StoredSeries::key)
                .containsExactly(Made.key("BTCUSDT", Interval.H1), Made.key("BTCUSDT", Interval.D1));
        assertThat(store.series()).extracting(StoredSeries::bars).containsExactly(2999L, 1L);
        isTrue(store);
    }

    @Test
    void whoMayOnlyReadNoticesAChangeThatIsCommittedAfterALaterOne() throws SQLException {
        open(Kind.PLAIN);
        String name = "reader_" + url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        Servers.sql(url, "CREATE ROLE " + name + " LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + name);
        ServerOptions options = ServerOptions.of(url.replace("user=postgres", "user=" + name), Map.of());
        try (TimescaleStore reader = new TimescaleStore(options);
                Connection slow = DriverManager.getConnection(url);
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(close("2024-01-05"));
            Servers.sql(url, close("2024-01-20"));
            isTrue(reader);
            slow.commit();
            isTrue(reader);
        }
    }

    private static String close(String day) {
        return "UPDATE crypto_prices SET close_price = (close_price + low_price) / 2 WHERE datetime = '" + day
                + " 00:00+00'";
    }

    @Test
    void notesOfWhatIsNeverReadDoNotHeapUp() {
        open(Kind.PLAIN);
        for (int i = 0; i < 3; i++) {
            Servers.sql(
                    url,
                    insert(1, "3d", i),
                    insert(1, "1H", i),
                    insert(4711, "1h", i),
                    "INSERT INTO bar_changes (crypto_id) VALUES (1)");
        }
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(BTC);
        assertThat(Servers.value(url, "SELECT string_agg(crypto_id || interval_type, ' ') FROM bar_changes"))
                .as("bars of a coin that may come back are not as they were")
                .isEqualTo("47111h");
        Servers.sql(url, "INSERT INTO cryptocurrencies VALUES (4711, 'SOLUSDT', '', '', '')");
        assertThat(store.series()).extracting(StoredSeries::bars).containsExactly(3000L, 3L);
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_changes")).isEqualTo("0");
        isTrue(store);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTransactionLeavesOneNoteASeriesAndOneThatIsTakenBackNone(Kind kind) throws SQLException {
        open(kind);
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(insert(1, "1d", 1));
            statement.execute(insert(1, "1d", 2));
            statement.execute("SAVEPOINT before");
            statement.execute(insert(2, "1d", 1));
            statement.execute("ROLLBACK TO before");
            statement.execute(insert(3, "1d", 1));
            statement.execute(insert(3, "1d", 1) + " ON CONFLICT DO NOTHING");
            statement.execute(insert(4, "it''s 1d)(5 ''1h", 1));
            other.commit();
            assertThat(Servers.value(url, NOTES)).isEqualTo("1-1d 3-1d 4-it's 1d)(5 '1h");
            statement.execute(insert(2, "1d", 1));
            statement.execute(insert(5, "1h", 1));
            other.commit();
            assertThat(Servers.value(url, NOTES)).isEqualTo("1-1d 3-1d 4-it's 1d)(5 '1h 2-1d 5-1h");
            Servers.sql(url, "TRUNCATE bar_changes");
            statement.execute("SELECT set_config('alphaforge.writing', 'on', true)");
            statement.execute(insert(6, "1d", 1));
            other.commit();
            assertThat(Servers.value(url, "SELECT count(*) FROM bar_changes")).isEqualTo("0");
            statement.execute("DELETE FROM crypto_prices WHERE crypto_id = 6");
            other.commit();
            assertThat(Servers.value(url, "SELECT count(*) FROM bar_changes WHERE crypto_id IS NULL"))
                    .isEqualTo("1");
        }
    }

    private static final String NOTES =
            "SELECT string_agg(crypto_id || '-' || interval_type, ' ' ORDER BY id) FROM bar_changes";

    private static String insert(int coin, String interval, int day) {
        return "INSERT INTO crypto_prices SELECT " + coin + ", timestamptz '2023-01-01 00:00+00' + interval '1 day' * "
                + day + ", '" + interval + "', 1, 3, 1, 2, 10";
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void theNewestChunksAreMissedAsTheOldestAre(Kind kind) {
        open(kind);
        Servers.sql(url, "SELECT drop_chunks('crypto_prices', newer_than => DATE '2024-04-01')");
        assertThat(store.series()).extracting(StoredSeries::bars).allMatch(bars -> bars < 3000);
        isTrue(store);
    }

    @Test
    void anotherSchemasChunksHideNothingOfOurs() {
        open(Kind.APACHE);
        Servers.sql(url, "CREATE SCHEMA two");
        try (TimescaleStore two = new TimescaleStore(ServerOptions.of(url + "&currentSchema=two,public", Map.of()))) {
            two.migrate();
            two.write(Made.write("SOLUSDT", Made.walk(Interval.H1, 3000, 3)));
            Servers.sql(url, "SELECT drop_chunks('two.crypto_prices', older_than => DATE '2024-03-01')");
            assertThat(two.series()).extracting(StoredSeries::bars).allMatch(bars -> bars < 3000);
            isTrue(two);
        }
    }
}
