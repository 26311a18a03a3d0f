package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Creates AlphaForge's tables on a server, or adds to those of an existing database of this kind what is missing. */
final class Schema {
    private static final String LOCATION = "classpath:" + SchemaVersion.FOLDER;
    private static final String HISTORY = "alphaforge_schema_history";

    private Schema() {}

    /** Whether the schema is there, in a sentence. */
    static String describe(Connection connection, ServerFacts facts) throws SQLException {
        if (SchemaVersion.isNewer(connection)) {
            return "of a newer AlphaForge; this one reads it, and must be updated to write it";
        }
        if (!facts.hasBars()) {
            return "no tables yet; 'alphaforge db migrate' creates them";
        }
        return versions(connection, facts) + leftOut(connection);
    }

    private static String versions(Connection connection, ServerFacts facts) throws SQLException {
        List<String> adopting = adopting(connection, facts);
        if (!adopting.isEmpty()) {
            return "an existing database, read as it is and counted at every run; 'alphaforge db migrate --yes' adds"
                    + " versions, which make that unnecessary, and changes no bar. " + String.join(" ", adopting);
        }
        List<String> missing = missing(connection, facts);
        if (!missing.isEmpty()) {
            return "not complete, because a migration was interrupted or refused, or is yet to come: "
                    + String.join(", ", missing)
                    + "; let the owner of the tables run 'alphaforge db migrate', which completes it or says why not";
        }
        return facts.hasVersions() && facts.hasSummaries()
                ? "up to date"
                : "of an earlier version, or this user may not read all of them; let their owner run 'alphaforge db migrate'"
                        + " and grant SELECT on them";
    }

    /** What a migration would still add, in words; nothing where it is all there. */
    private static List<String> missing(Connection connection, ServerFacts facts) throws SQLException {
        List<String> missing = new ArrayList<>();
        String behind = SchemaVersion.behind(connection);
        if (!behind.isEmpty()) {
            missing.add(behind);
        }
        try (PreparedStatement statement = Statements.prepare(connection, Schema.class, "parts");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                missing.add("there is no " + rows.getString("name"));
            }
        }
        // An administrator's own views stay where they are, and are no aggregates.
        Means.read(connection, facts).lacking().stream()
                .filter(part -> !part.equals(Means.AGGREGATES))
                .forEach(part -> missing.add("crypto_prices has no " + part));
        int bare = new IndicatorTable(connection).missing().size();
        if (bare > 0 && facts.hasVersions()) {
            missing.add("there are no indicators of " + Amounts.count(bare) + " series");
        }
        return missing;
    }

    /**
     * What a migration does to bars that are there already in a database without any table of ours, in sentences; nothing
     * elsewhere.
     */
    static List<String> adopting(Connection connection, ServerFacts facts) throws SQLException {
        if (!facts.hasBars() || facts.hasVersions()) {
            return List.of();
        }
        try (PreparedStatement statement = Statements.prepare(connection, Schema.class, "adopting");
                ResultSet row = statement.executeQuery()) {
            row.next();
            long bars = row.getLong("bars");
            return bars == 0 || !row.getBoolean("foreign_tables")
                    ? List.of()
                    : Means.read(connection, facts).adopting(bars, facts.hasAssets());
        }
    }

    /** What to do about bars whose interval is named otherwise; nothing where there are none. */
    private static String leftOut(Connection connection) throws SQLException {
        StringBuilder reasons = new StringBuilder();
        try (PreparedStatement statement = Statements.prepare(connection, Schema.class, "intervals");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String code = rows.getString(1);
                if (LeftOut.interval(code).isEmpty()) {
                    reasons.append(reasons.isEmpty() ? ". " : " ").append(LeftOut.reason(code));
                }
            }
        }
        return reasons.toString();
    }

    /** Whether there is nothing to be done, by a user who could not do it. */
    private static boolean isCompleteAndOfOthers(Connection connection, ServerFacts facts) throws SQLException {
        if (!facts.hasBars() || !facts.hasVersions() || !facts.hasSummaries()) {
            return false;
        }
        try (PreparedStatement statement = Statements.prepare(connection, Schema.class, "mine");
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    && !row.getBoolean(1)
                    && missing(connection, facts).isEmpty();
        }
    }

    /**
     * Brings the schema up to date and says what was done.
     *
     * @param cancelled asked again and again
     * @throws java.util.concurrent.CancellationException when it was given up
     */
    static List<String> migrate(ServerOptions options, ServerPools pools, BooleanSupplier cancelled) {
        try (Connection connection = pools.writing()) {
            return WriteStop.during(connection, cancelled, on -> migrate(on, options, pools, cancelled));
        } catch (SQLException e) {
            throw ServerFailures.of(options.address(), e);
        } catch (FlywayException e) {
            throw ServerFailures.of(options.address(), e);
        }
    }

    private static List<String> migrate(
            Connection connection, ServerOptions options, ServerPools pools, BooleanSupplier cancelled)
            throws SQLException {
        List<String> report = new ArrayList<>();
        ServerFacts facts = ServerFacts.read(connection);
        SchemaVersion.requireKnown(connection, options.address());
        if (isCompleteAndOfOthers(connection, facts)) {
            return List.of("The tables were up to date.");
        }
        Statements.run(connection, Schema.class, "before");
        connection.commit();
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(StoppableSource.of(pools.source(), cancelled))
                .locations(LOCATION)
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion(MigrationVersion.fromVersion("0"));
        // Locks of a session are lost behind a pooler.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(true);
        MigrateResult result = configuration.load().migrate();
        report.add(
                result.migrationsExecuted == 0
                        ? "The tables were up to date."
                        : "Tables brought to version " + result.targetSchemaVersion + ".");
        connection.setAutoCommit(true);
        facts = ServerFacts.read(connection);
        List<String> refused = Features.build(connection, facts, cancelled);
        report.add(
                facts.edition().title() + ": " + Means.read(connection, facts).sentence());
        if (facts.edition() == Edition.POSTGRESQL && facts.installable()) {
            report.add("The server could have TimescaleDB: let its administrator run CREATE EXTENSION timescaledb in"
                    + " this database, then migrate again.");
        }
        report.addAll(refused);
        return report;
    }
}
