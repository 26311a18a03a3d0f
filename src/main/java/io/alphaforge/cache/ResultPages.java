package io.alphaforge.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open pages of a cache of one computer: in a file, or in memory where no file can be used. Methods of the maps throw
 * when a page is damaged, and always after a page could not be written; then these pages are of no more use.
 */
final class ResultPages {
    private static final Logger LOG = LoggerFactory.getLogger(ResultPages.class);
    private static final int MEMORY_MIB = 16;
    /** About 300 MB on disk; a run over 260 coins adds 260. */
    private static final long MOST_IN_FILE = 500_000;
    /** About 20 MB of memory. */
    private static final long MOST_IN_MEMORY = 20_000;

    /** How rows are named and kept; a file with others is started anew. */
    private static final String NAMES = "coin/setup, sealed";

    private final MVStore store;
    private final MVMap<String, byte[]> rows;
    private final MVMap<String, String> dropped;
    private final MVMap<String, String> meta;

    /** Why they are not in their file, in one sentence; empty when they are where they were asked for. */
    private final String problem;

    private ResultPages(MVStore store, String engineVersion, String problem) {
        this.store = store;
        this.problem = problem;
        this.rows = store.openMap("rows");
        this.dropped = store.openMap("dropped");
        this.meta = store.openMap("meta");
        if (!engineVersion.equals(meta.get("engine")) || !NAMES.equals(meta.get("names"))) {
            forget();
            meta.put("engine", engineVersion);
            meta.put("names", NAMES);
        }
    }

    /** Opens those in a file, which is created when there is none; a damaged one is started anew. */
    static ResultPages open(Path file, String engineVersion) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return opened(file, engineVersion);
        } catch (IOException | MVStoreException e) {
            if (e instanceof MVStoreException failure && damaged(failure)) {
                LOG.warn("The result cache {} is damaged and started anew", file, failure);
                return anew(file, engineVersion);
            }
            LOG.warn("The result cache {} cannot be used ({}); results are kept in memory only", file, e.getMessage());
            return inMemory(engineVersion, problem(file, e));
        }
    }

    /** Opens empty ones in a file, whatever it holds. */
    static ResultPages anew(Path file, String engineVersion) {
        try {
            Files.deleteIfExists(file);
            return opened(file, engineVersion);
        } catch (IOException | MVStoreException e) {
            LOG.warn("The result cache {} cannot be started anew", file, e);
            return inMemory(engineVersion, problem(file, e));
        }
    }

    /**
     * Pages that are gone when they are closed.
     *
     * @param problem why they are not in a file, in one sentence; empty when that is as it should be
     */
    static ResultPages inMemory(String engineVersion, String problem) {
        return new ResultPages(new MVStore.Builder().open(), engineVersion, problem);
    }

    private static String problem(Path file, Exception failure) {
        boolean held = failure instanceof MVStoreException known && known.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
        return held
                ? "Kept results (" + file.getFileName()
                        + ") are in use by another AlphaForge of the same folder; those of"
                        + " this one are kept in memory until it ends."
                : unusable(file);
    }

    /** What is told of a file that cannot be used. */
    static String unusable(Path file) {
        return "Kept results (" + file
                + ") cannot be used, see the log; those of now are kept in memory until the program" + " ends.";
    }

    private static ResultPages opened(Path file, String engineVersion) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toAbsolutePath().toString())
                .cacheSize(MEMORY_MIB)
                // Without a handler the store prints the failure of its own writer to the screen.
                .backgroundExceptionHandler(
                        (thread, failure) -> LOG.warn("The result cache cannot be written", failure))
                .compress()
                .open();
        try {
            return new ResultPages(store, engineVersion, "");
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private static boolean damaged(MVStoreException failure) {
        // 6: corrupt file, 5: unsupported format, 1: reading failed, 3: internal
        return switch (failure.getErrorCode()) {
            case 1, 3, 5, 6 -> true;
            default -> false;
        };
    }

    /** Rows by coin and setup, as {@link RowEnvelope} seals them. */
    MVMap<String, byte[]> rows() {
        return rows;
    }

    /** Source and digest of the bars of dropped rows, until a row takes their place. */
    MVMap<String, String> dropped() {
        return dropped;
    }

    MVMap<String, String> meta() {
        return meta;
    }

    String problem() {
        return problem;
    }

    /** Whether no more rows should be added to those that are there. */
    boolean full() {
        long most = store.getFileStore() == null ? MOST_IN_MEMORY : MOST_IN_FILE;
        return rows.sizeAsLong() > most || dropped.sizeAsLong() > most;
    }

    /** Forgets all rows. */
    void forget() {
        rows.clear();
        dropped.clear();
    }

    void commit() {
        store.commit();
    }

    /** Bytes of the file; 0 in memory. */
    long bytes() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    void close() {
        // A store that finds no room for its last pages while it is closing waits for itself without end.
        store.commit();
        store.close();
    }

    /** Lets go of the file without writing to it. */
    void letGo() {
        try {
            store.closeImmediately();
        } catch (RuntimeException e) {
            LOG.warn("The result cache cannot let go of its file", e);
        }
    }
}
