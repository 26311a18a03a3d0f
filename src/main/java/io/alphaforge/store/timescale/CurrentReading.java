package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out connections for reading over which everything is seen that the primary had when they were asked for: to a
 * replica once it has taken that over, else to the primary. A primary that does not answer cannot be asked; the replica is
 * read as it is then.
 */
final class CurrentReading {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentReading.class);
    /** What a replica may be behind by in everyday work. */
    private static final Duration MOMENT = Duration.ofMillis(300);
    /** How long a primary may take to say where it is. */
    private static final int ANSWER_MS = 5_000;
    /** How long a primary that did not answer is not asked again: each attempt may take as long as connecting may. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ServerOptions options;
    private final ServerPools pools;
    /** When the primary did not answer. */
    private volatile Optional<Long> silentAt = Optional.empty();
    /** Whether the replica was behind the last time, so that it is not waited for again. */
    private volatile boolean behind;

    CurrentReading(ServerOptions options, ServerPools pools) {
        this.options = options;
        this.pools = pools;
    }

    /** A connection and whose it is. */
    record Place(Connection connection, ServerAddress address) {}

    /** A connection without a transaction. */
    Place take() {
        Optional<String> wanted = options.replicas() == null ? Optional.empty() : position();
        Connection connection = pools.reading();
        if (wanted.isEmpty() || reaches(connection, wanted.get())) {
            return new Place(connection, pools.readAddress());
        }
        Transactions.release(connection);
        return new Place(pools.writing(), options.address());
    }

    /** The primary has answered somebody, so that it is asked again. */
    void answered() {
        silentAt = Optional.empty();
    }

    /** How far the primary has written; empty when it does not say. */
    private Optional<String> position() {
        if (silentAt.filter(at -> System.nanoTime() - at < PAUSE.toNanos()).isPresent()) {
            return Optional.empty();
        }
        try {
            Optional<String> found = ask(true);
            silentAt = Optional.empty();
            return found;
        } catch (StoreException e) {
            if (pools.full()) {
                throw e;
            }
            silentAt = Optional.of(System.nanoTime());
            LOG.info("The primary does not say how far it is: the replica is read as it is.");
            return Optional.empty();
        }
    }

    private Optional<String> ask(boolean again) {
        Connection connection = pools.writing();
        try {
            if (connection.getNetworkTimeout() == 0) {
                connection.setNetworkTimeout(Runnable::run, ANSWER_MS);
            }
            try (PreparedStatement statement = Statements.prepare(connection, CurrentReading.class, "position");
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString("position")) : Optional.empty();
            }
        } catch (SQLException e) {
            // It may have been cut long before, which only its use shows.
            if (again && ServerFailures.gone(e)) {
                pools.forget();
                Transactions.release(connection);
                return ask(false);
            }
            throw ServerFailures.of(options.address(), e);
        } finally {
            Transactions.release(connection);
        }
    }

    private boolean reaches(Connection connection, String position) {
        long end = System.nanoTime() + (behind ? 0 : MOMENT.toNanos());
        try {
            pools.wait(connection, options.timeout());
            boolean reached = reached(connection, position);
            while (!reached && System.nanoTime() < end) {
                LockSupport.parkNanos(MOMENT.toNanos() / 10);
                reached = reached(connection, position);
            }
            if (reached == behind) {
                LOG.info(reached ? "The replica has caught up." : "The replica is behind: the primary is read.");
            }
            behind = !reached;
            return reached;
        } catch (SQLException e) {
            LOG.debug("The replica does not say how far it is.", e);
            // Whoever reads over it finds out why, or that it can be read after all.
            return ServerFailures.gone(e);
        }
    }

    /** In a transaction of its own: the one that reads is to see what was taken over before it began. */
    private static boolean reached(Connection connection, String position) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, CurrentReading.class, "reached", position);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean("reached");
        } finally {
            connection.rollback();
        }
    }
}
