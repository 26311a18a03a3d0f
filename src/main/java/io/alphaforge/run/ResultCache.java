package io.alphaforge.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps the rows of earlier runs. Safe for use by several threads; a cache that fails answers nothing and says so in the log. */
public interface ResultCache extends AutoCloseable {

    /** The rows that exist for these keys, asked for in one batch. */
    Map<RunKey, ResultRow> get(Collection<RunKey> keys);

    /**
     * Those of these keys that have no row but for their bars: one of the same coin, setup and source is kept, made of
     * other bars. Asked for in one batch; counts neither as hit nor as miss.
     */
    Set<RunKey> outdated(Collection<RunKey> keys);

    /** Keeps rows; returns before they are on disk. */
    void put(Map<RunKey, ResultRow> rows);

    /** What is kept, in all layers together; a row that two layers keep counts twice. Returns within a moment. */
    CacheStatistics statistics();

    /** The statistics of each layer, the nearest first; waits for a server as long as it may take. */
    default List<CacheStatistics> layers() {
        return List.of(statistics());
    }

    /**
     * Forgets the rows of these coins; returns how many. A layer that cannot be reached does it when it is back, or
     * leaves its rows to expire: rows of other bars than the stored ones never answer anyway.
     */
    long drop(Collection<String> symbols);

    /** Forgets everything, as far as it can be reached. */
    Cleared clear();

    /**
     * What was forgotten.
     *
     * @param rows how many
     * @param problem what could not be forgotten and why, in one sentence; empty when nothing is left
     */
    record Cleared(long rows, String problem) {}

    /**
     * Tells a listener in one sentence when the cache comes to offer less than it should, and when that is over. A
     * listener that comes late is told at once what is wrong now. Called on threads of the cache.
     */
    default void watch(Consumer<String> listener) {}

    /** Looks at the servers behind the cache, waiting for them as long as it may take; nothing where there is none. */
    default List<Finding> check() {
        return List.of();
    }

    @Override
    void close();
}
