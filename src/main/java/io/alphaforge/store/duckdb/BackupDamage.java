package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells series that are wrong in a backup because they are in its database, which is no reason to have no backup, from
 * those that were not copied as they are.
 */
final class BackupDamage {
    private static final Logger LOG = LoggerFactory.getLogger(BackupDamage.class);

    private final LocalDatabase database;
    private final Path named;

    /**
     * @param database of which the backup was made
     * @param named how the user knows the backup
     */
    BackupDamage(LocalDatabase database, Path named) {
        this.database = database;
        this.named = named;
    }

    /**
     * Writes into the manifest of a backup which of its series were damaged already.
     *
     * @param backup that nobody has open
     * @param wrong series of the backup
     * @throws StoreException when one of them is another one in the database
     */
    void note(Path backup, List<SeriesTable.Entry> wrong) throws SQLException {
        try (LocalDatabase copy = LocalDatabase.opened(backup, StatementTimer.unheard());
                DuckDBConnection there = copy.connect();
                Statement statement = there.createStatement()) {
            BackupManifest.add(there, alike(there, wrong));
            statement.execute("CHECKPOINT");
        }
    }

    private Map<String, BackupTables.Content> alike(DuckDBConnection there, List<SeriesTable.Entry> wrong)
            throws SQLException {
        Map<String, BackupTables.Content> damaged = new TreeMap<>();
        try (Session session = database.session();
                DuckDBConnection here = database.connect()) {
            List<SeriesTable.Entry> now = SeriesTable.list(session);
            for (SeriesTable.Entry entry : wrong) {
                // The same bars on record and the same rows: what is wrong was so before they were copied.
                BackupTables.Content rows = BackupTables.content(there, entry);
                if (now.stream()
                                .noneMatch(known -> known.coin() == entry.coin()
                                        && known.series().equals(entry.series()))
                        || !BackupTables.content(here, entry).equals(rows)) {
                    throw new StoreException(
                            "The series " + entry.key() + " is not in the backup " + named
                                    + " as it is in the database; make the backup again, in another place if this happens twice.");
                }
                LOG.warn("The series {} is damaged in {}.", entry.key(), database.file());
                damaged.put(entry.key().toString(), rows);
            }
        }
        return damaged;
    }
}
