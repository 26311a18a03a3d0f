package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A chore that is being done: what it tells and how it is stopped. */
final class ChoreRun {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreRun.class);

    private final Consumer<String> progress;
    private @Nullable Statement running;
    private boolean cancelled;

    ChoreRun(Consumer<String> progress) {
        this.progress = progress;
    }

    /** Tells how far it is. */
    void tell(String words) {
        progress.accept(words);
    }

    /** What {@link #cancel} has to stop from now on. */
    synchronized void running(Statement statement) throws SQLException {
        check();
        running = statement;
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

    void cancel() {
        Statement now;
        synchronized (this) {
            cancelled = true;
            now = running;
        }
        try {
            if (now != null) {
                now.cancel();
            }
        } catch (SQLException e) {
            LOG.debug("What was to be cancelled is over.", e);
        }
    }
}
