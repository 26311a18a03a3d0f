package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoreException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of a database up to date with Flyway. Its start costs about as much as opening the database, so one
 * query first looks whether there is anything to do.
 */
final class Migrations {
    /** Version of the newest file under {@code db/local/migration}. */
    static final int NEWEST = 2;

    private static final String LOCATION = "classpath:db/local/migration";

    private Migrations() {}

    /**
     * Migrates a database unless it is up to date.
     *
     * @throws StoreException when it belongs to a newer AlphaForge or to something else; it is left as it is then
     */
    static void apply(LocalDatabase database) throws SQLException {
        Optional<Integer> version = version(database);
        if (version.isPresent() && version.get() > NEWEST) {
            throw new StoreException("The database " + database.file() + " was written by a newer AlphaForge (schema "
                    + version.get() + ", this one knows " + NEWEST + "); it was left as it is, update to open it.");
        }
        if (version.isPresent() && version.get() == NEWEST) {
            return;
        }
        try {
            Flyway.configure()
                    .dataSource(new SessionSource(database))
                    .locations(LOCATION)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw Failures.using(database.file(), cause);
            }
            throw new StoreException(
                    "The tables of the database " + database.file() + " cannot be brought up to date; see the log.", e);
        }
    }

    /** Whether a database holds tables of an earlier version. */
    static boolean isOld(LocalDatabase database) throws SQLException {
        return version(database).filter(found -> found < NEWEST).isPresent();
    }

    /** The schema version of a database, 0 for an empty one or one whose first migration was broken off. */
    static Optional<Integer> version(LocalDatabase database) throws SQLException {
        try (Session session = database.session()) {
            int tables;
            boolean ours;
            try (var rows = session.rows(Migrations.class, "tables")) {
                rows.next();
                tables = rows.getInt("tables");
                ours = rows.getBoolean("ours");
            }
            if (!ours) {
                if (tables > 0) {
                    throw new StoreException(
                            "The database " + database.file()
                                    + " holds other tables than AlphaForge's; it was left as it is, choose another file with --db.");
                }
                return Optional.empty();
            }
            try (var rows = session.rows(Migrations.class, "version")) {
                rows.next();
                return Optional.of(rows.getInt(1));
            }
        }
    }
}
