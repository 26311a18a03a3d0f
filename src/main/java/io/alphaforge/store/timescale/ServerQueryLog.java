package io.alphaforge.store.timescale;

import io.alphaforge.telemetry.SlowQueries;
import io.alphaforge.telemetry.SlowQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes slow queries into the server's {@code query_performance_log}, on a thread of its own and over connections that are
 * not timed. What cannot be written, for want of rights, of the table or of the server, stays in the memory of the session.
 * A trigger keeps the table at its newest 10,000 rows, whoever writes.
 */
final class ServerQueryLog implements SlowQueries.Sink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerQueryLog.class);
    private static final int MOST_WAITING = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Gives connections that are not timed. */
    interface Source {
        Connection get() throws SQLException;
    }

    private final Source source;
    private final ThreadPoolExecutor writer;
    /** What is not on the server, newest first. */
    private final ConcurrentLinkedDeque<SlowQuery> unwritten = new ConcurrentLinkedDeque<>();

    private volatile boolean refused;
    private volatile boolean missing;

    ServerQueryLog(Source source) {
        this.source = source;
        writer = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                work -> Thread.ofPlatform()
                        .name("alphaforge-query-log")
                        .daemon()
                        .unstarted(work));
        writer.allowCoreThreadTimeOut(true);
    }

    @Override
    public void accept(SlowQuery slow) {
        unwritten.addFirst(slow);
        while (unwritten.size() > MOST_WAITING * 4) {
            unwritten.pollLast();
        }
        try {
            writer.execute(() -> write(slow));
        } catch (RejectedExecutionException e) {
            LOG.debug("A slow query is kept for this session only.", e);
        }
    }

    private void write(SlowQuery slow) {
        try (Connection connection = source.get()) {
            // Asked each time: slow queries are rare, and the table may come, or the right.
            refused = !may(connection, "mayWrite");
            if (refused) {
                connection.rollback();
                return;
            }
            Statements.run(
                    connection,
                    ServerQueryLog.class,
                    "insert",
                    slow.time(),
                    slow.caller(),
                    slow.query(),
                    slow.millis());
            connection.commit();
            unwritten.remove(slow);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("A slow query is kept for this session only.", e);
        }
    }

    private static boolean may(Connection connection, String what) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, ServerQueryLog.class, what);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Whether this user's slow queries stay in memory. */
    boolean refused() {
        return refused;
    }

    /** Whether there was no table when it was looked the last time. */
    boolean missing() {
        return missing;
    }

    /** Those on the server, and those of this session that are not; newest first. */
    List<SlowQuery> newest(int limit, Connection connection) throws SQLException {
        await();
        List<SlowQuery> found = new ArrayList<>(unwritten);
        missing = !may(connection, "isThere");
        if (may(connection, "mayRead")) {
            try (PreparedStatement statement = Statements.prepare(connection, ServerQueryLog.class, "list", limit);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new SlowQuery(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getDouble(4)));
                }
            }
        }
        found.sort((a, b) -> Long.compare(b.time(), a.time()));
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private void await() {
        try {
            writer.submit(() -> {}).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException | ExecutionException e) {
            LOG.debug("Slow queries are still being written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what waits, as long as that does not take long. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            writer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
