package io.alphaforge.cache;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cache of one computer: a file of key-value pages with its own page cache in memory.
 *
 * <p>There is one row per coin and setup; its value names the data it was computed from, so a row of older data is never
 * answered and is replaced by the next. The coin comes first in its name, so that the rows of one coin lie side by side.
 * Of rows that were dropped it is remembered what bars they were made of, so that the next run can tell why it computes
 * anew. Rows of another engine version are dropped when the file is opened. A file that
 * cannot be used is never worth stopping for: a damaged one is started anew, one that another process holds is replaced
 * by memory for the time being.
 */
public final class LocalResultCache implements ResultCache {
    private static final Logger LOG = LoggerFactory.getLogger(LocalResultCache.class);
    private static final int MEMORY_MIB = 16;
    /** About 300 MB on disk; a run over 260 coins adds 260. */
    private static final long MOST_ENTRIES = 500_000;

    /** How rows are named; a file with other names is started anew. */
    private static final String NAMES = "coin/setup";

    private final MVStore store;
    private final MVMap<String, byte[]> rows;
    /** Source and digest of the bars of dropped rows, until a row takes their place. */
    private final MVMap<String, String> dropped;

    private final MVMap<String, String> meta;
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private final AtomicLong elsewhere = new AtomicLong();

    private LocalResultCache(MVStore store, String engineVersion) {
        this.store = store;
        this.rows = store.openMap("rows");
        this.dropped = store.openMap("dropped");
        this.meta = store.openMap("meta");
        if (!engineVersion.equals(meta.get("engine")) || !NAMES.equals(meta.get("names"))) {
            rows.clear();
            dropped.clear();
            meta.put("engine", engineVersion);
            meta.put("names", NAMES);
        }
        hits.set(counter("hits"));
        misses.set(counter("misses"));
        elsewhere.set(counter("elsewhere"));
    }

