package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a server is and what it holds.
 *
 * @param version of PostgreSQL
 * @param timescale version of the extension; null where it is not installed in this database
 * @param installable whether the extension could be installed
 * @param readOnly whether it is a replica or takes no writes
 * @param hasBars whether there is a table of bars
 * @param hasAssets whether the table of coins says what they are made of
 * @param merges whether chunks of bars that this user may read are merged with others when they are compressed
 * @param hasVersions whether AlphaForge's own tables are there
 * @param hasSummaries whether there is a table of figures that this user may read
 * @param hasDashboard whether there is a summary view, and it is one of AlphaForge's
 * @param readsDashboard whether that view has rows and this user may read them
 * @param mayWrite whether this user may add bars
 * @param mayVersion whether this user may write AlphaForge's own tables
 */
record ServerFacts(
        String version,
        Edition edition,
        @Nullable String timescale,
        boolean installable,
        boolean readOnly,
        boolean hasBars,
        boolean hasAssets,
        boolean merges,
        boolean hasVersions,
        boolean hasSummaries,
        boolean hasDashboard,
        boolean readsDashboard,
        boolean mayWrite,
        boolean mayVersion) {

    static ServerFacts read(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, ServerFacts.class, "read");
                ResultSet row = statement.executeQuery()) {
            row.next();
            String timescale = row.getString("timescale");
            boolean readOnly = row.getBoolean("read_only");
            Edition edition = edition(timescale, row.getString("license"));
            return new ServerFacts(
                    row.getString("version"),
                    edition,
                    timescale,
                    row.getBoolean("installable"),
                    readOnly,
                    row.getBoolean("has_bars"),
                    row.getBoolean("has_assets"),
                    edition == Edition.COMMUNITY && merges(connection),
                    row.getBoolean("has_versions"),
                    row.getBoolean("has_summaries"),
                    row.getBoolean("has_dashboard"),
                    row.getBoolean("has_dashboard") && row.getBoolean("reads_dashboard"),
                    row.getBoolean("may_write") && !readOnly,
                    row.getBoolean("may_version") && !readOnly);
        }
    }

    private static boolean merges(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, ServerFacts.class, "merges");
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Edition edition(@Nullable String timescale, @Nullable String license) {
        if (timescale == null) {
            return Edition.POSTGRESQL;
        }
        return "apache".equals(license) ? Edition.APACHE : Edition.COMMUNITY;
    }
}
