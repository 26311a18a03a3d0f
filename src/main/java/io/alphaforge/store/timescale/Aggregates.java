package io.alphaforge.store.timescale;

import io.alphaforge.market.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The continuous aggregates of daily and weekly bars: which series they are current for, and how they become so. A series
 * is current when they were refreshed after its present version had been written; what other programs write makes
 * another version of it, so nothing old is ever taken from them.
 */
final class Aggregates {
    private static final Logger LOG = LoggerFactory.getLogger(Aggregates.class);

    private Aggregates() {}

    /** The aggregate with buckets of an interval. */
    static Optional<String> of(Interval interval) {
        return switch (interval) {
            case D1 -> Optional.of("crypto_prices_daily");
            case W1 -> Optional.of("crypto_prices_weekly");
            default -> Optional.empty();
        };
    }

    /** Whether this server has aggregates of ours of which it is known what they sum up. */
    static boolean usable(Connection connection, ServerFacts facts) throws SQLException {
        if (facts.edition() != Edition.COMMUNITY || !facts.hasVersions()) {
            return false;
        }
        try (PreparedStatement statement = Statements.prepare(connection, Aggregates.class, "usable");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Versions of the series for which the aggregates are current, in the snapshot of the connection's transaction. */
    static Map<SeriesSurvey.Place, Long> current(Connection connection, ServerFacts facts) throws SQLException {
        Map<SeriesSurvey.Place, Long> current = new HashMap<>();
        if (usable(connection, facts)) {
            try (PreparedStatement statement = Statements.prepare(connection, Aggregates.class, "current");
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int coin = rows.getInt("crypto_id");
                    long version = rows.getLong("version");
                    Interval.find(rows.getString("interval_type"))
                            .ifPresent(i -> current.put(new SeriesSurvey.Place(coin, i), version));
                }
            }
        }
        return current;
    }

    private record Pending(SeriesSurvey.Place place, long version, long first, long last) {}

    /**
     * Sums up what was written since the last time, and nothing beside.
     *
     * @param connection with automatic commit, since a refresh is several transactions
     */
    static void refresh(Connection connection, ServerFacts facts) throws SQLException {
        if (!usable(connection, facts)) {
            return;
        }
        List<Pending> pending = pending(connection);
        if (pending.isEmpty()) {
            return;
        }
        refresh(connection, pending, "");
        Set<SeriesSurvey.Place> behind = behind(connection, pending);
        if (!behind.isEmpty() && isForceable(connection)) {
            // The server takes ranges to be summed up that are not; nobody else would ever notice.
            LOG.warn("The aggregates lack bars of {} series and are summed up anew.", behind.size());
            refresh(
                    connection,
                    pending.stream().filter(p -> behind.contains(p.place())).toList(),
                    ", force => true");
            behind.clear();
            behind.addAll(behind(connection, pending));
        }
        done(
                connection,
                pending.stream().filter(p -> !behind.contains(p.place())).toList());
    }

    private static void refresh(Connection connection, List<Pending> pending, String options) throws SQLException {
        long first = pending.stream().mapToLong(Pending::first).min().orElseThrow();
        long last = pending.stream().mapToLong(Pending::last).max().orElseThrow();
        for (Interval interval : List.of(Interval.D1, Interval.W1)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(call(connection, interval, first, last, options));
            }
        }
    }

    /** The statement that sums up every bucket from the one of a time to the one of another. */
    static String call(Connection connection, Interval interval, long first, long last, String options)
            throws SQLException {
        String type = type(connection);
        return call(
                of(interval).orElseThrow(),
                time(interval.bucketStart(first), type),
                time(interval.next(interval.bucketStart(last)), type),
                options);
    }

    /** The statement that sums up between two bounds, which are written as the server reads them. */
    static String call(String aggregate, String from, String to, String options) {
        return "CALL refresh_continuous_aggregate('" + aggregate + "', " + from + ", " + to + options + ")";
    }

    /** How many series are not summed up as they are now, in a sentence; empty where nothing is summed up. */
    static Optional<String> described(Connection connection, ServerFacts facts) throws SQLException {
        if (!usable(connection, facts)) {
            return Optional.empty();
        }
        try (PreparedStatement statement = Statements.prepare(connection, Aggregates.class, "waiting");
                ResultSet row = statement.executeQuery()) {
            row.next();
            long waiting = row.getLong("waiting");
            return Optional.of(
                    waiting == 0
                            ? "every series is summed up by day and week"
                            : Amounts.count(waiting) + " of " + Amounts.count(row.getLong("series"))
                                    + " series are not summed up by day and week yet, so their bars are read instead;"
                                    + " the next import by the owner of crypto_prices_weekly sums them up, and so does"
                                    + " 'alphaforge db maintain refresh crypto_prices_weekly --apply'");
        }
    }

    /** Those of which the aggregates do not sum up as many bars as there are. */
    private static Set<SeriesSurvey.Place> behind(Connection connection, List<Pending> pending) throws SQLException {
        Set<SeriesSurvey.Place> behind = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(Statements.text(Aggregates.class, "unsummed"))) {
            places(connection, statement, pending);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int coin = rows.getInt(1);
                    Interval.find(rows.getString(2)).ifPresent(i -> behind.add(new SeriesSurvey.Place(coin, i)));
                }
            }
        }
        return behind;
    }

    /** Whether what the server takes to be summed up can be summed up anew. */
    static boolean isForceable(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, Aggregates.class, "forceable");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void places(Connection connection, PreparedStatement statement, List<Pending> pending)
            throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "integer", pending.stream().map(p -> p.place().coin()).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text",
                        pending.stream().map(p -> p.place().interval().code()).toArray()));
    }

    private static List<Pending> pending(Connection connection) throws SQLException {
        List<Pending> pending = new ArrayList<>();
        try (PreparedStatement statement = Statements.prepare(connection, Aggregates.class, "pending");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Optional<Interval> interval = Interval.find(rows.getString("interval_type"));
                if (interval.isPresent()) {
                    pending.add(new Pending(
                            new SeriesSurvey.Place(rows.getInt("crypto_id"), interval.get()),
                            rows.getLong("version"),
                            rows.getLong("first_ms"),
                            rows.getLong("last_ms")));
                }
            }
        }
        return pending;
    }

    /** The type of times in this database, one of two; existing ones may have no zone and mean UTC. */
    private static String type(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, Aggregates.class, "zone");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1).equals("timestamp without time zone") ? "timestamp" : "timestamptz";
        }
    }

    /** A procedure's window takes no parameters behind a pooler that prepares nothing; a literal of a number cannot harm. */
    private static String time(long millis, String type) {
        String zone = type.equals("timestamp") ? "" : "+00";
        return type + " '"
                + Instant.ofEpochMilli(millis).toString().replace('T', ' ').replace("Z", zone) + "'";
    }

    private static void done(Connection connection, List<Pending> pending) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Statements.text(Aggregates.class, "done"))) {
            places(connection, statement, pending);
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", pending.stream().map(Pending::version).toArray()));
            statement.executeUpdate();
        }
    }
}
