package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Bars that came by COPY are in the aggregates as all others are, whoever copied them. */
@Timeout(120)
class CopiedBarsTest {
    private static final String COUNTS =
            "SELECT concat_ws(' ', (SELECT sum(bars) FROM crypto_prices_daily), (SELECT sum(bars) FROM"
                    + " crypto_prices_weekly), (SELECT count(*) FROM crypto_prices))";

    @SuppressWarnings("NullAway.Init") // Every test has its own.
    private TimescaleStore store;

    private String url = "";
    private String other = "";

    @BeforeEach
    void open() {
        url = Servers.stillDatabase(Kind.COMMUNITY);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 3000, 1)));
        store.compact();
        String role = "copier_" + url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        other = url.replace("user=postgres", "user=" + role);
        Servers.sql(
                url,
                "CREATE ROLE " + role + " LOGIN",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + role);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Two thousand bars of a coin that is not stored yet, at times that are summed up. */
    private static void copy(String by, int coin) throws SQLException, IOException {
        StringBuilder rows = new StringBuilder();
        for (int hour = 0; hour < 2000; hour++) {
            rows.append(coin)
                    .append('\t')
                    .append(java.time.Instant.ofEpochSecond(1_704_067_200L + 3600L * hour))
                    .append("\t1h\t1\t3\t1\t2\t10\n");
        }
        try (Connection connection = DriverManager.getConnection(by)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY crypto_prices FROM STDIN",
                            new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** As policies do it. */
    private void refresh() {
        Servers.sql(
                url,
                "CALL refresh_continuous_aggregate('crypto_prices_daily', NULL, NULL)",
                "CALL refresh_continuous_aggregate('crypto_prices_weekly', NULL, NULL)");
    }

    /** A trigger as versions before 14 had it. */
    private void age() {
        Servers.sql(
                url,
                "DROP TRIGGER alphaforge_inserted ON crypto_prices",
                "CREATE TRIGGER alphaforge_inserted AFTER INSERT ON crypto_prices REFERENCING NEW TABLE AS changed"
                        + " FOR EACH STATEMENT EXECUTE FUNCTION alphaforge_note_change()");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void barsThatAnotherProgramCopiesAreSummedUpByThePolicies(boolean compressed) throws SQLException, IOException {
        if (compressed) {
            Servers.sql(url, "SELECT compress_chunk(c) FROM show_chunks('crypto_prices') c");
        }
        copy(other, 7);
        assertThat(Servers.value(url, "SELECT string_agg(crypto_id || interval_type, ' ') FROM bar_changes"))
                .isEqualTo("71h");
        refresh();
        assertThat(Servers.value(url, COUNTS)).isEqualTo("5000 5000 5000");
    }

    @Test
    void barsOfAWriterWhoDoesNotOwnTheAggregatesAreSummedUpByThePolicies() {
        try (TimescaleStore writer = new TimescaleStore(ServerOptions.of(other, Map.of()))) {
            writer.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 2000, 2)));
            writer.compact();
            assertThat(writer.describe().get("aggregates")).startsWith("1 of 2 series are not summed up");
        }
        refresh();
        assertThat(Servers.value(url, COUNTS)).isEqualTo("5000 5000 5000");
        store.compact();
        assertThat(store.describe().get("aggregates")).startsWith("every series is summed up");
    }

    @Test
    void refreshingByHandSumsUpWhatTheServerDoesNotKnowOfAndSaysSo() throws SQLException, IOException {
        age();
        copy(other, 7);
        refresh();
        assertThat(Servers.value(url, COUNTS)).as("nobody told the server").isEqualTo("3000 3000 5000");
        List<String> done = store.maintenance()
                .orElseThrow()
                .apply(MaintenanceRequest.of(MaintenanceAction.REFRESH, "crypto_prices_weekly"), words -> {});
        assertThat(done).singleElement().asString().contains("lacked bars of 1 series");
        assertThat(Servers.value(url, COUNTS)).isEqualTo("5000 5000 5000");
        assertThat(store.maintenance()
                        .orElseThrow()
                        .apply(MaintenanceRequest.of(MaintenanceAction.REFRESH, "crypto_prices_daily"), words -> {}))
                .containsExactly("crypto_prices_daily was refreshed.");
    }

    @Test
    void whatIsLackingInADatabaseOfAnEarlierVersionIsSummedUpByMigratingIt() throws SQLException, IOException {
        age();
        store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 2000, 2)));
        refresh();
        assertThat(Servers.value(url, COUNTS)).isEqualTo("3000 3000 5000");
        Servers.sql(
                url,
                "UPDATE bar_versions SET aggregated = version",
                "DELETE FROM alphaforge_schema_history WHERE version = '14'");
        store.migrate();
        assertThat(Servers.value(url, COUNTS)).isEqualTo("5000 5000 5000");
        copy(other, 7);
        refresh();
        assertThat(Servers.value(url, COUNTS)).isEqualTo("7000 7000 7000");
    }
}
