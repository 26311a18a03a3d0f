package io.alphaforge.store.timescale;

import io.alphaforge.run.Finding;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Finds out whether writing works by writing, in a transaction that is rolled back. */
final class WritingCheck {
    private static final String READS = "; everything that reads works";

    private WritingCheck() {}

    /** Leaves the connection with nothing done. */
    static Finding run(Connection connection, ServerFacts facts, ServerAddress address) throws SQLException {
        if (facts.readOnly()) {
            return found(true, "read only: the server is a replica or takes no writes" + READS);
        }
        if (!facts.hasBars()) {
            return found(
                    true,
                    mayCreate(connection)
                            ? "this user may create the tables that are missing"
                            : "read only: this user may not create the tables that are missing; ask the administrator"
                                    + " to run 'alphaforge db migrate'");
        }
        if (!facts.mayWrite()) {
            return found(true, "read only: this user may not add bars" + READS);
        }
        if (facts.hasVersions() && !facts.mayVersion()) {
            return found(
                    true,
                    "read only: this user may add bars but not AlphaForge's notes on them (table bar_versions)"
                            + READS);
        }
        if (SchemaVersion.isNewer(connection)) {
            return found(true, "read only: the database " + SchemaVersion.NEWER);
        }
        try {
            connection.rollback();
            connection.setReadOnly(false);
            Statements.run(connection, ServerCheck.class, facts.hasVersions() ? "insert" : "insertNothing");
            connection.rollback();
            return found(true, "read and write: a row was written, and taken back");
        } catch (SQLException e) {
            connection.rollback();
            return found(false, String.valueOf(ServerFailures.of(address, e).getMessage()));
        }
    }

    private static boolean mayCreate(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, ServerCheck.class, "session");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean("may_create");
        }
    }

    private static Finding found(boolean ok, String text) {
        return new Finding("rights", ok, text);
    }
}
