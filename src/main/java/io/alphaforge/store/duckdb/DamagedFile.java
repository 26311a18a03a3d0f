package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that cannot be opened any more, where another one may be begun in its place. */
public final class DamagedFile {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedFile.class);

    private DamagedFile() {}

    /**
     * Keeps a damaged database under another name beside its own, together with its write-ahead log.
     *
     * @return where it is now; empty when it can be opened after all, and stays
     * @throws StoreException when it is in use
     * @throws IOException when it cannot be renamed; it has its own name then
     */
    public static Optional<Path> setAside(Path database, InstantSource clock) throws IOException {
        Path file = DatabasePlace.of(database);
        DatabaseHold hold = DatabaseHold.take(file);
        try {
            if (opens(file)) {
                return Optional.empty();
            }
            Path aside = WholeFile.aside(file, "damaged", clock.instant());
            Path log = Path.of(file + ".wal");
            if (Files.exists(log)) {
                Files.move(log, Path.of(aside + ".wal"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            LOG.warn("{} is damaged and was kept as {}.", file, aside);
            return Optional.of(aside);
        } finally {
            hold.close();
        }
    }

    /** Whether it can be worked with: nobody else has it open, but somebody may have put a whole one there. */
    private static boolean opens(Path file) {
        try (LocalDatabase looked = LocalDatabase.looking(file);
                Session session = looked.session()) {
            SeriesTable.list(session);
            return true;
        } catch (SQLException | StoreException e) {
            LOG.debug("{} cannot be opened.", file, e);
            return false;
        }
    }
}
