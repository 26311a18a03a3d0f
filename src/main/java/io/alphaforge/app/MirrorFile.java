package io.alphaforge.app;

import io.alphaforge.catalog.DamagedException;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.store.duckdb.DamagedFile;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The file with what is kept of a server. One that is damaged is kept under another name, since past runs and presets of the
 * user are in it too, and a new one is begun: the bars come from the server again.
 *
 * @param notes what came about, for the user
 */
record MirrorFile(DuckDbStore store, List<String> notes) {

    /**
     * Opens the file in the folder of a server.
     *
     * @param server as the user would name it
     * @throws StoreException when it cannot be opened, and cannot be set aside
     */
    static MirrorFile open(Path folder, String server, LocalMeasures measures) {
        Path file = folder.resolve(DatabaseFiles.MIRROR);
        try {
            return new MirrorFile(listed(measures.open(file)), List.of());
        } catch (DamagedException e) {
            Optional<Path> aside = setAside(file, server, e);
            return new MirrorFile(
                    measures.open(file),
                    aside
                            .map(kept -> "The mirror of " + server + " was damaged: it is kept as " + kept
                                    + ", with your past runs and presets in it, and a new one is begun; 'alphaforge sync'"
                                    + " fills it at once.")
                            .stream()
                            .toList());
        }
    }

    /** A file may open that does not tell any more what it holds. */
    private static DuckDbStore listed(DuckDbStore store) {
        try {
            store.series();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Optional<Path> setAside(Path file, String server, DamagedException damage) {
        try {
            Optional<Path> aside = DamagedFile.setAside(file, InstantSource.system());
            if (aside.isPresent()) {
                // It tells when the old one was as the server is, which the new one is not.
                Files.deleteIfExists(file.resolveSibling(DatabaseFiles.MIRROR_USES));
            }
            return aside;
        } catch (IOException e) {
            damage.addSuppressed(e);
            throw new StoreException(
                    "The mirror " + file + " of " + server + " is damaged and cannot be renamed (" + e.getMessage()
                            + "). It holds copies of the server's bars, and your past runs and presets: put a backup of it"
                            + " there, or move it away, and it is begun anew.",
                    damage);
        }
    }
}
