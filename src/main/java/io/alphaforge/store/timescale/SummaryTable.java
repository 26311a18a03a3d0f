package io.alphaforge.store.timescale;

import io.alphaforge.catalog.DashboardRow.Window;
import io.alphaforge.catalog.DashboardSummary;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures of the dashboard, written in the transaction that writes the bars they follow from. */
final class SummaryTable {
    private final Connection connection;
    private @Nullable Boolean usable;

    SummaryTable(Connection connection) {
        this.connection = connection;
    }

    /** Whether the table is there, which it is not before the schema has been brought up to date. */
    private boolean isUsable() throws SQLException {
        if (usable == null) {
            try (PreparedStatement statement = Statements.prepare(connection, SummaryTable.class, "usable");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                usable = row.getBoolean(1);
            }
        }
        return usable;
    }

    void put(int coin, Interval interval, long version, DashboardSummary s) throws SQLException {
        if (!isUsable()) {
            return;
        }
        if (Double.isNaN(s.price())) {
            // A newest bar without a price, which other programs can write, has no figures.
            delete(coin, interval);
            return;
        }
        Window day = s.day();
        Window week = s.week();
        Window month = s.month();
        double[] figures = {
            s.price(), s.change24hPct(), s.change7dPct(),
            day.high(), day.low(), day.volume(),
            week.high(), week.low(), week.volume(),
            month.high(), month.low(), month.volume(),
            s.turnover30d()
        };
        try (PreparedStatement statement =
                Statements.prepare(connection, SummaryTable.class, "put", coin, interval.code(), version)) {
            int at = 4;
            for (double figure : figures) {
                statement.setObject(at++, Double.isNaN(figure) ? null : figure, java.sql.Types.DOUBLE);
            }
            statement.setArray(at, connection.createArrayOf("float8", boxed(s.sparkline())));
            statement.executeUpdate();
        }
    }

    private static Object[] boxed(Column values) {
        return Arrays.stream(values.toArray()).boxed().toArray();
    }

    void delete(int coin, Interval interval) throws SQLException {
        if (isUsable()) {
            Statements.run(connection, SummaryTable.class, "delete", coin, interval.code());
        }
    }

    /** Series whose figures are not here, because they were written before there was this table. */
    Set<SeriesSurvey.Place> missing() throws SQLException {
        return isUsable() ? SeriesSurvey.places(connection, SummaryTable.class, "missing") : Set.of();
    }
}
