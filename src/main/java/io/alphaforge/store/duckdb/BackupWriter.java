package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.files.WholeFile;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a backup of an open database out of one snapshot. It is made in a folder beside the database, the only one in
 * which the database may write, then brought to its place and read there.
 */
final class BackupWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BackupWriter.class);
    /** Files beside a database that the application replaces when it needs to. */
    private static final Set<String> OWN_FILES = Set.of("results.cache", "settings.json", "profiles.json");

    private static final String COPY = "backup_in_progress";
    /** Whole row groups of DuckDB, so that what is asked for is found without looking at the rest. */
    private static final long ROWS_AT_ONCE = 8 * 122_880L;

    private final LocalDatabase database;
    private final BackupProgress progress;
    private final BooleanSupplier cancelled;

    BackupWriter(LocalDatabase database, BackupProgress progress, BooleanSupplier cancelled) {
        this.database = database;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    BackupReport write(Path file) {
        Path folder = LocalDatabase.backups(database.file());
        Path made = folder.resolve("new.duckdb");
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            require(file);
            Files.createDirectories(folder);
            clear(made);
            copy(made);
            bring(made, part);
            BackupReport report = checked(part, file);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            if (file.getParent() != null) {
                WholeFile.keep(file.getParent());
            }
            return report;
        } catch (SQLException e) {
            if (cancelled.getAsBoolean()) {
                throw cancellation(e);
            }
            // All statements work on the database and beside it; the backup is brought to its place afterwards.
            throw Failures.using(database.file(), e);
        } catch (IOException e) {
            LOG.warn("The backup {} could not be written.", file, e);
            throw new StoreException(
                    "The backup " + file + " could not be written (" + e.getMessage()
                            + "); check that there is room and that writing there is allowed.",
                    e);
        } finally {
            clear(made);
            clear(part);
            sweep(folder);
        }
    }

    private BackupReport checked(Path part, Path file) throws SQLException {
        BackupCheck check = new BackupCheck(file, progress, cancelled);
        BackupCheck.Found found = check.look(part);
        if (found.wrong().isEmpty()) {
            return found.report();
        }
        new BackupDamage(database, file).note(part, found.wrong());
        return check.check(part);
    }

    private void require(Path file) throws IOException {
        if (file.equals(database.file()) || (Files.exists(file) && Files.isSameFile(file, database.file()))) {
            throw new IllegalArgumentException(
                    "A backup in the place of the database itself is none; name another file.");
        }
        Path beside = database.file().toAbsolutePath().normalize();
        String name = String.valueOf(file.getFileName());
        if (beside.getParent() != null
                && beside.getParent().equals(file.getParent())
                && (name.startsWith(String.valueOf(beside.getFileName())) || OWN_FILES.contains(name))) {
            throw new IllegalArgumentException(
                    file + " is a file that AlphaForge itself works with; name another one for the backup.");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder; name a file inside it.");
        }
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IllegalArgumentException("The folder of " + file + " does not exist; make it first.");
        }
        requireRoom(Files.getFileStore(parent), "for the backup " + file);
        requireRoom(
                Files.getFileStore(database.file()),
                "beside the database " + database.file() + ", where the backup is made first");
    }

    private void requireRoom(FileStore disk, String where) throws IOException {
        long needed = database.size();
        long free = disk.getUsableSpace();
        if (free < needed) {
            throw new StoreException("There is no room " + where + ": it takes about " + (needed >> 20) + " MB, and "
                    + (free >> 20) + " MB are free.");
        }
    }

    private void copy(Path made) throws SQLException {
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String copy = BackupTables.quoted(COPY);
            statement.execute("ATTACH " + BackupTables.literal(made.toString()) + " AS " + copy);
            try {
                connection.setAutoCommit(false);
                statement.execute(
                        "COPY FROM DATABASE " + BackupTables.quoted(name(statement)) + " TO " + copy + " (SCHEMA)");
                Map<String, BackupTables.Content> contents = new TreeMap<>();
                List<String> tables = BackupTables.names(connection);
                for (String table : tables) {
                    requireNotCancelled();
                    contents.put(table, BackupTables.content(connection, table));
                }
                long total = Math.max(
                        1,
                        contents.values().stream()
                                .mapToLong(BackupTables.Content::rows)
                                .sum());
                long done = 0;
                for (String table : tables) {
                    done = copy(statement, table, done, total);
                }
                BackupManifest.write(connection, COPY, contents);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
                statement.execute("DETACH " + copy);
            }
        }
    }

    private static String name(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT current_database()")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Copies the rows of a table in the order in which they lie. */
    private long copy(Statement statement, String table, long before, long total) throws SQLException {
        String source = "main." + BackupTables.quoted(table);
        String target = BackupTables.quoted(COPY) + "." + source;
        long last;
        try (ResultSet row = statement.executeQuery("SELECT coalesce(max(rowid), -1) FROM " + source)) {
            row.next();
            last = row.getLong(1);
        }
        long done = before;
        for (long from = 0; from <= last; from += ROWS_AT_ONCE) {
            requireNotCancelled();
            done += statement.executeUpdate("INSERT INTO " + target + " SELECT * FROM " + source + " WHERE rowid >= "
                    + from + " AND rowid < " + (from + ROWS_AT_ONCE));
            progress.step("Writing", done, total);
        }
        return done;
    }

    /** Brings what was made to where it is wanted, which may be another disk. */
    private void bring(Path made, Path part) throws IOException {
        clear(part);
        try {
            Files.move(made, part, StandardCopyOption.ATOMIC_MOVE);
        } catch (java.nio.file.AtomicMoveNotSupportedException e) {
            LOG.debug("{} is on another disk.", part, e);
            FileCopy.copy(made, part, progress, cancelled);
        }
    }

    private static void clear(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(Path.of(file + ".wal"));
        } catch (IOException e) {
            LOG.warn("{} could not be removed.", file, e);
        }
    }

    private static void sweep(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("{} could not be removed.", folder, e);
        }
    }

    private void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw cancellation(null);
        }
    }

    private static CancellationException cancellation(@org.jspecify.annotations.Nullable Throwable cause) {
        CancellationException e = new CancellationException("The backup was cancelled; there is no new file.");
        if (cause != null) {
            e.initCause(cause);
        }
        return e;
    }
}
