package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody else's tables name coins and intervals in ways of their own. */
@Timeout(120)
class AdoptedNamesTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.D1);

    private final Bars days = Made.walk(Interval.D1, 40, 2);

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TimescaleStore store;

    private String url = "";

    /** A database with two coins, and 31 days of the first. */
    private void existing(String first, String second, String rules) {
        url = Servers.emptyDatabase(Kind.PLAIN);
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text " + rules + ", name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text,"
                        + " open_price float8, high_price float8, low_price float8, close_price float8, volume float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES (" + first + ", 'Bitcoin'), (" + second + ", '')",
                days(1, "'1d'"));
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
    }

    private static String days(int coin, String interval) {
        return "INSERT INTO crypto_prices SELECT " + coin + ", t, " + interval + ", 1, 3, 1, 2, 10 FROM"
                + " generate_series(timestamptz '2023-01-01 00:00+00', '2023-01-31 00:00+00', interval '1 day') t";
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void barsOfACoinInAnotherSpellingAreAddedToIt() {
        existing("'BTC/USDT'", "'eth-usdt'", "UNIQUE NOT NULL");
        store.migrate();
        store.write(Made.write("BTCUSDT", days));
        store.write(Made.write("ETHUSDT", days));
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(BTC, Made.key("ETHUSDT", Interval.D1));
        assertThat(store.series()).extracting(StoredSeries::bars).containsExactly(71L, 40L);
        assertThat(Servers.value(url, "SELECT string_agg(symbol, ' ' ORDER BY id) FROM cryptocurrencies"))
                .isEqualTo("BTC/USDT eth-usdt");
        store.delete(BTC);
        assertThat(store.series()).extracting(StoredSeries::bars).containsExactly(40L);
    }

    @Test
    void aCoinWhoseAssetsAreFilledInIsNamedAsEveryOtherToo() {
        existing("'btc/usdt'", "'ETHUSDT'", "UNIQUE NOT NULL");
        Servers.sql(
                url,
                "ALTER TABLE cryptocurrencies ADD COLUMN base_asset text, ADD COLUMN quote_asset text",
                "UPDATE cryptocurrencies SET base_asset = 'BTC', quote_asset = 'USDT' WHERE id = 1");
        store.migrate();
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(BTC);
    }

    @Test
    void newCoinsAreAddedWhereNothingKeepsTheirNamesApart() {
        existing("'BTCUSDT'", "'ETHUSDT'", "");
        store.migrate();
        store.write(Made.write("SOLUSDT", days));
        assertThat(Made.bars(store, Made.key("SOLUSDT", Interval.D1))).isEqualTo(days);
    }

    @Test
    void twoWhoAddTheSameCoinAtOnceAddOneEvenThere() throws SQLException {
        existing("'BTCUSDT'", "'ETHUSDT'", "");
        store.migrate();
        Bars hours = Made.walk(Interval.H1, 40, 2);
        try (Connection other = DriverManager.getConnection(url)) {
            other.setAutoCommit(false);
            new SeriesWriter(other, ServerFacts.read(other), new SeriesIndex(System::nanoTime))
                    .write(Made.write("SOLUSDT", days));
            CompletableFuture<Void> second =
                    CompletableFuture.runAsync(() -> store.write(Made.write("SOLUSDT", hours)));
            while (!second.isDone()
                    && Servers.value(url, "SELECT count(*) FROM pg_locks WHERE NOT granted")
                            .equals("0")) {
                Thread.onSpinWait();
            }
            other.commit();
            second.join();
        }
        assertThat(Servers.value(url, "SELECT count(*) FROM cryptocurrencies WHERE symbol = 'SOLUSDT'"))
                .isEqualTo("1");
        assertThat(store.series()).hasSize(3);
    }

    @Test
    void barsOfAnIntervalInAnotherSpellingAreLeftOutUntilItIsSpelledAsOurs() {
        existing("'BTCUSDT'", "'ETHUSDT'", "UNIQUE NOT NULL");
        Servers.sql(url, "UPDATE crypto_prices SET interval_type = '1D'", days(2, "'1d'"), days(2, "'24h'"));
        assertThat(store.series()).extracting(StoredSeries::symbol).containsExactly("ETHUSDT");
        assertThat(store.dashboard()).hasSize(1);
        assertThat(store.schema())
                .contains("UPDATE crypto_prices SET interval_type = '1d' WHERE interval_type = '1D'")
                .contains("'24h'")
                .endsWith(".");
        Servers.sql(url, "DELETE FROM crypto_prices WHERE interval_type = '24h'");
        store.migrate();
        assertThat(store.series()).extracting(StoredSeries::symbol).containsExactly("ETHUSDT");
        assertThat(store.describe().get("schema")).contains("'1D'").doesNotContain("24h");
        Servers.sql(url, "UPDATE crypto_prices SET interval_type = '1d' WHERE interval_type = '1D'");
        assertThat(store.series()).extracting(StoredSeries::symbol).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(store.dashboard()).hasSize(2);
        assertThat(store.schema()).isEqualTo("up to date");
    }

    @Test
    void anIntervalThatIsFilledUpWithBlanksIsOurs() {
        existing("'BTCUSDT'", "'ETHUSDT'", "UNIQUE NOT NULL");
        Servers.sql(url, "ALTER TABLE crypto_prices ALTER COLUMN interval_type TYPE char(10)");
        assertThat(Made.bars(store, BTC).size()).isEqualTo(31);
        store.migrate();
        store.write(Made.write("BTCUSDT", days));
        assertThat(Made.bars(store, BTC).size()).isEqualTo(71);
        assertThat(store.schema()).isEqualTo("up to date");
    }

    @Test
    void aCoinWhoseBarsWereRemovedWithoutATraceCostsTheDashboardNoOther() {
        existing("'BTCUSDT'", "'ETHUSDT'", "UNIQUE NOT NULL");
        store.migrate();
        store.write(Made.write("ETHUSDT", days));
        Servers.sql(
                url,
                "ALTER TABLE crypto_prices DISABLE TRIGGER ALL",
                "DELETE FROM crypto_prices WHERE crypto_id = 1",
                "DELETE FROM bar_summaries");
        assertThat(store.dashboard())
                .extracting(row -> row.instrument().symbol())
                .containsExactly("ETHUSDT");
    }

    @Test
    void rowsWithoutANameAreLeftOut() {
        existing("'BTCUSDT'", "NULL", "");
        Servers.sql(url, days(2, "'1d'"), days(1, "NULL"));
        assertThat(store.series()).extracting(StoredSeries::bars).containsExactly(31L);
        assertThat(store.schema()).contains("without an interval");
        store.migrate();
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(BTC);
        Servers.sql(url, days(1, "NULL"), "UPDATE cryptocurrencies SET symbol = 'BTC$' WHERE id = 1");
        assertThat(store.series()).isEmpty();
        Servers.sql(url, "UPDATE cryptocurrencies SET symbol = 'BTCUSDT' WHERE id = 1");
        assertThat(store.series()).extracting(StoredSeries::key).containsExactly(BTC);
    }
}
