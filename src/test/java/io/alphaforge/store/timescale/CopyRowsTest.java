package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream of rows that is given up in the middle. */
@Timeout(60)
class CopyRowsTest {
    private static int session(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aConnectionWhoseRowsWereNotReadToTheirEndIsNotUsedAgain() throws SQLException {
        ServerOptions options = ServerOptions.of(Servers.emptyDatabase(Kind.PLAIN), Map.of());
        try (TimescaleStore store = new TimescaleStore(options)) {
            store.migrate();
            store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 60_000, 1)));
            store.write(Made.write("ETHUSDT", Made.walk(Interval.H1, 10, 2)));
        }
        try (ServerPools pools = new ServerPools(options)) {
            String all = CopyQuery.bars(List.of(1, 2), Interval.H1, List.of(BarColumn.CLOSE), Long.MIN_VALUE);
            Transactions transactions = new Transactions(options, pools, new KnownFacts());
            int before = transactions.snapshot(CopyRowsTest::session);
            assertThat(transactions.<Integer>snapshot(CopyRowsTest::session))
                    .as("connections are used again")
                    .isEqualTo(before);
            assertThatThrownBy(() ->
                            transactions.snapshot(connection -> CopyRows.read(connection, Map.of(2, 10L), all, 1)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("coin 1");
            assertThat(transactions.<Integer>snapshot(CopyRowsTest::session)).isNotEqualTo(before);
            Map<Integer, Rows> rows =
                    transactions.snapshot(connection -> CopyRows.read(connection, Map.of(1, 60_000L, 2, 10L), all, 1));
            assertThat(rows.values()).extracting(found -> found.size).containsExactlyInAnyOrder(60_000, 10);
        }
    }
}
