package io.alphaforge.run;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

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

    CacheStatistics statistics();

    /** Forgets everything and returns how many rows that was. */
    long clear();

    @Override
    void close();
}
