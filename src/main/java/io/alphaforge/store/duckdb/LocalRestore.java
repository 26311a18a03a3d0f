package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a backup in the place of a database, after a copy of it was checked and opened. */
public final class LocalRestore {
    private static final Logger LOG = LoggerFactory.getLogger(LocalRestore.class);

    private final Path database;
    private final InstantSource clock;

    /** @param database the file that is replaced, or made where there is none; nobody may have it open */
    public LocalRestore(Path database, InstantSource clock) {
        this.database = DatabasePlace.of(database);
        this.clock = clock;
    }

    /**
     * Restores.
     *
     * @param cancelled asked often; a {@link java.util.concurrent.CancellationException} ends the work then
     * @return what is there now, and where the database from before is
     * @throws StoreException with a sentence when it cannot be done; nothing is changed then
     */
    public BackupReport run(Path backup, BackupProgress progress, BooleanSupplier cancelled) {
        Path source = backup.toAbsolutePath().normalize();
        Path copy = database.resolveSibling(database.getFileName() + ".restoring");
        try {
            require(source);
            requireFree();
            clear(copy);
            Files.createDirectories(copy.getParent());
            FileCopy.copy(source, copy, progress, cancelled);
            BackupReport report = new BackupCheck(source, progress, cancelled).check(copy);
            bringUpToDate(copy);
            // All of that took its time, in which somebody may have opened it.
            DatabaseHold held = DatabaseHold.take(database);
            try {
                requireFree();
                return report.at(swap(copy));
            } finally {
                held.close();
            }
        } catch (IOException e) {
            LOG.warn("{} could not be restored.", source, e);
            throw new StoreException(
                    "The backup " + source + " could not be restored (" + e.getMessage()
                            + "); check that there is room and that writing is allowed. Nothing was changed.",
                    e);
        } finally {
            clear(copy);
        }
    }

    private void require(Path source) throws IOException {
        if (!Files.isRegularFile(source)) {
            throw new StoreException("There is no backup " + source + "; nothing was changed.");
        }
        if (source.equals(database) || (Files.exists(database) && Files.isSameFile(source, database))) {
            throw new StoreException(source + " is the database itself; nothing was changed.");
        }
        for (Path own : List.of(log(database), DatabaseHold.guard(database))) {
            if (Files.exists(own) && Files.isSameFile(source, own)) {
                throw new StoreException(
                        source + " is a file that AlphaForge itself works with, and no backup; nothing was changed.");
            }
        }
        Path parent = database.getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        long needed = Files.size(source);
        long free = parent == null ? 0 : Files.getFileStore(parent).getUsableSpace();
        if (free < needed) {
            throw new StoreException("There is no room beside " + database + " to restore: " + (needed >> 20)
                    + " MB are needed, and " + (free >> 20) + " MB are free; nothing was changed.");
        }
    }

    /** Makes sure that nobody has the database open, and that all of it is in its file. */
    private void requireFree() {
        if (!Files.exists(database)) {
            return;
        }
        try {
            LocalDatabase.open(database).close();
        } catch (StoreException e) {
            if (Failures.isInUse(e)) {
                throw e;
            }
            // A damaged database is what a backup is for.
            LOG.warn("The database that is to be replaced cannot be opened.", e);
        }
    }

    /** Opens the copy as the application will, which brings its tables up to date, and closes it. */
    private static void bringUpToDate(Path copy) {
        try (LocalDatabase opened = LocalDatabase.open(copy);
                DuckDBConnection connection = opened.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + BackupTables.quoted(BackupManifest.TABLE));
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw Failures.using(copy, e);
        }
    }

    /** Puts the copy in the place of the database. At no moment there is no database, which would be made anew. */
    private @Nullable Path swap(Path copy) throws IOException {
        if (!Files.exists(database)) {
            Files.move(copy, database, StandardCopyOption.ATOMIC_MOVE);
            return null;
        }
        Path before = WholeFile.aside(database, "before-restore", clock.instant());
        Path log = log(database);
        boolean linked = keep(before);
        try {
            if (Files.exists(log)) {
                Files.move(log, log(before), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(copy, database, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(log(before))) {
                Files.move(log(before), log, StandardCopyOption.ATOMIC_MOVE);
            }
            if (linked) {
                Files.delete(before);
            } else {
                Files.move(before, database, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        Path folder = database.getParent();
        if (folder != null) {
            WholeFile.keep(folder);
        }
        return before;
    }

    /**
     * Keeps the database under another name.
     *
     * @return whether it has its own name too; false on disks where a file has only one
     */
    private boolean keep(Path before) throws IOException {
        try {
            Files.createLink(before, database);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("{} cannot have a second name.", database, e);
            Files.move(database, before, StandardCopyOption.ATOMIC_MOVE);
            return false;
        }
    }

    private static Path log(Path file) {
        return Path.of(file + ".wal");
    }

    private static void clear(Path copy) {
        try {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(log(copy));
            // Where it was of an earlier version.
            Files.deleteIfExists(Path.of(copy + ".upgrading.lock"));
            Files.deleteIfExists(DatabaseHold.guard(copy));
        } catch (IOException e) {
            LOG.warn("{} could not be removed.", copy, e);
        }
    }
}