    /**
     * Opens the cache in a file, which is created when there is none.
     *
     * @param engineVersion rows of other versions are dropped
     */
    public static LocalResultCache open(Path file, String engineVersion) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new LocalResultCache(builder(file).open(), engineVersion);
        } catch (IOException | MVStoreException e) {
            if (e instanceof MVStoreException failure && damaged(failure)) {
                return anew(file, engineVersion, failure);
            }
            LOG.warn("The result cache {} cannot be used ({}); results are kept in memory only", file, e.getMessage());
            return inMemory(engineVersion);
        }
    }

    /** A cache that is gone when it is closed. */
    public static LocalResultCache inMemory(String engineVersion) {
        return new LocalResultCache(new MVStore.Builder().open(), engineVersion);
    }

    private static LocalResultCache anew(Path file, String engineVersion, MVStoreException failure) {
        LOG.warn("The result cache {} is damaged and started anew", file, failure);
        try {
            Files.deleteIfExists(file);
            return new LocalResultCache(builder(file).open(), engineVersion);
        } catch (IOException | MVStoreException e) {
            LOG.warn("The result cache {} cannot be started anew", file, e);
            return inMemory(engineVersion);
        }
    }

    private static boolean damaged(MVStoreException failure) {
        // 6: corrupt file, 5: unsupported format, 1: reading failed, 3: internal
        return switch (failure.getErrorCode()) {
            case 1, 3, 5, 6 -> true;
            default -> false;
        };
    }

    private static MVStore.Builder builder(Path file) {
        return new MVStore.Builder()
                .fileName(file.toAbsolutePath().toString())
                .cacheSize(MEMORY_MIB)
                // Without a handler the store prints the failure of its own writer to the screen.
                .backgroundExceptionHandler(
                        (thread, failure) -> LOG.warn("The result cache cannot be written", failure))
                .compress();
    }

    @Override
    public Map<RunKey, ResultRow> get(Collection<RunKey> keys) {
        Map<RunKey, ResultRow> found = new HashMap<>();
        try {
            for (RunKey key : keys) {
                row(key).filter(row -> row.digest().equals(key.digest())).ifPresent(row -> found.put(key, row));
            }
        } catch (RuntimeException e) {
            LOG.warn("The result cache does not answer", e);
            found.clear();
        }
        hits.addAndGet(found.size());
        misses.addAndGet(keys.size() - found.size());
        return found;
    }

    @Override
    public Set<RunKey> outdated(Collection<RunKey> keys) {
        Set<RunKey> outdated = new HashSet<>();
        try {
            for (RunKey key : keys) {
                String made = row(key).map(LocalResultCache::madeOf).orElseGet(() -> dropped.get(entry(key)));
                if (made != null
                        && made.startsWith(key.source() + "/")
                        && !made.endsWith(key.digest().hex())) {
                    outdated.add(key);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The result cache does not answer", e);
            outdated.clear();
        }
        return outdated;
    }

    @Override
    public void put(Map<RunKey, ResultRow> added) {
        try {
            if (rows.sizeAsLong() > MOST_ENTRIES) {
                LOG.info("The result cache is full and started anew");
                rows.clear();
                dropped.clear();
            }
            added.forEach((key, row) -> {
                rows.put(entry(key), RowCodec.encode(row));
                dropped.remove(entry(key));
            });
        } catch (RuntimeException e) {
            LOG.warn("The result cache takes no rows", e);
        }
    }

    /** What is kept; no entries where the file does not answer. */
    @Override
    public CacheStatistics statistics() {
        long entries = 0;
        long bytes = 0;
        try {
            store.commit();
            bytes = store.getFileStore() == null ? 0 : store.getFileStore().size();
            entries = rows.sizeAsLong();
        } catch (RuntimeException e) {
            LOG.warn("The result cache does not tell its size", e);
        }
        return new CacheStatistics("local", entries, bytes, hits.get(), misses.get());
    }

    /** Of the rows asked for and not found here, this many were found in another layer. */
    void answeredElsewhere(int count) {
        elsewhere.addAndGet(count);
    }

    long answeredElsewhere() {
        return elsewhere.get();
    }

    @Override
    public long drop(Collection<String> symbols) {
        long count = 0;
        try {
            for (String symbol : symbols) {
                String prefix = symbol + "/";
                for (String entry = rows.ceilingKey(prefix);
                        entry != null && entry.startsWith(prefix);
                        entry = rows.higherKey(entry)) {
                    byte[] bytes = rows.remove(entry);
                    if (bytes != null) {
                        String made = RowCodec.decode(bytes)
                                .map(LocalResultCache::madeOf)
                                .orElse("");
                        dropped.put(entry, made);
                        count++;
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The result cache cannot forget rows", e);
        }
        return count;
    }

    @Override
    public long clear() {
        hits.set(0);
        misses.set(0);
        elsewhere.set(0);
        try {
            long cleared = rows.sizeAsLong();
            rows.clear();
            dropped.clear();
            store.commit();
            return cleared;
        } catch (RuntimeException e) {
            LOG.warn("The result cache cannot be cleared", e);
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            meta.put("hits", Long.toString(hits.get()));
            meta.put("misses", Long.toString(misses.get()));
            meta.put("elsewhere", Long.toString(elsewhere.get()));
            store.close();
        } catch (RuntimeException e) {
            LOG.warn("The result cache cannot be closed; what is not written yet is lost", e);
            closeImmediately();
        }
    }

    private void closeImmediately() {
        try {
            // Lets go of the file without writing to it.
            store.closeImmediately();
        } catch (RuntimeException e) {
            LOG.warn("The result cache cannot let go of its file", e);
        }
    }

    private static String entry(RunKey key) {
        return key.symbol() + "/" + key.setup();
    }

    private static String madeOf(ResultRow row) {
        return row.source() + "/" + row.digest().hex();
    }

    /** The row kept for a coin and setup, of whatever bars of the source. */
    private Optional<ResultRow> row(RunKey key) {
        byte[] bytes = rows.get(entry(key));
        return bytes == null ? Optional.empty() : RowCodec.decode(bytes).filter(row -> row.source() == key.source());
    }

    private long counter(String name) {
        String value = meta.get(name);
        return value == null ? 0 : Long.parseLong(value);
    }
}
