package io.alphaforge.store.timescale;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.timescale.ForeignNotes.Group;
import io.alphaforge.store.timescale.ForeignNotes.Notes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of its series without any bar being read, and what of it is to be trusted.
 *
 * <p>Changes by other programs are known from the notes that triggers leave, removals (a delete, or chunks dropped) from a
 * count of all bars; a database without AlphaForge's tables is counted every time.
 *
 * @param trusted series that are as their version says
 * @param outdated series of which nobody knows what they are before their bars are read
 * @param removed series of which no bar is left
 * @param removal number of the newest note of a removal that was looked into; 0 when there was none
 * @param idle notes that tell nothing and can go
 */
record SeriesSurvey(List<Entry> trusted, List<Outdated> outdated, List<Entry> removed, long removal, List<Group> idle) {
    /** Of a new series that only a note tells of. */
    private static final Count UNKNOWN = new Count(0, 0, 0);

    /** Whether others have written since versions were. */
    boolean isBehind() {
        return !outdated.isEmpty() || !removed.isEmpty() || removal > 0 || !idle.isEmpty();
    }

    /** Where a series is. */
    record Place(int coin, Interval interval) {}

    /**
     * A series with the server's number of its coin.
     *
     * @param activity how much had been changed in the table of bars when the series was told, as the server counts it; 0
     *     where versions tell of changes
     */
    record Entry(int coin, StoredSeries series, long activity) {
        Entry(int coin, StoredSeries series) {
            this(coin, series, 0);
        }

        Interval interval() {
            return series.interval();
        }

        SeriesKey key() {
            return series.key();
        }

        Place place() {
            return new Place(coin, interval());
        }
    }

    /** How many bars a series has, and where they begin and end. */
    record Count(long bars, long first, long last) {
        static Count of(StoredSeries series) {
            return new Count(series.bars(), series.firstOpen(), series.lastOpen());
        }

        private static Count of(ResultSet row) throws SQLException {
            return new Count(row.getLong("bars"), row.getLong("first_ms"), row.getLong("last_ms"));
        }
    }

    /**
     * A series whose version is not to be trusted.
     *
     * @param known what was known of it; null for one that is new
     * @param notes about it
     * @param count of its bars as far as it is known: that of the version where they were not counted
     */
    record Outdated(
            Place place, Instrument instrument, @Nullable StoredSeries known, Notes notes, Count count) {}

    /**
     * Looks what can be trusted, in the snapshot of the connection's transaction.
     *
     * @param all counts every bar, which finds what was written before there were triggers
     */
    static SeriesSurvey of(Connection connection, ServerFacts facts, boolean all) throws SQLException {
        if (!facts.hasBars()) {
            return new SeriesSurvey(List.of(), List.of(), List.of(), 0, List.of());
        }
        Map<Place, Entry> versions = facts.hasVersions() ? versions(connection) : Map.of();
        ForeignNotes notes = facts.hasVersions() ? ForeignNotes.read(connection) : ForeignNotes.NONE;
        boolean counted = all
                || !facts.hasVersions()
                || versions.isEmpty()
                || notes.removal() > 0
                || chunksDropped(connection, facts, versions);
        Map<Place, Count> counts = counted ? counts(connection) : Map.of();
        Map<Integer, Instrument> coins = counted || !notes.series().isEmpty() ? coins(connection, facts) : Map.of();
        List<Entry> trusted = new ArrayList<>();
        List<Entry> removed = new ArrayList<>();
        Map<Place, Outdated> outdated = new HashMap<>();
        versions.forEach((place, entry) -> {
            Notes noted = notes.series().get(place);
            Count count = counts.get(place);
            if (counted && count == null) {
                removed.add(entry);
            } else if (noted != null || (count != null && !count.equals(Count.of(entry.series())))) {
                StoredSeries known = entry.series();
                Count now = count == null ? Count.of(known) : count;
                outdated.put(
                        place, new Outdated(place, known.instrument(), known, noted == null ? Notes.NONE : noted, now));
            } else {
                trusted.add(entry);
            }
        });
        notes.series()
                .forEach((place, noted) ->
                        add(outdated, versions, coins, place, noted, counts.getOrDefault(place, UNKNOWN)));
        counts.forEach((place, count) -> add(outdated, versions, coins, place, Notes.NONE, count));
        return new SeriesSurvey(
                trusted, List.copyOf(outdated.values()), removed, notes.removal(), idle(notes, versions, coins));
    }

    private static void add(
            Map<Place, Outdated> outdated,
            Map<Place, Entry> versions,
            Map<Integer, Instrument> coins,
            Place place,
            Notes notes,
            Count count) {
        Instrument instrument = coins.get(place.coin());
        if (!versions.containsKey(place) && instrument != null) {
            outdated.putIfAbsent(place, new Outdated(place, instrument, null, notes, count));
        }
    }

