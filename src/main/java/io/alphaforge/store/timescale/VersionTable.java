package io.alphaforge.store.timescale;

import io.alphaforge.catalog.DashboardSummary;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.sql.VersionRow;
import java.sql.Connection;
import java.sql.SQLException;

/** Versions of series and the dashboard's figures that go with them, within the transaction of a connection. */
final class VersionTable {
    private final Connection connection;
    private final SummaryTable summaries;

    VersionTable(Connection connection) {
        this.connection = connection;
        summaries = new SummaryTable(connection);
    }

    /** Writes down what is known of a series that has these bars. */
    void put(int coin, StoredSeries s, Bars bars) throws SQLException {
        DashboardSummary summary = DashboardSummary.of(bars);
        Statements.run(
                connection,
                VersionTable.class,
                "put",
                VersionRow.of(
                        coin,
                        s,
                        summary.allTimeHigh().price(),
                        summary.allTimeHigh().time(),
                        summary.allTimeLow().price(),
                        summary.allTimeLow().time()));
        summaries.put(coin, s.interval(), s.version(), summary);
    }

    /** Fails when somebody has changed or deleted the version since the connection's snapshot, and keeps it until the end. */
    void hold(int coin, Interval interval) throws SQLException {
        Statements.run(connection, VersionTable.class, "hold", coin, interval.code());
    }

    void delete(int coin, Interval interval) throws SQLException {
        Statements.run(connection, VersionTable.class, "delete", coin, interval.code());
        summaries.delete(coin, interval);
    }
}
