package io.alphaforge.store.timescale;

import io.alphaforge.market.Interval;
import io.alphaforge.store.timescale.SeriesSurvey.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What other programs have changed since versions were computed, as the triggers on the bars have noted it.
 *
 * @param series notes of changed series
 * @param removal number of the newest note of a removal; 0 when there is none
 */
record ForeignNotes(Map<Place, Notes> series, long removal) {
    static final ForeignNotes NONE = new ForeignNotes(Map.of(), 0);

    /**
     * Notes of one series. They are numbered before they are committed, so one that is new need not be the newest: both
     * figures together tell one state from another.
     *
     * @param newest number of the newest; 0 when there is none
     * @param count how many there are
     */
    record Notes(long newest, long count) {
        static final Notes NONE = new Notes(0, 0);
    }

    /** Those that are in the snapshot of the connection's transaction. */
    static ForeignNotes read(Connection connection) throws SQLException {
        Map<Place, Notes> series = new HashMap<>();
        long removal = 0;
        try (PreparedStatement statement = Statements.prepare(connection, ForeignNotes.class, "list");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String code = rows.getString("interval_type");
                long newest = rows.getLong("newest");
                Optional<Interval> interval = code == null ? Optional.empty() : LeftOut.interval(code);
                if (code == null) {
                    removal = newest;
                } else if (interval.isPresent()) {
                    series.put(
                            new Place(rows.getInt("crypto_id"), interval.get()),
                            new Notes(newest, rows.getLong("notes")));
                }
            }
        }
        return new ForeignNotes(series, removal);
    }

    /**
     * Takes notes away that were seen in this snapshot.
     *
     * @param newest number of the newest that was seen; those that come later stay
     */
    static void delete(Connection connection, long newest, @Nullable Integer coin, @Nullable String interval)
            throws SQLException {
        if (newest > 0) {
            try (PreparedStatement statement =
                    connection.prepareStatement(Statements.text(ForeignNotes.class, "delete"))) {
                statement.setLong(1, newest);
                statement.setObject(2, coin, Types.INTEGER);
                statement.setObject(3, interval, Types.VARCHAR);
                statement.execute();
            }
        }
    }
}
