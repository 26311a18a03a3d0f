package io.alphaforge.store.timescale;

import io.alphaforge.store.sql.Callers;
import io.alphaforge.telemetry.SlowQueries;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of every statement that took longer than the threshold, and of what called it. Costs nothing worth naming else. */
final class QueryTimer {
    private static final Logger LOG = LoggerFactory.getLogger(QueryTimer.class);

    private final SlowQueries slow;
    private final SlowQueries.Sink sink;

    QueryTimer(SlowQueries slow, SlowQueries.Sink sink) {
        this.slow = slow;
        this.sink = sink;
    }

    /** A statement that began at this {@link System#nanoTime()} has ended, well or not. */
    void ended(long startNanos, String sql) {
        if (slow.isSlow(startNanos)) {
            try {
                slow.ended(startNanos, () -> Callers.of(QueryTimer.class, Statements.name(sql)), () -> sql, sink);
            } catch (RuntimeException e) {
                // Watching must not break what is watched.
                LOG.warn("A slow query could not be kept.", e);
            }
        }
    }

    /** The same for what does not go through a statement of the connection, which COPY does not. */
    static void ended(Connection connection, long startNanos, String sql) throws SQLException {
        if (connection.isWrapperFor(QueryTimer.class)) {
            connection.unwrap(QueryTimer.class).ended(startNanos, sql);
        }
    }
}
