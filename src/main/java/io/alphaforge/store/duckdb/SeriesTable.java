package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesUpdate;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which series are stored. */
final class SeriesTable {
    private static final Comparator<Entry> BY_SYMBOL_AND_INTERVAL = Comparator.comparing(
                    (Entry e) -> e.series().symbol())
            .thenComparing(e -> e.series().interval());

    private SeriesTable() {}

    /**
     * A stored series and how its rows lie.
     *
     * @param coin id of the coin
     * @param runOrder grows with every write that added rows; the highest of an interval is physically last
     * @param fragmented whether its rows are not one run in time order
     */
    record Entry(int coin, StoredSeries series, long runOrder, boolean fragmented) {
        SeriesKey key() {
            return series.key();
        }

        Interval interval() {
            return series.interval();
        }
    }

    /**
     * The next free numbers.
     *
     * @param coin id for a new coin
     * @param runOrder for the next write
     * @param lastOfInterval the highest run order of the interval; 0 when nothing of it is stored
     */
    record Next(int coin, long runOrder, long lastOfInterval) {}

    /** Every series by symbol and interval. */
    static List<Entry> list(Session session) throws SQLException {
        try (ResultSet rows = session.rows(SeriesTable.class, "list")) {
            return entries(rows);
        }
    }

    /** The series of one coin, finest first. */
    static List<Entry> ofCoin(Session session, String symbol) throws SQLException {
        // A look at the index of symbols costs a tenth of the joins that the answer is made of, and imports bring many
        // coins that are new.
        try (ResultSet coin = session.rows(SeriesTable.class, "knowsCoin", symbol)) {
            if (!coin.next()) {
                return List.of();
            }
        }
        try (ResultSet rows = session.rows(SeriesTable.class, "ofCoin", symbol)) {
            return entries(rows);
        }
    }

    static Next next(Session session, Interval interval) throws SQLException {
        try (ResultSet rows = session.rows(SeriesTable.class, "next", interval.code())) {
            rows.next();
            return new Next(rows.getInt("crypto_id"), rows.getLong("run_order"), rows.getLong("last_of_interval"));
        }
    }

    /** What each source of a series had of rows that are no bars: duplicates and rejected ones. */
    static Map<String, SeriesUpdate.Source> sources(Session session, int coin, Interval interval) throws SQLException {
        Map<String, SeriesUpdate.Source> sources = new LinkedHashMap<>();
        try (ResultSet rows = session.rows(SeriesTable.class, "sources", coin, interval.code())) {
            while (rows.next()) {
                sources.put(rows.getString(1), new SeriesUpdate.Source(rows.getLong(2), rows.getLong(3)));
            }
        }
        return sources;
    }

    private static List<Entry> entries(ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) {
            entries.add(new Entry(
                    rows.getInt("crypto_id"),
                    new StoredSeries(
                            instrument(rows),
                            Interval.parse(rows.getString("interval_type")),
                            rows.getLong("bars"),
                            rows.getLong("first_ms"),
                            rows.getLong("last_ms"),
                            rows.getLong("version"),
                            DataDigest.parse(rows.getString("digest")),
                            quality(rows),
                            rows.getString("source"),
                            rows.getBoolean("synthetic")),
                    rows.getLong("run_order"),
                    rows.getBoolean("fragmented")));
        }
        entries.sort(BY_SYMBOL_AND_INTERVAL);
        return entries;
    }

    static Instrument instrument(ResultSet rows) throws SQLException {
        return new Instrument(rows.getString("symbol"), rows.getString("base_asset"), rows.getString("quote_asset"));
    }

    private static Quality quality(ResultSet rows) throws SQLException {
        return new Quality(
                rows.getInt("gaps"),
                rows.getLong("missing"),
                rows.getLong("duplicates"),
                rows.getLong("rejected"),
                rows.getLong("zero_volume"),
                rows.getLong("flat"),
                rows.getLong("jumps"),
                rows.getDouble("quality_score"));
    }
}
