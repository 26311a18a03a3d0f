package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions on a server: what only looks is tried once more when a connection turns out to be gone, what writes when
 * another transaction got in its way. Nothing is set for a session, which a pooler may hand to somebody else.
 */
final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    /** How often a transaction is tried when others get into its way. */
    private static final int ATTEMPTS = 5;
    /** The longest silence of a server that writes: one statement over one series, or a wait for others who write it. */
    static final Duration WRITING = Duration.ofMinutes(10);

    private final ServerOptions options;
    private final ServerPools pools;
    private final KnownFacts facts;
    private final CurrentReading current;

    Transactions(ServerOptions options, ServerPools pools, KnownFacts facts) {
        this.options = options;
        this.pools = pools;
        this.facts = facts;
        current = new CurrentReading(options, pools);
    }

    /** What is done with a connection. */
    interface Work<T> {
        T apply(Connection connection) throws SQLException;
    }

    /** What a transaction that writes sees of others; each has a statement that says so. */
    enum Sees {
        /** What was committed before each of its statements. */
        COMMITTED,
        /** What was committed before it began. */
        SNAPSHOT
    }

    /** What is done with a connection that may be one to a replica. */
    interface Reading<T> {
        T apply(CurrentReading.Place place) throws SQLException;
    }

    /** Looks at one snapshot. */
    <T> T snapshot(Work<T> work) {
        return reading(
                place -> {
                    T result = work.apply(place.connection());
                    place.connection().commit();
                    return result;
                },
                false);
    }

    /** Makes something that goes on looking at a snapshot and gives its connection back by itself. */
    <T> T handOver(Reading<T> work) {
        return reading(work, true);
    }

    private <T> T reading(Reading<T> work, boolean handsOver) {
        for (int attempt = 1; ; attempt++) {
            CurrentReading.Place place = current.take();
            boolean handed = false;
            try {
                begin(place.connection());
                T result = work.apply(place);
                handed = handsOver;
                return result;
            } catch (SQLException e) {
                again(attempt, place.address(), e);
            } finally {
                if (!handed) {
                    release(place.connection());
                }
            }
        }
    }

    private void begin(Connection connection) throws SQLException {
        pools.wait(connection, options.timeout());
        boolean merges = facts.mergesWhereRead(connection);
        Statements.run(connection, Transactions.class, "begin");
        timeout(connection, options.timeout());
        if (merges) {
            hold(connection);
        }
    }

    /** By a statement that takes no parameters, and no snapshot either. */
    private static void timeout(Connection connection, Duration timeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Statements.text(Transactions.class, "timeout", timeout.toMillis()));
        }
    }

    /**
     * Keeps chunks from being merged until the transaction ends. A snapshot of before a merge sees neither the rows of the
     * chunk that is gone nor, in the one that has them now, these; so this comes before there is a snapshot.
     */
    static void hold(Connection connection) throws SQLException {
        Statements.run(connection, Transactions.class, "hold");
    }

    /**
     * Lets what only looks be tried once more, on a new connection where the old one is gone; otherwise says what is wrong.
     * A replica ends queries that are in the way of what its primary sends.
     */
    private void again(int attempt, ServerAddress address, SQLException e) {
        boolean gone = ServerFailures.gone(e);
        if (gone) {
            pools.forget();
        }
        if (attempt > 1 || ServerFailures.silent(e) || !(gone || ServerFailures.passing(e))) {
            throw ServerFailures.of(address, e);
        }
    }

    /** Changes something: committed when the work returns, undone when it throws. */
    <T> T writing(Sees sees, Work<T> work) {
        return writing(sees, work, () -> false);
    }

    /**
     * The same, given up as long as it is not being committed.
     *
     * @param cancelled asked again and again
     * @throws java.util.concurrent.CancellationException when it was given up and undone
     */
    <T> T writing(Sees sees, Work<T> work, BooleanSupplier cancelled) {
        for (int attempt = 1; ; attempt++) {
            Connection connection = pools.writing();
            boolean committing = false;
            WriteStop stop = WriteStop.of(connection, cancelled);
            try {
                pools.wait(connection, WRITING);
                boolean merges = facts.mergesWhereWritten(connection);
                Statements.run(connection, Transactions.class, sees.name().toLowerCase(Locale.ROOT));
                if (merges) {
                    hold(connection);
                }
                Statements.run(connection, Transactions.class, "patience", Long.toString(WRITING.toMillis()));
                T result = work.apply(connection);
                stop.over();
                // Whether a commit that is cut was done is not known; everything before was not.
                committing = true;
                connection.commit();
                current.answered();
                return result;
            } catch (SQLException e) {
                stop.over();
                boolean stale = ServerFailures.gone(e) && !committing && attempt == 1;
                if (stale) {
                    pools.forget();
                }
                if (attempt == ATTEMPTS || !(stale || ServerFailures.passing(e))) {
                    throw ServerFailures.of(options.address(), e);
                }
                LOG.debug("Another transaction was in the way.", e);
            } catch (StoreException e) {
                // What the work made of a connection that was taken from it.
                stop.over();
                throw e;
            } finally {
                stop.close();
                release(connection);
            }
        }
    }

    /** Gives a connection back; what it has not committed is undone. */
    static void release(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("The connection was gone already.", e);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The connection was gone already.", e);
        }
    }
}
