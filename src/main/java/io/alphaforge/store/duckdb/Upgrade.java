package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.files.FileTurn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database of an earlier version up to date: a copy of it is, and takes its place when nothing went wrong. Until
 * then the database is as the earlier version left it, even if the process is killed. Of several processes that want to
 * do it one does, and the others wait.
 */
final class Upgrade {
    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);
    /** Every migration adds to it. */
    private static final String HISTORY = "flyway_schema_history";

    private final Path file;
    private final Path copy;

    /** @param file a database that this process does not have open, by the name of the file itself and not of a link */
    Upgrade(Path file) {
        this.file = file;
        this.copy = file.resolveSibling(file.getFileName() + ".upgrading");
    }

    /**
     * Brings it up to date, unless another process has done so meanwhile.
     *
     * @throws StoreException with one sentence when it cannot be done; the database is left as it was
     * @throws SQLException when the database cannot be opened, for example since another process has it open
     */
    void run() throws SQLException {
        try (FileTurn turn = FileTurn.at(copy)) {
            Map<String, Long> rows;
            try (LocalDatabase database = existing(file)) {
                if (!Migrations.isOld(database)) {
                    return;
                }
                rows = rows(database);
            }
            upgrade(turn, rows);
        } catch (IOException e) {
            throw failed("a copy of it cannot be written (" + e.getMessage() + "); make room for one beside it", e);
        }
    }

    private void upgrade(FileTurn turn, Map<String, Long> rows) throws IOException {
        clear();
        try {
            FileTime written = Files.getLastModifiedTime(file);
            Files.copy(file, copy);
            requireAll(rows, migrated());
            turn.require();
            swap(written);
            LOG.info("{} was brought up to date.", file);
        } finally {
            clear();
        }
    }

    private Map<String, Long> migrated() throws IOException {
        try (LocalDatabase database = existing(copy)) {
            Migrations.apply(database);
            return rows(database);
        } catch (SQLException | StoreException e) {
            throw failed("its tables do not take the change; the log has the details", e);
        }
    }

    /** Opens a database that is there; where there is none DuckDB would make one. */
    private static LocalDatabase existing(Path database) throws SQLException, IOException {
        if (!Files.isRegularFile(database)) {
            throw new IOException(database + " is gone");
        }
        return LocalDatabase.opened(database, StatementTimer.unheard());
    }

    private static Map<String, Long> rows(LocalDatabase database) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (DuckDBConnection connection = database.connect()) {
            for (String table : BackupTables.names(connection)) {
                if (!table.equals(HISTORY)) {
                    rows.put(table, BackupTables.rows(connection, table));
                }
            }
        }
        return rows;
    }

    /**
     * Makes sure that no table has lost rows.
     *
     * @param before number of rows by table
     * @throws StoreException when one has
     */
    void requireAll(Map<String, Long> before, Map<String, Long> after) {
        before.forEach((table, rows) -> {
            long left = after.getOrDefault(table, 0L);
            if (left != rows) {
                throw failed(
                        "its table " + table + " would have " + left + " rows instead of " + rows
                                + "; the log has the details",
                        null);
            }
        });
    }

    private void swap(FileTime written) throws IOException {
        // Without its log the copy is whole, or DuckDB would have kept the log.
        if (Files.exists(log(copy))) {
            throw new IOException("the copy was not closed in order");
        }
        if (!Files.getLastModifiedTime(file).equals(written) || Files.exists(log(file))) {
            throw new IOException("another program has written to it meanwhile");
        }
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private StoreException failed(String reason, @Nullable Exception cause) {
        LOG.error("{} could not be brought up to date: {}.", file, reason, cause);
        String sentence = "The database " + file + " of an earlier AlphaForge was left as it was: " + reason + ".";
        return cause == null ? new StoreException(sentence) : new StoreException(sentence, cause);
    }

    private void clear() {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(log(copy));
        } catch (IOException e) {
            LOG.warn("{} could not be removed.", copy, e);
        }
    }

    private static Path log(Path database) {
        return Path.of(database + ".wal");
    }
}
