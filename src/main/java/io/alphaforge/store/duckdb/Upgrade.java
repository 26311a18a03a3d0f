package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database of an earlier version up to date: a copy of it is, and takes its place when nothing went wrong. Until
 * then the database is as the earlier version left it, even if the process is killed.
 */
final class Upgrade {
    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private final Path file;
    private final Path copy;

    /** @param file a database that nobody has open */
    Upgrade(Path file) {
        this.file = file;
        this.copy = file.resolveSibling(file.getFileName() + ".upgrading");
    }

    /** @throws StoreException with one sentence when it cannot be done; the database is left as it was */
    void run() {
        try {
            clear();
            FileTime written = Files.getLastModifiedTime(file);
            Files.copy(file, copy);
            try (LocalDatabase database = LocalDatabase.opened(copy, StatementTimer.unheard())) {
                Migrations.apply(database);
            }
            swap(written);
            LOG.info("{} was brought up to date.", file);
        } catch (IOException e) {
            throw failed("a copy of it cannot be written (" + e.getMessage() + "); make room for one beside it", e);
        } catch (SQLException | StoreException e) {
            throw failed("its tables do not take the change; the log has the details", e);
        } finally {
            clear();
        }
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

    private StoreException failed(String reason, Exception cause) {
        LOG.error("{} could not be brought up to date.", file, cause);
        return new StoreException(
                "The database " + file + " of an earlier AlphaForge was left as it was: " + reason + ".", cause);
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
