package io.alphaforge.store.timescale;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads bars of several coins in one COPY: as they are stored, or the daily and weekly ones that the server sums up. */
final class CopyBars {
    private CopyBars() {}

    /** Bars by coin; a coin without bars is not in it. */
    static Map<Integer, Bars> read(
            Connection connection, Map<Integer, Long> coins, Interval interval, Set<BarColumn> columns, long after)
            throws SQLException {
        List<BarColumn> names = List.copyOf(new TreeSet<>(columns));
        String query = CopyQuery.bars(coins.keySet(), interval, names, after);
        Map<Integer, Bars> bars = new HashMap<>();
        CopyRows.read(connection, coins, query, names.size()).forEach((coin, rows) -> {
            if (rows.size > 0) {
                bars.put(coin, bars(rows, interval, names));
            }
        });
        return bars;
    }

    /** All bars of one series with every column; none when it has none. */
    static Bars all(Connection connection, SeriesSurvey.Entry entry) throws SQLException {
        return read(
                        connection,
                        Map.of(entry.coin(), entry.series().bars()),
                        entry.interval(),
                        CopyBarCursor.ALL,
                        Long.MIN_VALUE)
                .getOrDefault(entry.coin(), Bars.empty(entry.interval()));
    }

    /**
     * Bars of an interval out of an aggregate, by coin. A coin is left out when they are not those that its stored bars
     * would make: its number of stored bars is not that of the series.
     *
     * @param series of one stored interval
     * @param columns without the volume, whose sum depends on the order
     */
    static Map<Integer, Resampled> buckets(
            Connection connection, List<SeriesSurvey.Entry> series, Interval wanted, Set<BarColumn> columns)
            throws SQLException {
        List<BarColumn> names = List.copyOf(new TreeSet<>(columns));
        Interval stored = series.getFirst().interval();
        Map<Integer, Long> expected = new LinkedHashMap<>();
        for (SeriesSurvey.Entry entry : series) {
            expected.put(
                    entry.coin(),
                    wanted.barsBetween(
                            wanted.bucketStart(entry.series().firstOpen()),
                            entry.series().end()));
        }
        String query =
                CopyQuery.buckets(Aggregates.of(wanted).orElseThrow(), List.copyOf(expected.keySet()), stored, names);
        Map<Integer, Rows> found = CopyRows.read(connection, expected, query, names.size() + 1);
        Map<Integer, Resampled> buckets = new HashMap<>();
        for (SeriesSurvey.Entry entry : series) {
            Rows rows = found.get(entry.coin());
            if (rows != null && total(rows, names.size()) == entry.series().bars()) {
                buckets.put(entry.coin(), buckets(rows, entry, wanted, names));
            }
        }
        return buckets;
    }

    private static long total(Rows rows, int column) {
        long total = 0;
        for (int i = 0; i < rows.size; i++) {
            total += (long) rows.columns[column][i];
        }
        return total;
    }

    /** What {@link Resampled} says: the last bucket is left out until it is whole, and gaps make a bucket partial. */
    private static Resampled buckets(Rows rows, SeriesSurvey.Entry entry, Interval wanted, List<BarColumn> names) {
        Interval stored = entry.interval();
        double[] counts = rows.columns[names.size()];
        int partial = 0;
        int size = rows.size;
        if (entry.series().end() < wanted.next(rows.time(size - 1))) {
            size--;
        }
        for (int i = 0; i < size; i++) {
            partial += counts[i] < stored.barsBetween(rows.time(i), wanted.next(rows.time(i))) ? 1 : 0;
        }
        return new Resampled(bars(rows, wanted, names).slice(0, size), partial);
    }

    private static Bars bars(Rows rows, Interval interval, List<BarColumn> names) {
        Map<BarColumn, Column> byName = new EnumMap<>(BarColumn.class);
        for (int c = 0; c < names.size(); c++) {
            byName.put(names.get(c), Column.owning(rows.column(c)));
        }
        return Bars.owning(interval, rows.times(), byName);
    }
}