    /** Notes that go unread; of a series whose coin is missing one stays, as the coin may come back. */
    private static List<Group> idle(ForeignNotes notes, Map<Place, Entry> versions, Map<Integer, Instrument> coins) {
        List<Group> idle = new ArrayList<>(notes.idle());
        notes.series().forEach((place, noted) -> {
            if (!versions.containsKey(place) && !coins.containsKey(place.coin()) && noted.count() > 1) {
                idle.add(new Group(place.coin(), place.interval().code(), noted.newest() - 1));
            }
        });
        return idle;
    }

    private static Map<Place, Entry> versions(Connection connection) throws SQLException {
        Map<Place, Entry> versions = new HashMap<>();
        try (PreparedStatement statement = Statements.prepare(connection, SeriesSurvey.class, "list");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Optional<Interval> interval = LeftOut.interval(rows.getString("interval_type"));
                Optional<Instrument> instrument = instrument(rows);
                if (interval.isPresent() && instrument.isPresent()) {
                    Entry entry = new Entry(rows.getInt("crypto_id"), series(rows, instrument.get(), interval.get()));
                    versions.put(entry.place(), entry);
                }
            }
        }
        return versions;
    }

    private static StoredSeries series(ResultSet rows, Instrument instrument, Interval interval) throws SQLException {
        return new StoredSeries(
                instrument,
                interval,
                rows.getLong("bars"),
                rows.getLong("first_ms"),
                rows.getLong("last_ms"),
                rows.getLong("version"),
                DataDigest.parse(rows.getString("digest")),
                new Quality(
                        rows.getInt("gaps"),
                        rows.getLong("missing"),
                        rows.getLong("duplicates"),
                        rows.getLong("rejected"),
                        rows.getLong("zero_volume"),
                        rows.getLong("flat"),
                        rows.getLong("jumps"),
                        rows.getDouble("quality_score")),
                rows.getString("source"),
                rows.getBoolean("synthetic"));
    }

    /** The coin of a row; empty when it has to be left out. */
    static Optional<Instrument> instrument(ResultSet rows) throws SQLException {
        return LeftOut.coin(rows.getString("symbol"), rows.getString("base_asset"), rows.getString("quote_asset"));
    }

    private static boolean chunksDropped(Connection connection, ServerFacts facts, Map<Place, Entry> versions)
            throws SQLException {
        if (facts.edition() == Edition.POSTGRESQL || versions.isEmpty()) {
            return false;
        }
        try (PreparedStatement statement = Statements.prepare(connection, SeriesSurvey.class, "chunks");
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return false;
            }
            long oldest = rows.getLong("oldest_ms");
            long end = rows.getLong("end_ms");
            return versions.values().stream()
                    .map(Entry::series)
                    .anyMatch(series -> series.firstOpen() < oldest || series.lastOpen() >= end);
        }
    }

    private static Map<Place, Count> counts(Connection connection) throws SQLException {
        Map<Place, Count> counts = new HashMap<>();
        try (PreparedStatement statement = Statements.prepare(connection, SeriesSurvey.class, "count");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Optional<Interval> interval = LeftOut.interval(rows.getString("interval_type"));
                if (interval.isPresent()) {
                    counts.put(new Place(rows.getInt("crypto_id"), interval.get()), Count.of(rows));
                }
            }
        }
        return counts;
    }

    /** The rows of one series, in the snapshot of the connection's transaction. */
    static Count count(Connection connection, Place place) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(
                        connection,
                        SeriesSurvey.class,
                        "countOne",
                        place.coin(),
                        new Statements.Named(place.interval().code()));
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Count.of(row) : UNKNOWN;
        }
    }

    /** The series that a statement without parameters names by coin and interval. */
    static Set<Place> places(Connection connection, Class<?> owner, String name) throws SQLException {
        Set<Place> places = new HashSet<>();
        try (PreparedStatement statement = Statements.prepare(connection, owner, name);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                int coin = rows.getInt("crypto_id");
                LeftOut.interval(rows.getString("interval_type")).ifPresent(i -> places.add(new Place(coin, i)));
            }
        }
        return places;
    }

    static Map<Integer, Instrument> coins(Connection connection, ServerFacts facts) throws SQLException {
        Map<Integer, Instrument> coins = new HashMap<>();
        String name = facts.hasAssets() ? "coins" : "coinsWithoutAssets";
        try (PreparedStatement statement = Statements.prepare(connection, SeriesSurvey.class, name);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                int id = rows.getInt("id");
                instrument(rows).ifPresent(instrument -> coins.put(id, instrument));
            }
        }
        return coins;
    }
}
