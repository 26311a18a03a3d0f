package io.alphaforge.store.timescale;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.DashboardRow.Extreme;
import io.alphaforge.catalog.DashboardRow.Window;
import io.alphaforge.catalog.DashboardSummary;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.DataDigest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard of a server: figures that were written with the series' newest version, and figures computed here of the
 * bars where there are none.
 */
final class ServerDashboard {
    private static final long STALE_AFTER = 48 * 3_600_000L;

    /** Summaries that the server does not have, the newest of each series. */
    private final Map<SeriesKey, Computed> computed = new ConcurrentHashMap<>();

    private final SeriesIndex index;

    /** @param index is told what bars that were read make of unverified series */
    ServerDashboard(SeriesIndex index) {
        this.index = index;
    }

    private record Figures(int coin, String interval) {}

    /** @param digest of the bars that the summary is of */
    private record Computed(DataDigest digest, DashboardSummary summary) {}

    private record Known(long version, DashboardSummary summary) {}

    /** How many summaries are kept here. */
    int held() {
        return computed.size();
    }

    /** How many coins the summary view is behind with, or does not know. */
    int behind(Connection connection, ServerFacts facts, List<SeriesSurvey.Entry> stored) throws SQLException {
        Map<Figures, Known> known = known(connection, facts);
        return (int) finest(stored).stream()
                .filter(entry -> !isCurrent(
                        known.get(new Figures(entry.coin(), entry.interval().code())), entry.series()))
                .count();
    }

    /** Every coin by symbol. A coin is stale when it ends over 48 h before the newest bar of the store opens. */
    List<DashboardRow> list(Connection connection, ServerFacts facts, List<SeriesSurvey.Entry> stored)
            throws SQLException {
        Map<Figures, Known> known = known(connection, facts);
        long newest = stored.stream()
                .mapToLong(entry -> entry.series().lastOpen())
                .max()
                .orElse(Long.MIN_VALUE);
        List<DashboardRow> rows = new ArrayList<>();
        for (SeriesSurvey.Entry entry : finest(stored)) {
            Known row = known.get(new Figures(entry.coin(), entry.interval().code()));
            if (row != null && isCurrent(row, entry.series())) {
                rows.add(row(entry.series(), row.summary(), newest));
            } else {
                compute(connection, entry, newest).ifPresent(rows::add);
            }
        }
        return rows;
    }

    /** A row of bars that are read; empty when there are none, which must not cost the other rows. */
    private Optional<DashboardRow> compute(Connection connection, SeriesSurvey.Entry entry, long newest)
            throws SQLException {
        StoredSeries series = entry.series();
        Computed before = computed.get(entry.key());
        if (before != null && before.digest().equals(series.digest())) {
            return Optional.of(row(series, before.summary(), newest));
        }
        Bars bars = CopyBars.read(
                        connection,
                        Map.of(entry.coin(), series.bars()),
                        entry.interval(),
                        CopyBarCursor.ALL,
                        Long.MIN_VALUE)
                .get(entry.coin());
        if (bars == null) {
            LeftOut.tell(
                    entry.key() + " is left out of the dashboard: its bars were removed without a trace; 'alphaforge db"
                            + " migrate' counts them anew.");
            return Optional.empty();
        }
        DashboardSummary summary = DashboardSummary.of(bars);
        StoredSeries read = series.verified() ? series : index.verify(entry, bars);
        computed.put(entry.key(), new Computed(read.digest(), summary));
        return Optional.of(row(read, summary, newest));
    }

    /** The finest series of each coin, by symbol. */
    private static List<SeriesSurvey.Entry> finest(List<SeriesSurvey.Entry> stored) {
        Map<String, SeriesSurvey.Entry> finest = new TreeMap<>();
        stored.stream()
                .sorted(Comparator.comparing(SeriesSurvey.Entry::interval))
                .forEach(entry -> finest.putIfAbsent(entry.series().symbol(), entry));
        return List.copyOf(finest.values());
    }

    private static boolean isCurrent(@Nullable Known known, StoredSeries series) {
        return known != null && known.version() == series.version();
    }

    private static DashboardRow row(StoredSeries series, DashboardSummary s, long newest) {
        return new DashboardRow(
                series.instrument(),
                series.interval(),
                s.price(),
                s.change24hPct(),
                s.change7dPct(),
                s.day(),
                s.week(),
                s.month(),
                s.turnover30d(),
                s.allTimeHigh(),
                s.allTimeLow(),
                series.bars(),
                series.firstOpen(),
                series.lastOpen(),
                series.end(),
                series.quality().score(),
                series.end() < newest - STALE_AFTER,
                series.synthetic(),
                s.sparkline());
    }

    private static Map<Figures, Known> known(Connection connection, ServerFacts facts) throws SQLException {
        Map<Figures, Known> known = new HashMap<>();
        if (!facts.hasSummaries() && !facts.readsDashboard()) {
            return known;
        }
        // The view is for others: the table that it gathers is never behind. Before there was one the view had the
        // figures.
        String name = facts.hasSummaries() ? "list" : "listView";
        try (PreparedStatement statement = Statements.prepare(connection, ServerDashboard.class, name);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                known.put(
                        new Figures(rows.getInt("crypto_id"), rows.getString("interval_type")),
                        new Known(rows.getLong("version"), summary(rows)));
            }
        }
        return known;
    }

    private static DashboardSummary summary(ResultSet rows) throws SQLException {
        return new DashboardSummary(
                rows.getDouble("price"),
                real(rows, "change_24h_pct"),
                real(rows, "change_7d_pct"),
                new Window(real(rows, "high_24h"), real(rows, "low_24h"), real(rows, "volume_24h")),
                new Window(real(rows, "high_7d"), real(rows, "low_7d"), real(rows, "volume_7d")),
                new Window(real(rows, "high_30d"), real(rows, "low_30d"), real(rows, "volume_30d")),
                real(rows, "turnover_30d"),
                new Extreme(rows.getDouble("all_time_high"), rows.getLong("all_time_high_ms")),
                new Extreme(rows.getDouble("all_time_low"), rows.getLong("all_time_low_ms")),
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
