package io.alphaforge.store.timescale;

import io.alphaforge.market.Interval;
import io.alphaforge.store.timescale.SeriesSurvey.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What other programs have changed since versions were computed, as the triggers on the bars have noted it.
 *
 * @param series notes of changed series
 * @param removal number of the newest note of a removal; 0 when there is none
 * @param idle notes of bars that are never read, whatever becomes of them
 */
record ForeignNotes(Map<Place, Notes> series, long removal, List<Group> idle) {
    static final ForeignNotes NONE = new ForeignNotes(Map.of(), 0, List.of());

    /** Notes with the same words in them, up to the one of this number. */
    record Group(@Nullable Integer coin, @Nullable String interval, long newest) {}

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
        List<Group> idle = new ArrayList<>();
        try (PreparedStatement statement = Statements.prepare(connection, ForeignNotes.class, "list");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Integer coin = rows.getObject("crypto_id", Integer.class);
                String code = rows.getString("interval_type");
                long newest = rows.getLong("newest");
                if (coin == null && code == null) {
                    removal = newest;
                    continue;
                }
                Optional<Interval> interval = LeftOut.interval(code);
                if (coin != null && interval.isPresent()) {
                    series.put(new Place(coin, interval.get()), new Notes(newest, rows.getLong("notes")));
                } else {
                    idle.add(new Group(coin, code, newest));
                }
            }
        }
        return new ForeignNotes(series, removal, idle);
    }

    /** Leaves a note that bars may have been removed, so that all series are counted. */
    static void removal(Connection connection) throws SQLException {
        Statements.run(connection, ForeignNotes.class, "removal");
    }

    /**
     * Takes notes away that were seen in this snapshot.
     *
     * @param newest number of the newest that was seen; those that come later stay
     */
    static void delete(Connection connection, long newest, @Nullable Integer coin, @Nullable String interval)
            throws SQLException {
        delete(connection, new Group(coin, interval, newest));
    }

    /** Takes notes away that were seen in this snapshot. */
    static void delete(Connection connection, Group notes) throws SQLException {
        if (notes.newest() > 0) {
            try (PreparedStatement statement =
                    connection.prepareStatement(Statements.text(ForeignNotes.class, "delete"))) {
                statement.setLong(1, notes.newest());
                statement.setObject(2, notes.coin(), Types.INTEGER);
                statement.setObject(3, notes.interval(), Types.VARCHAR);
                statement.execute();
            }
        }
    }
}
