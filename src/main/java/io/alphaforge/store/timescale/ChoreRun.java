package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A chore that is being done: what it tells and how it is stopped. */
final class ChoreRun {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreRun.class);

    private final Consumer<String> progress;
    private @Nullable Stop running;
    private boolean cancelled;

    /** Lets the server stop what it does. */
    private interface Stop {
        void now() throws SQLException;
    }

    ChoreRun(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Tells how far it is. */
    void tell(String words) {
        progress.accept(words);
    }

    /** What {@link #cancel} has to stop from now on. */
    void running(Statement statement) throws SQLException {
        running(statement::cancel);
    }

    /** The same of rows that are copied, which no statement knows of, until {@link #over}. */
    void copying(Connection connection) throws SQLException {
        running(connection.unwrap(PGConnection.class)::cancelQuery);
    }

    private synchronized void running(Stop stop) throws SQLException {
        check();
        running = stop;
    }

    synchronized void check() throws SQLException {
        if (cancelled) {
            throw new SQLException("The chore was cancelled.", ServerMaintenance.CANCELLED);
        }
    }

    /** Runs one statement that the server has put together. */
    void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            running(statement);
            statement.execute(sql);
        } finally {
            over();
        }
    }

    synchronized void over() {
        running = null;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Whatever is begun from now on ends at once; what runs is told to, by a thread that may wait for the network. */
    void cancel() {
        synchronized (this) {
            cancelled = true;
        }
        Thread.ofVirtual().name("cancel").start(this::stop);
    }

    /** Holds up whoever goes on, so that nothing that comes later over the same connection is stopped. */
    private synchronized void stop() {
        try {
            if (running != null) {
                running.now();
            }
        } catch (SQLException e) {
            LOG.debug("What was to be cancelled is over.", e);
        }
    }
}
