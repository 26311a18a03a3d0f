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
