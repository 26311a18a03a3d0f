package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Bars;
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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that lets only so many compressed rows be changed in one transaction. */
@Timeout(120)
class CompressedWritesTest {
    private static final SeriesKey BTC = Made.key("BTCUSDT", Interval.H1);
    private static final String LIMIT = "timescaledb.max_tuples_decompressed_per_dml_transaction";

    @Test
    void aWholeSeriesIsCorrectedByAnOrdinaryUserAndTheLimitStays() throws SQLException {
        String url = Servers.emptyDatabase(Kind.COMMUNITY);
        String name = url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        Servers.sql(url, "SELECT _timescaledb_functions.stop_background_workers()");
        Bars corrected = Made.walk(Interval.H1, 3000, 2);
        try (TimescaleStore owner = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            owner.migrate();
            owner.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 3000, 1)));
        }
        Servers.sql(
                url,
                "SELECT compress_chunk(c) FROM show_chunks('crypto_prices') c",
                "ALTER DATABASE " + name + " SET " + LIMIT + " = 100",
                "CREATE ROLE ordinary_" + name + " LOGIN",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ordinary_" + name);
        ServerOptions options = ServerOptions.of(url.replace("user=postgres", "user=ordinary_" + name), Map.of());
        try (Connection connection =
                DriverManager.getConnection(options.address().url(), "ordinary_" + name, "")) {
            connection.setAutoCommit(false);
            SeriesWriter writer =
                    new SeriesWriter(connection, ServerFacts.read(connection), new SeriesIndex(System::nanoTime));
            assertThat(writer.write(new SeriesWrite(
                                    Instrument.parse("BTCUSDT"),
                                    corrected,
                                    "b",
                                    0,
                                    0,
                                    SeriesWrite.Mode.OVERWRITE,
                                    false))
                            .changed())
                    .isEqualTo(3000);
            connection.commit();
            try (Statement statement = connection.createStatement();
                    ResultSet limit = statement.executeQuery("SHOW " + LIMIT)) {
                limit.next();
                assertThat(limit.getString(1)).isEqualTo("100");
            }
        }
        try (TimescaleStore reader = new TimescaleStore(options)) {
            assertThat(Made.bars(reader, BTC)).isEqualTo(corrected);
            assertThat(reader.series().getFirst().digest()).isEqualTo(DataDigest.of(corrected));
        }
    }
}
