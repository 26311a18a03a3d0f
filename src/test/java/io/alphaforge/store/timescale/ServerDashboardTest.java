package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures for somebody who may only read, whom nobody writes them down for. */
class ServerDashboardTest {
    @Test
    void onlyTheNewestFiguresOfASeriesAreKept() throws SQLException {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        String reader = "reader_" + url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            store.migrate();
            store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 100, 1)));
            store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 100, 2)));
        }
        Servers.sql(
                url, "CREATE ROLE " + reader + " LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader);
        SeriesIndex index = new SeriesIndex(System::nanoTime);
        ServerDashboard dashboard = new ServerDashboard(index);
        try (Connection connection = DriverManager.getConnection(url.replace("user=postgres", "user=" + reader))) {
            connection.setAutoCommit(false);
            ServerFacts facts = ServerFacts.read(connection);
            double high = 0;
            for (int i = 1; i <= 4; i++) {
                Servers.sql(url, "UPDATE crypto_prices SET high_price = high_price + 1000");
                double now = dashboard
                        .list(connection, facts, index.list(connection, facts))
                        .getFirst()
                        .allTimeHigh()
                        .price();
                assertThat(now).as("computed anew").isGreaterThan(high);
                high = now;
                connection.commit();
            }
        }
        assertThat(dashboard.held()).as("one of each coin").isEqualTo(2);
    }
}
