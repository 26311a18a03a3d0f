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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The continuous aggregates of daily and weekly bars: which series they are current for, and how they become so. A series
 * is current when they were refreshed after its present version had been written; what other programs write makes
 * another version of it, so nothing old is ever taken from them.
 */
final class Aggregates {
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
    private static boolean usable(Connection connection, ServerFacts facts) throws SQLException {
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

    private record Pending(int coin, String interval, long version, long first, long last) {}

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
        long first = pending.stream().mapToLong(Pending::first).min().orElseThrow();
        long last = pending.stream().mapToLong(Pending::last).max().orElseThrow();
        String type = type(connection);
        for (Interval interval : List.of(Interval.D1, Interval.W1)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CALL refresh_continuous_aggregate('"
                        + of(interval).orElseThrow() + "', " + time(interval.bucketStart(first), type) + ", "
                        + time(interval.next(interval.bucketStart(last)), type) + ")");
            }
        }
        done(connection, pending);
    }

    private static List<Pending> pending(Connection connection) throws SQLException {
        List<Pending> pending = new ArrayList<>();
        try (PreparedStatement statement = Statements.prepare(connection, Aggregates.class, "pending");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                pending.add(new Pending(
                        rows.getInt("crypto_id"),
                        rows.getString("interval_type"),
                        rows.getLong("version"),
                        rows.getLong("first_ms"),
                        rows.getLong("last_ms")));
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
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "integer", pending.stream().map(Pending::coin).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", pending.stream().map(Pending::interval).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", pending.stream().map(Pending::version).toArray()));
            statement.executeUpdate();
        }
    }
}
