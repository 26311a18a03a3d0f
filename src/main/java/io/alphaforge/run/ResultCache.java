package io.alphaforge.run;

import java.util.Collection;
import java.util.Map;

/** Keeps the rows of earlier runs. Safe for use by several threads; a cache that fails answers nothing and says so in the log. */
public interface ResultCache extends AutoCloseable {

    /** The rows that exist for these keys, asked for in one batch. */
    Map<RunKey, ResultRow> get(Collection<RunKey> keys);

    /** Keeps rows; returns before they are on disk. */
    void put(Map<RunKey, ResultRow> rows);

    CacheStatistics statistics();

    /** Forgets everything and returns how many rows that was. */
    long clear();

    @Override
    void close();
}
