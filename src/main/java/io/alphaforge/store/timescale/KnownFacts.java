package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the servers, read once: of the one that is read, and of the primary that is written, which is another
 * one where there are replicas and lets this user do other things.
 */
final class KnownFacts {
    private volatile @Nullable ServerFacts reading;
    private volatile @Nullable ServerFacts writing;

    /** @param connection for reading */
    ServerFacts reading(Connection connection) throws SQLException {
        ServerFacts now = of(connection, reading);
        reading = now;
        return now;
    }

    /** @param connection for writing */
    ServerFacts writing(Connection connection) throws SQLException {
        ServerFacts now = of(connection, writing);
        writing = now;
        return now;
    }

    /**
     * Whether chunks are merged where a transaction is about to read.
     *
     * @param connection for reading, without a transaction
     */
    boolean mergesWhereRead(Connection connection) throws SQLException {
        ServerFacts known = reading;
        return known == null ? ended(connection, reading(connection)) : known.merges();
    }

    /**
     * Whether chunks are merged where a transaction is about to write.
     *
     * @param connection for writing, without a transaction
     */
    boolean mergesWhereWritten(Connection connection) throws SQLException {
        ServerFacts known = writing;
        return known == null ? ended(connection, writing(connection)) : known.merges();
    }

    private static boolean ended(Connection connection, ServerFacts facts) throws SQLException {
        connection.rollback();
        return facts.merges();
    }

    private static ServerFacts of(Connection connection, @Nullable ServerFacts known) throws SQLException {
        // A database that lacks tables may get them any time.
        return known == null || !known.hasVersions() ? ServerFacts.read(connection) : known;
    }

    /** Lets everything be read anew. */
    void forget() {
        reading = null;
        writing = null;
    }
}
