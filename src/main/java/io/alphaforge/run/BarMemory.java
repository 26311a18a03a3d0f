package io.alphaforge.run;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bars kept in memory between runs, within a budget of bytes: the least recently used go first. Bars are returned only
 * for the digest they were kept with, so changed data is never answered from here. Safe for use by several threads.
 */
public final class BarMemory {
    private final long budget;
    private final LinkedHashMap<Key, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** The bars of one coin at one interval, made of a stored series. */
    record Key(String symbol, Interval source, Interval interval) {}

    private record Entry(DataDigest digest, Resampled kept) {
        Bars bars() {
            return kept.bars();
        }

        long bytes() {
            return kept.bars().bytes();
        }
    }

    public BarMemory(long budgetBytes) {
        if (budgetBytes < 0) {
            throw new IllegalArgumentException("The budget for bars is negative.");
        }
        this.budget = budgetBytes;
    }

    /** The bars, if they are here with at least these columns and are those of this digest. */
    synchronized Optional<Resampled> get(Key key, DataDigest digest, Set<BarColumn> columns) {
        Entry entry = entries.get(key);
        return entry != null
                        && entry.digest.equals(digest)
                        && entry.bars().columns().containsAll(columns)
                ? Optional.of(entry.kept)
                : Optional.empty();
    }

    /** Keeps bars if they fit at all. */
    synchronized void put(Key key, DataDigest digest, Resampled added) {
        remove(key);
        Entry entry = new Entry(digest, added);
        if (entry.bytes() > budget) {
            return;
        }
        entries.put(key, entry);
        bytes += entry.bytes();
        Iterator<Map.Entry<Key, Entry>> oldest = entries.entrySet().iterator();
        while (bytes > budget) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }

    /** Bytes kept now. */
    public synchronized long bytes() {
        return bytes;
    }

    public long budget() {
        return budget;
    }

    synchronized int size() {
        return entries.size();
    }

    private void remove(Key key) {
        Entry old = entries.remove(key);
        if (old != null) {
            bytes -= old.bytes();
        }
    }
}
