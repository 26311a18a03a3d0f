package io.alphaforge.cache;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cache of one computer: a file of key-value pages with its own page cache in memory.
 *
 * <p>There is one row per coin and setup; its value names the data it was computed from, so a row of older data is never
 * answered and is replaced by the next. The coin comes first in its name, so that the rows of one coin lie side by side.
 * Of rows that were dropped it is remembered what bars they were made of, so that the next run can tell why it computes
 * anew. Rows of another engine version are dropped when the file is opened. A file that
 * cannot be used is never worth stopping for: one that fails, at whatever time, is opened again, and started anew if it turns
 * out damaged; one that another process holds, or that cannot be written a second time, is replaced by memory for the time
 * being.
 */
public final class LocalResultCache implements ResultCache {
    private static final Logger LOG = LoggerFactory.getLogger(LocalResultCache.class);
    /** How often pages are replaced for one question: opened again, started anew, in memory. */
    private static final int ATTEMPTS = 3;

    private final @Nullable Path file;
    private final String engineVersion;
    private volatile ResultPages pages;
    /** Whether the file could not be written before. */
    private boolean unwritten;

    private boolean closed;
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private final AtomicLong elsewhere = new AtomicLong();

    private LocalResultCache(@Nullable Path file, String engineVersion, ResultPages pages) {
        this.file = file;
        this.engineVersion = engineVersion;
        this.pages = pages;
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
        return new LocalResultCache(file, engineVersion, ResultPages.open(file, engineVersion));
    }

    /** A cache that is gone when it is closed. */
    public static LocalResultCache inMemory(String engineVersion) {
        return new LocalResultCache(null, engineVersion, ResultPages.inMemory(engineVersion, ""));
    }

    @Override
    public Map<RunKey, ResultRow> get(Collection<RunKey> keys) {
        Map<RunKey, ResultRow> found = ask(Map.of(), from -> {
            Map<RunKey, ResultRow> rows = new HashMap<>();
            for (RunKey key : keys) {
                row(from, key).filter(row -> row.digest().equals(key.digest())).ifPresent(row -> rows.put(key, row));
            }
            return rows;
        });
        hits.addAndGet(found.size());
        misses.addAndGet(keys.size() - found.size());
        return found;
    }

    @Override
    public Set<RunKey> outdated(Collection<RunKey> keys) {
        return ask(Set.of(), from -> {
            Set<RunKey> outdated = new HashSet<>();
            for (RunKey key : keys) {
                String made = row(from, key)
                        .map(LocalResultCache::madeOf)
                        .orElseGet(() -> from.dropped().get(entry(key)));
                if (made != null
                        && made.startsWith(key.source() + "/")
                        && !made.endsWith(key.digest().hex())) {
                    outdated.add(key);
                }
            }
            return outdated;
        });
    }

    @Override
    public void put(Map<RunKey, ResultRow> added) {
        ask(0, into -> {
            if (into.full()) {
                LOG.info("The result cache is full and started anew");
                into.forget();
            }
            added.forEach((key, row) -> {
                into.rows().put(entry(key), RowEnvelope.seal(row));
                into.dropped().remove(entry(key));
            });
            return 0;
        });
    }

    /** What is kept. */
    @Override
    public CacheStatistics statistics() {
        return ask(new CacheStatistics("local", 0, 0, hits.get(), misses.get()), from -> {
            from.commit();
            String kind = from.problem().isEmpty() ? "local" : "local (in memory)";
            return new CacheStatistics(kind, from.rows().sizeAsLong(), from.bytes(), hits.get(), misses.get());
        });
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
        return ask(0L, from -> {
            long count = 0;
            for (String symbol : symbols) {
                String prefix = symbol + "/";
                for (String entry = from.rows().ceilingKey(prefix);
                        entry != null && entry.startsWith(prefix);
                        entry = from.rows().higherKey(entry)) {
                    byte[] bytes = from.rows().remove(entry);
                    if (bytes != null) {
                        String made = RowEnvelope.open(bytes)
                                .map(LocalResultCache::madeOf)
                                .orElse("");
                        from.dropped().put(entry, made);
                        count++;
                    }
                }
            }
            return count;
        });
    }

