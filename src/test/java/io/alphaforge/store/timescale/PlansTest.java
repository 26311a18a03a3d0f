package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Interval;
import io.alphaforge.store.timescale.Servers.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every index is there for a question, and the server answers that question with it. */
class PlansTest {
    private static String url = "";

    /** 243 coins of 1,200 hourly bars and many slow queries. */
    @BeforeAll
    static void fill() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            store.migrate();
        }
        Servers.sql(
                url,
                "SET alphaforge.writing = on",
                "INSERT INTO cryptocurrencies (id, symbol, name, base_asset, quote_asset) SELECT i, 'C' || i || 'USDT', 'C',"
                        + " 'C' || i, 'USDT' FROM generate_series(1, 243) i",
                "INSERT INTO crypto_prices SELECT i, timestamptz '2024-01-01 00:00+00' + h * interval '1 hour', '1h', 1, 2,"
                        + " 0.5, 1, 7 FROM generate_series(0, 1199) h, generate_series(1, 243) i",
                "INSERT INTO crypto_technical_indicators (crypto_id, interval_type, datetime, rsi_14) SELECT i, '1h',"
                        + " timestamptz '2024-01-01 00:00+00' + h * interval '1 hour', (i * 7 + h * 13) % 100 FROM"
                        + " generate_series(0, 999) h, generate_series(1, 243) i",
                "ALTER TABLE query_performance_log DISABLE TRIGGER USER",
                "INSERT INTO query_performance_log (logged_at, caller, query, duration_ms) SELECT now() - n * interval '1"
                        + " second', 'x', 'y', 1 FROM generate_series(1, 20000) n");
        Servers.sql(url, "VACUUM ANALYZE");
    }

    private static String plan(String sql) {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN (COSTS OFF) " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return plan.toString();
    }

    @Test
    void allOfThemAreValid() {
        assertThat(Servers.value(url, "SELECT count(*) FROM pg_index WHERE NOT indisvalid OR NOT indisready"))
                .isEqualTo("0");
    }

    @Test
    void theBarsOfAFewCoinsAreFoundByTheirSeries() {
        String copy = CopyQuery.bars(List.of(7), Interval.H1, List.of(BarColumn.CLOSE), 1_707_000_000_000L);
        String select = copy.substring(copy.indexOf('(') + 1, copy.indexOf(") TO STDOUT"));
        assertThat(plan(select)).contains("crypto_prices_series").doesNotContain("Seq Scan");
    }

    @Test
    void anUpsertFindsWhatIsThereByTheSeries() {
        assertThat(plan(
                        "INSERT INTO crypto_prices SELECT * FROM crypto_prices WHERE crypto_id = 7 ON CONFLICT (crypto_id,"
                                + " interval_type, datetime) DO UPDATE SET close_price = excluded.close_price"))
                .contains("Conflict Arbiter Indexes: crypto_prices_series");
    }

    @Test
    void theEndOfASeriesIsReadFromTheIndexAlone() {
        assertThat(plan("SELECT max(datetime) FROM crypto_prices WHERE crypto_id = 7 AND interval_type = '1h'"))
                .contains("Index Only Scan Backward using crypto_prices_series");
    }

    @Test
    void theNewestSlowQueriesAreFoundByTheirTime() {
        assertThat(plan("SELECT caller FROM query_performance_log ORDER BY logged_at DESC LIMIT 20"))
                .contains("Index Scan using query_performance_log_at");
    }

    @Test
    void coinsThatAreOversoldAreReadFromAPartialIndexAlone() {
        assertThat(plan(
                        "SELECT crypto_id, rsi_14 FROM crypto_technical_indicators WHERE interval_type = '1h' AND datetime ="
                                + " '2024-02-01 00:00+00' AND rsi_14 < 30"))
                .contains("Index Only Scan using crypto_technical_indicators_extremes");
    }
}
