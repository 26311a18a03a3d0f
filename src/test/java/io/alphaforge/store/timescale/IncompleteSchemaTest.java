package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Interval;
import io.alphaforge.run.Finding;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a migration has not done, or cannot do, is said, and the rest is done. */
@Timeout(120)
class IncompleteSchemaTest {
    private static final String COUNTED =
            "SELECT concat_ws(' ', (SELECT sum(bars) FROM crypto_prices_daily), (SELECT sum(bars) FROM"
                    + " crypto_prices_weekly))";

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TimescaleStore store;

    private String url = "";

    private void open(Kind kind, String... statements) {
        url = Servers.stillDatabase(kind);
        Servers.sql(url, statements);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static final String COINS =
            "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)";
    private static final String COIN = "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')";
    private static final String COLUMNS =
            "crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text NOT"
                    + " NULL, open_price float8, high_price float8, low_price float8, close_price float8, volume float8)";
    private static final String BARS =
            "INSERT INTO crypto_prices (crypto_id, datetime, interval_type, open_price, high_price, low_price, close_price,"
                    + " volume) SELECT 1, t, '1h', 1.5, 2.25, 1.125, 2, 10 FROM generate_series(timestamptz"
                    + " '2024-03-30 00:00+00', '2024-04-02 00:00+00', interval '1 hour') t";

    private String means() {
        String told = ServerCheck.run(ServerOptions.of(url, Map.of())).stream()
                .filter(f -> f.name().equals("means"))
                .map(Finding::text)
                .findFirst()
                .orElseThrow();
        assertThat(told).endsWith(store.describe().get("means"));
        return String.valueOf(store.describe().get("means"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTableThatCannotBecomeAHypertableGetsEverythingElse(Kind kind) {
        open(
                kind,
                COINS,
                COIN,
                "CREATE TABLE crypto_prices (id bigserial PRIMARY KEY, " + COLUMNS,
                BARS,
                "CREATE TABLE alerts (price bigint REFERENCES crypto_prices (id))",
                "INSERT INTO alerts VALUES (5)");
        List<String> report = store.migrate();
        if (kind == Kind.PLAIN) {
            assertThat(report).noneMatch(line -> line.contains("stays a plain table"));
        } else {
            assertThat(report)
                    .filteredOn(line -> line.contains("stays a plain table"))
                    .singleElement()
                    .asString()
                    .contains("'crypto_prices_pkey' of crypto_prices does not contain datetime");
            assertThat(means()).startsWith("One plain table holds all bars").contains("crypto_prices_pkey");
        }
        assertThat(report).noneMatch(line -> line.contains("was refused"));
        assertThat(Servers.value(url, COUNTED)).isEqualTo("73 73");
        assertThat(store.schema()).isEqualTo("up to date");
        store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 500, 2)));
        store.compact();
        assertThat(Servers.value(url, COUNTED)).isEqualTo("573 573");
        assertThat(Servers.value(url, "SELECT count(*) FROM crypto_dashboard_summary"))
                .isEqualTo("2");
        assertThat(store.migrate()).contains("The tables were up to date.");
    }

    @Test
    void aHypertableThatTheServerRefusesForAnotherReasonCostsNothingElse() {
        open(
                Kind.COMMUNITY,
                COINS,
                COIN,
                "CREATE TABLE anything (n int)",
                "CREATE TABLE crypto_prices (" + COLUMNS.replace(" float8)", " float8) INHERITS (anything)"),
                BARS);
        List<String> report = store.migrate();
        assertThat(report).anyMatch(line -> line.contains("stays a plain table"));
        assertThat(Servers.value(url, COUNTED)).isEqualTo("73 73");
        assertThat(store.series()).hasSize(1);
        assertThat(store.schema()).contains("crypto_prices has no hypertable").contains("or says why not");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatAnInterruptedMigrationHasLeftOutIsNamedAndAddedByTheNext(Kind kind) {
        open(kind);
        store.migrate();
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 500, 1)));
        assertThat(store.schema()).isEqualTo("up to date");
        String view = kind == Kind.COMMUNITY ? "MATERIALIZED VIEW " : "VIEW ";
        Servers.sql(
                url,
                "DROP " + view + "crypto_prices_weekly",
                "DROP MATERIALIZED VIEW crypto_dashboard_summary",
                "DELETE FROM crypto_technical_indicators",
                "DELETE FROM alphaforge_schema_history WHERE version = '14'");
        assertThat(store.schema())
                .startsWith("not complete")
                .contains("of version 13 and not")
                .contains("no crypto_prices_weekly")
                .contains("no crypto_dashboard_summary")
                .contains("no indicators of 1 series")
                .contains("'alphaforge db migrate'");
        store.migrate();
        assertThat(store.schema()).isEqualTo("up to date");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void whatIsUsedIsToldAsItIsAndWhatCouldBeBeside(Kind kind) {
        open(kind);
        Edition edition = kind == Kind.COMMUNITY ? Edition.COMMUNITY : Edition.APACHE;
        assertThat(means()).startsWith("Nothing is used yet; this server offers a hypertable");
        Servers.sql(url, COINS, COIN, "CREATE TABLE crypto_prices (" + COLUMNS, BARS);
        assertThat(means())
                .startsWith("One plain table holds all bars")
                .contains("This server offers " + edition.offers())
                .contains("db migrate");
        assertThat(store.adopting())
                .anyMatch(line -> line.contains("73 bars"))
                .anyMatch(line -> line.contains("hypertable") && line.contains("waits"));
        assertThat(store.schema()).startsWith("an existing database").contains("73 bars");
        store.migrate();
        assertThat(means()).isEqualTo(edition.cost());
        assertThat(store.adopting()).isEmpty();
        if (kind == Kind.COMMUNITY) {
            Servers.sql(url, "DROP MATERIALIZED VIEW crypto_prices_daily CASCADE");
            assertThat(means())
                    .contains("A hypertable is used with compression")
                    .contains("continuous aggregates");
        }
    }

    @Test
    void whoMayOnlyReadIsToldThatThereIsNothingToBeBroughtUpToDate() {
        open(Kind.PLAIN);
        store.migrate();
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 500, 1)));
        String name = "reader_" + url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        Servers.sql(url, "CREATE ROLE " + name + " LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + name);
        try (TimescaleStore reader =
                new TimescaleStore(ServerOptions.of(url.replace("user=postgres", "user=" + name), Map.of()))) {
            assertThat(reader.migrate()).containsExactly("The tables were up to date.");
        }
    }
}