    @Override
    public Cleared clear() {
        hits.set(0);
        misses.set(0);
        elsewhere.set(0);
        return ask(new Cleared(0, "Kept results could not be forgotten, see the log."), from -> {
            long cleared = from.rows().sizeAsLong();
            from.forget();
            from.commit();
            return new Cleared(
                    cleared, from.problem().isEmpty() ? "" : "What the file keeps is still there. " + from.problem());
        });
    }

    @Override
    public synchronized void watch(Consumer<String> listener) {
        listeners.add(listener);
        if (!pages.problem().isEmpty()) {
            listener.accept(pages.problem());
        }
    }

    private void tell() {
        if (!pages.problem().isEmpty()) {
            listeners.forEach(listener -> listener.accept(pages.problem()));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            pages.meta().put("hits", Long.toString(hits.get()));
            pages.meta().put("misses", Long.toString(misses.get()));
            pages.meta().put("elsewhere", Long.toString(elsewhere.get()));
            pages.close();
        } catch (RuntimeException e) {
            LOG.warn("The result cache cannot be closed; what is not written yet is lost", e);
            pages.letGo();
        }
    }

    /** Asks the pages, and others in their place when they turn out to be of no use. */
    private <T> T ask(T otherwise, Function<ResultPages, T> work) {
        ResultPages asked = pages;
        boolean interrupted = false;
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return work.apply(asked);
                } catch (RuntimeException e) {
                    // An interrupted thread closes the file under its hands, and would close the next one too.
                    interrupted |= Thread.interrupted();
                    Optional<ResultPages> other = replacement(asked, e, attempt);
                    if (other.isEmpty() || attempt > ATTEMPTS) {
                        LOG.warn("The result cache does not answer", e);
                        return otherwise;
                    }
                    asked = other.get();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What takes the place of pages that failed in this attempt; empty once the cache is closed. */
    private synchronized Optional<ResultPages> replacement(ResultPages failed, RuntimeException failure, int attempt) {
        if (closed) {
            return Optional.empty();
        }
        if (pages == failed) {
            failed.letGo();
            boolean full = unwritable(failure);
            if (file == null || attempt == ATTEMPTS || (full && unwritten)) {
                LOG.warn("The result cache failed again; results are kept in memory only", failure);
                pages = ResultPages.inMemory(engineVersion, file == null ? "" : ResultPages.unusable(file));
            } else if (full || attempt == 1) {
                // A file that was closed, or that could not be read for once, is as good as it was.
                LOG.warn("The result cache {} failed and is opened again", file, failure);
                pages = ResultPages.open(file, engineVersion);
            } else {
                LOG.warn("The result cache {} is damaged and started anew", file, failure);
                pages = ResultPages.anew(file, engineVersion);
            }
            unwritten |= full;
            tell();
        }
        return Optional.of(pages);
    }

    /** Whether pages failed for want of room or the like: what the file holds is as good as it was. */
    private static boolean unwritable(RuntimeException failure) {
        // 2: writing failed, 4: closed, as pages are after that
        return failure instanceof MVStoreException known && (known.getErrorCode() == 2 || known.getErrorCode() == 4);
    }

    private static String entry(RunKey key) {
        return key.symbol() + "/" + key.setup();
    }

    private static String madeOf(ResultRow row) {
        return row.source() + "/" + row.digest().hex();
    }

    /** The row kept for a coin and setup, of whatever bars of the source. */
    private static Optional<ResultRow> row(ResultPages from, RunKey key) {
        byte[] bytes = from.rows().get(entry(key));
        return bytes == null ? Optional.empty() : RowEnvelope.open(bytes).filter(row -> row.source() == key.source());
    }

    private long counter(String name) {
        String value = pages.meta().get(name);
        return value == null ? 0 : Long.parseLong(value);
    }
}
