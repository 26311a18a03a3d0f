package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a connection from a reader that may be waiting for the server, or for a network that is silent. */
final class Interruption {
    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);
    /** How long a server may take to stop a query. */
    private static final long MOMENT_MS = 500;

    private Interruption() {}

    /**
     * Lets the server stop its query, and closes the connection, under the reader where nothing comes of that in a moment.
     * It is never used again: a request to stop that is late would stop whatever it does then.
     *
     * @param using held by the reader, and by the caller when this returns
     */
    static void of(Connection connection, ReentrantLock using) {
        Thread.ofVirtual().name("cancel").start(() -> cancel(connection));
        boolean held = false;
        try {
            held = using.tryLock(MOMENT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The connection was gone already.", e);
        }
        if (!held) {
            using.lock();
        }
    }

    /** May itself wait for the network. */
    private static void cancel(Connection connection) {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            LOG.debug("A query that is not wanted any more goes on.", e);
        }
    }
}
