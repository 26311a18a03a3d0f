package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.DashboardRow.Extreme;
import io.alphaforge.catalog.DashboardRow.Window;
import io.alphaforge.catalog.DashboardSummary;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads the table {@code crypto_dashboard_summary}: one row a coin, of its finest stored interval. */
final class DashboardTable {
    private static final long STALE_AFTER = 48 * 3_600_000L;

    private DashboardTable() {}

    /** Computes and writes the row of a coin from the whole of its finest series. */
    static void insert(Session session, int coin, Bars bars) throws SQLException {
        DashboardSummary s = DashboardSummary.of(bars);
        session.run(
                DashboardTable.class,
                "insert",
                coin,
                bars.interval().code(),
                s.price(),
                s.change24hPct(),
                s.change7dPct(),
                s.day().high(),
                s.day().low(),
                s.day().volume(),
                s.week().high(),
                s.week().low(),
                s.week().volume(),
                s.month().high(),
                s.month().low(),
                s.month().volume(),
                s.turnover30d(),
                s.allTimeHigh().price(),
                s.allTimeHigh().time(),
                s.allTimeLow().price(),
                s.allTimeLow().time(),
                session.list(s.sparkline()));
    }

    static void delete(Session session, int coin) throws SQLException {
        session.run(DashboardTable.class, "delete", coin);
    }

    /** Every coin by symbol. A coin is stale when it ends over 48 h before the newest bar of the store opens. */
    static List<DashboardRow> list(Session session) throws SQLException {
        List<DashboardRow> coins = new ArrayList<>();
        try (ResultSet rows = session.rows(DashboardTable.class, "list")) {
            while (rows.next()) {
                coins.add(row(rows));
            }
        }
        return coins;
    }

    private static DashboardRow row(ResultSet rows) throws SQLException {
        Interval interval = Interval.parse(rows.getString("interval_type"));
        long newest = rows.getLong("last_ms");
        long end = interval.next(newest);
        return new DashboardRow(
                SeriesTable.instrument(rows),
                interval,
                rows.getDouble("price"),
                real(rows, "change_24h_pct"),
                real(rows, "change_7d_pct"),
                new Window(real(rows, "high_24h"), real(rows, "low_24h"), real(rows, "volume_24h")),
                new Window(real(rows, "high_7d"), real(rows, "low_7d"), real(rows, "volume_7d")),
                new Window(real(rows, "high_30d"), real(rows, "low_30d"), real(rows, "volume_30d")),
                real(rows, "turnover_30d"),
                new Extreme(rows.getDouble("all_time_high"), rows.getLong("all_time_high_ms")),
                new Extreme(rows.getDouble("all_time_low"), rows.getLong("all_time_low_ms")),
                rows.getLong("bars"),
                rows.getLong("first_ms"),
                newest,
                end,
                rows.getDouble("quality_score"),
                end < rows.getLong("newest_ms") - STALE_AFTER,
                rows.getBoolean("synthetic"),
                column(rows.getArray("sparkline")));
    }

    private static Column column(@Nullable Array list) throws SQLException {
        if (list == null) {
            return Column.of();
        }
        Object[] values = (Object[]) list.getArray();
        double[] column = new double[values.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = ((Number) values[i]).doubleValue();
        }
        return Column.owning(column);
    }

    private static double real(ResultSet rows, String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? Double.NaN : value;
    }
}
