package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of somebody else's is read as it is, and gets what AlphaForge keeps beside its tables without losing anything. */
class AdoptionTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TimescaleStore store;

    private String url = "";

    private static TimescaleStore store(String url) {
        return new TimescaleStore(ServerOptions.of(url, Map.of()));
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anExistingDatabaseIsReadAsItIsAndAdoptedWithoutChangingABar(Kind kind) {
        url = Servers.emptyDatabase(kind);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol varchar(20) UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamp NOT NULL, interval_type"
                        + " varchar(10) NOT NULL, open_price numeric(20,8), high_price numeric(20,8), low_price"
                        + " numeric(20,8), close_price numeric(20,8), volume numeric(30,8))",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 1, t, '1h', 1.5, 2.25, 1.125, 2, 10 FROM generate_series("
                        + "timestamp '2024-03-30', timestamp '2024-04-02', interval '1 hour') t");
        store = store(url);
        StoredSeries before = store.series().getFirst();
        assertThat(before.instrument()).isEqualTo(new Instrument("BTCUSDT", "BTC", "USDT"));
        assertThat(before.bars()).isEqualTo(73);
        assertThat(before.firstOpen()).isEqualTo(1_711_756_800_000L); // 2024-03-30 00:00 UTC
        assertThat(before.verified()).isFalse();
        assertThat(Made.bars(store, BTC).low().get(72)).isEqualTo(1.125);
        before = store.series().getFirst();
        assertThat(store.dashboard()).hasSize(1);
        assertThat(Servers.value(url, "SELECT to_regclass('bar_versions')"))
                .as("nothing was added")
                .isEqualTo("null");
        String hash = Servers.value(url, "SELECT md5(string_agg(p::text, ';' ORDER BY datetime)) FROM crypto_prices p");
        store.migrate();
        assertThat(store.series()).containsExactly(before);
        assertThat(Servers.value(url, "SELECT md5(string_agg(p::text, ';' ORDER BY datetime)) FROM crypto_prices p"))
                .isEqualTo(hash);
        assertThat(store.dashboard().getFirst().price()).isEqualTo(2);
    }

    /** Bars as a table keeps them that has room for eight decimals of a price and none of a volume. */
    private static Bars rounded(Bars bars) {
        double[][] values = new double[5][];
        Column[] columns = {bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()};
        for (int c = 0; c < 5; c++) {
            String format = c < 4 ? "%.8f" : "%.0f";
            values[c] = Arrays.stream(columns[c].toArray())
                    .map(v -> Double.parseDouble(String.format(Locale.ROOT, format, v)))
                    .toArray();
        }
        return Bars.of(bars.interval(), bars.toTimeArray(), values[0], values[1], values[2], values[3], values[4]);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsWrittenIntoColumnsOfOtherTypesIsWhatIsToldAndReadBack(Kind kind) {
        url = Servers.emptyDatabase(kind);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id bigserial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (note text, volume bigint, crypto_id bigint NOT NULL, datetime timestamp NOT"
                        + " NULL, interval_type varchar(10) NOT NULL, open_price numeric(20,8), high_price numeric(20,8),"
                        + " low_price numeric(20,8), close_price numeric(20,8))",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 'theirs', 10, 1, t, '1h', 1.5, 2.25, 1.125, 2 FROM generate_series("
                        + "timestamp '2024-03-30', timestamp '2024-04-02', interval '1 hour') t");
        store = store(url);
        store.migrate();
        Bars walk = Made.walk(Interval.H1, 1500, 3);
        store.write(Made.write("ETHUSDT", walk));
        told("ETHUSDT", rounded(walk));
        assertThat(store.write(Made.write("ETHUSDT", walk)).changed()).isZero();
        store.write(Made.write("ETHUSDT", Made.altered(walk, 7, 9)));
        told("ETHUSDT", rounded(Made.altered(walk, 7, 9)));
        assertThat(store.write(Made.write("BTCUSDT", walk)).added()).isEqualTo(1500);
        Bars btc = Made.bars(store, BTC);
        assertThat(btc.slice(0, 1500)).isEqualTo(rounded(walk));
        assertThat(btc.size()).isEqualTo(1573);
        assertThat(store.series().getFirst().digest()).isEqualTo(DataDigest.of(btc));
        assertThat(Servers.value(url, "SELECT min(datetime) || ' ' || count(note) FROM crypto_prices"))
                .isEqualTo("2024-01-01 00:00:00 73");
        assertThat(store.dashboard()).hasSize(2);
        Bars tiny = Bars.of(
                Interval.D1,
                new long[] {0},
                new double[] {1},
                new double[] {1},
                new double[] {1e-9},
                new double[] {1},
                new double[] {1});
        assertThatThrownBy(() -> store.write(Made.write("TINYUSDT", tiny)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("low_price")
                .hasMessageContaining("8 decimals");
        assertThat(store.series()).hasSize(2);
    }

    @Test
    void numbersWithoutALimitOfDecimalsAreKeptToTheBit() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id bigserial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id bigint NOT NULL, datetime timestamptz NOT NULL, interval_type text"
                        + " NOT NULL, open_price numeric, high_price float8, low_price float8, close_price numeric, volume"
                        + " float8)");
        store = store(url);
        store.migrate();
        Bars walk = Made.walk(Interval.H1, 500, 3);
        store.write(Made.write("ETHUSDT", walk));
        told("ETHUSDT", walk);
        assertThat(store.write(Made.write("ETHUSDT", walk)).changed()).isZero();
    }

    private void told(String symbol, Bars expected) {
        SeriesKey key = Made.key(symbol, expected.interval());
        assertThat(Made.bars(store, key)).isEqualTo(expected);
        assertThat(store.series())
                .filteredOn(s -> s.key().equals(key))
                .singleElement()
                .satisfies(s -> assertThat(s.digest()).isEqualTo(DataDigest.of(expected)));
    }

    /** A database of somebody else's with 73 hourly bars of one coin. */
    private void existing() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text NOT"
                        + " NULL, open_price float8, high_price float8, low_price float8, close_price float8, volume float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 1, t, '1h', 1.5, 2.25, 1.125, 2, 10 FROM generate_series("
                        + "timestamptz '2024-03-30 00:00+00', '2024-04-02 00:00+00', interval '1 hour') t");
        store = store(url);
    }

    @Test
    void aNewestBarWithoutAPriceDoesNotKeepADatabaseFromBeingAdopted() {
        existing();
        Servers.sql(url, "UPDATE crypto_prices SET close_price = NULL WHERE datetime = '2024-04-02 00:00+00'");
        store.migrate();
        assertThat(store.series()).hasSize(1);
        assertThat(store.dashboard()).hasSize(1);
    }

    @Test
    void versionsThatAreNotThereYetDoNotMakeADatabaseLookEmpty() {
        existing();
        store.migrate();
        Servers.sql(url, "DELETE FROM bar_versions");
        assertThat(store.series()).hasSize(1);
        assertThat(Servers.value(url, "SELECT count(*) FROM bar_versions")).isEqualTo("1");
    }

    @Test
    void indicatorsThatSomebodyElseFillsStay() {
        existing();
        Servers.sql(
                url,
                "CREATE TABLE crypto_technical_indicators (crypto_id int, interval_type text, datetime timestamptz, rsi_7"
                        + " float8, rsi_14 float8, sma_20 float8, sma_50 float8, sma_200 float8, ema_12 float8, ema_26 float8,"
                        + " bb_upper float8, bb_middle float8, bb_lower float8, volume_sma_20 float8)",
                "INSERT INTO crypto_technical_indicators (crypto_id, interval_type, datetime, rsi_14) VALUES (1, '1h',"
                        + " '2020-01-01', 42)");
        store.migrate();
        assertThat(Servers.value(url, "SELECT count(*) || ' ' || max(rsi_14) FROM crypto_technical_indicators"))
                .isEqualTo("1 42");
    }

    @Test
    void whoMayReadNoMoreThanTheBarsGoesOnReadingThemAfterAMigration() {
        existing();
        String name = "bars_only_" + ProcessHandle.current().pid();
        Servers.sql(
                url, "CREATE ROLE " + name + " LOGIN", "GRANT SELECT ON cryptocurrencies, crypto_prices TO " + name);
        store.migrate();
        try (TimescaleStore reader = store(url.replace("user=postgres", "user=" + name))) {
            assertThat(reader.series()).hasSize(1);
            assertThat(reader.dashboard()).hasSize(1);
            assertThat(Made.bars(reader, BTC).size()).isEqualTo(73);
        }
    }

    @Test
    void tablesOfOurNamesThatMeanSomethingElseStayAsTheyAre() {
        existing();
        Servers.sql(
                url,
                "CREATE TABLE query_performance_log (id serial PRIMARY KEY, query_text text, took_ms int)",
                "CREATE TABLE crypto_technical_indicators (id serial PRIMARY KEY, crypto_id int, macd float8)",
                "CREATE VIEW crypto_dashboard_summary AS SELECT symbol FROM cryptocurrencies",
                "INSERT INTO query_performance_log (query_text, took_ms) VALUES ('SELECT 1', 7)",
                "INSERT INTO crypto_technical_indicators (crypto_id, macd) VALUES (1, 0.5)");
        assertThat(store.series()).hasSize(1);
        store.migrate();
        assertThat(store.series().getFirst().verified()).isTrue();
        store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 300, 1)));
        store.compact();
        assertThat(store.dashboard()).hasSize(2);
        assertThat(Servers.value(url, "SELECT query_text || took_ms FROM query_performance_log"))
                .isEqualTo("SELECT 17");
        assertThat(Servers.value(url, "SELECT macd FROM crypto_technical_indicators"))
                .isEqualTo("0.5");
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_dashboard_summary"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "numeric(10.8), 30000, '30000.0'",
        "numeric(3.-2), 1000000, '1000000.0'",
        "smallint, 40000, '40000.0'",
        "integer, 3000000000, '3.0E9'",
        "real, 1e39, '1.0E39'"
    })
    void aNumberThatIsTooLargeForItsColumnIsRefusedWithTheColumnAndTheCoin(String type, double price, String shown) {
        url = Servers.emptyDatabase(Kind.PLAIN);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text NOT"
                        + " NULL, open_price float8, high_price " + type.replace('.', ',')
                        + ", low_price float8, close_price float8, volume float8)");
        store = store(url);
        store.migrate();
        double[] one = {price};
        Bars bars = Bars.of(Interval.H1, new long[] {1_711_756_800_000L}, one, one, one, one, one);
        assertThatThrownBy(() -> store.write(Made.write("BTCUSDT", bars)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The column high_price of crypto_prices")
                .hasMessageContaining("BTCUSDT at " + shown)
                .hasMessageContaining("double precision");
        assertThat(store.series()).isEmpty();
    }

    @Test
    void barsThatAreThereTwiceAreNamedByTheMigrationThatTheyStop() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text NOT"
                        + " NULL, open_price float8, high_price float8, low_price float8, close_price float8, volume"
                        + " float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 1, t, '1h', 1, 1, 1, 1, 1 FROM generate_series("
                        + "timestamptz '2024-03-30 00:00Z', timestamptz '2024-04-02 00:00Z', interval '1 hour') t",
                "INSERT INTO crypto_prices VALUES (1, '2024-03-31 05:00Z', '1h', 1, 2, 1, 1, 1)");
        store = store(url);
        assertThatThrownBy(store::migrate)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("crypto_prices")
                .hasMessageContaining("(1, 1h, 2024-03-31 ")
                .hasMessageContaining("delete")
                .hasMessageNotContaining("\n");
    }

    @Test
    void barsThatAreThereTwiceAreNamedWhereTheyAreReadToo() {
        existing();
        Servers.sql(
                url,
                "INSERT INTO crypto_prices VALUES (1, '2024-03-31 05:00Z', '1h', 1, 2, 1, 1, 1),"
                        + " (1, '2024-04-01 05:00Z', '1h', 1, 2, 1, 1, 1)");
        try (BarCursor cursor = store.read(new BarRequest(List.of(BTC), CopyBarCursor.ALL))) {
            assertThat(cursor.next())
                    .isInstanceOfSatisfying(
                            BarCursor.Unreadable.class,
                            told -> assertThat(told.reason())
                                    .contains("has 2 of its times more than once")
                                    .contains("the first 2024-03-31 05:00:00 UTC")
                                    .contains("delete all but the right row")
                                    .doesNotContain("without a trace"));
        }
    }

    @Test
    void aNumberThatIsGivenTwiceToCoinsIsNamedAndNothingIsToBeDeleted() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        store = store(url);
        store.migrate();
        Servers.sql(
                url,
                "INSERT INTO cryptocurrencies (id, symbol, name, base_asset, quote_asset) OVERRIDING SYSTEM VALUE SELECT n,"
                        + " 'C' || n || 'USDT', 'C', 'C' || n, 'USDT' FROM generate_series(1, 50) n");
        assertThatThrownBy(() -> store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 10, 1))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("in cryptocurrencies already (Key (id)=(")
                .hasMessageContaining("sequence")
                .hasMessageNotContaining("delete");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PLAIN", "APACHE"})
    void daysAndWeeksOfTimesWithoutAZoneAreThoseOfUtcWhereverTheirReaderIs(Kind kind) throws SQLException {
        url = Servers.emptyDatabase(kind);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamp NOT NULL, interval_type text NOT"
                        + " NULL, open_price float8, high_price float8, low_price float8, close_price float8, volume"
                        + " float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 1, t, '1h', 1, 1, 1, 1, 1 FROM generate_series("
                        + "timestamp '2024-01-01', timestamp '2024-01-14 23:00', interval '1 hour') t");
        store = store(url);
        store.migrate();
        requireDaysOfUtc();
        // A view that an earlier version has built.
        Servers.sql(
                url,
                "CREATE OR REPLACE VIEW crypto_prices_daily AS SELECT crypto_id, interval_type, date_trunc('day',"
                        + " datetime, 'UTC') AS datetime, (array_agg(open_price ORDER BY datetime))[1] AS open_price,"
                        + " max(high_price) AS high_price, min(low_price) AS low_price, (array_agg(close_price ORDER BY"
                        + " datetime DESC))[1] AS close_price, sum(volume) AS volume, count(*) AS bars FROM crypto_prices"
                        + " WHERE interval_type <> '1M' GROUP BY crypto_id, interval_type, date_trunc('day', datetime,"
                        + " 'UTC')");
        store.migrate();
        requireDaysOfUtc();
    }

    private void requireDaysOfUtc() throws SQLException {
        for (String zone : List.of("UTC", "America/New_York", "Asia/Tokyo")) {
            try (Connection there = DriverManager.getConnection(url);
                    Statement statement = there.createStatement()) {
                statement.execute("SET TimeZone = '" + zone + "'");
                try (ResultSet row = statement.executeQuery(
                        "SELECT string_agg(DISTINCT bars || ' ' || extract(hour FROM datetime AT TIME ZONE 'UTC'), ',')"
                                + " || ' ' || count(*) FROM crypto_prices_daily")) {
                    row.next();
                    assertThat(row.getString(1)).as(zone).isEqualTo("24 0 14");
                }
                try (ResultSet row = statement.executeQuery("SELECT string_agg(bars || ' ' || (datetime AT TIME ZONE"
                        + " 'UTC')::date, ', ' ORDER BY datetime) FROM crypto_prices_weekly")) {
                    row.next();
                    assertThat(row.getString(1)).as(zone).isEqualTo("168 2024-01-01, 168 2024-01-08");
                }
            }
        }
    }
}
