package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.files.FileHold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database kept from other processes as long as it is open here. DuckDB locks its file too, but on POSIX systems that
 * lock is gone as soon as this process closes any other descriptor of the file, whoever has opened it and for whatever.
 */
final class DatabaseHold implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHold.class);

    private final @Nullable FileHold hold;

    private DatabaseHold(@Nullable FileHold hold) {
        this.hold = hold;
    }

    /** The file whose lock is held, beside the database. */
    static Path guard(Path database) {
        return Path.of(database + ".lock");
    }

    /** Whether this process has the database open, so that its file must not be opened in any other way. */
    static boolean isHere(Path database) {
        return FileHold.isHere(guard(database));
    }

    /**
     * Holds a database, which need not be there yet, in a folder that is.
     *
     * @throws StoreException when another process has it
     */
    static DatabaseHold take(Path database) {
        Path guard = guard(database);
        try {
            Optional<FileHold> hold = FileHold.take(guard);
            if (hold.isEmpty()) {
                throw Failures.inUse(database, FileHold.holder(guard));
            }
            return new DatabaseHold(hold.get());
        } catch (IOException e) {
            // In a folder that cannot be written, or on a disk of the network without locks; there is DuckDB's own.
            LOG.info("{} cannot be locked, so {} is kept by its own lock alone.", guard, database, e);
            return new DatabaseHold(null);
        }
    }

    @Override
    public void close() {
        try {
            if (hold != null) {
                hold.close();
            }
        } catch (IOException e) {
            LOG.warn("A database could not be let go of.", e);
        }
    }
}
