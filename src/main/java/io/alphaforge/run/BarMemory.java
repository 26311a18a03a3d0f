package io.alphaforge.run;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
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

    private record Entry(DataDigest digest, Bars bars) {}

    public BarMemory(long budgetBytes) {
        if (budgetBytes < 0) {
            throw new IllegalArgumentException("The budget for bars is negative.");
        }
        this.budget = budgetBytes;
    }

    /** The bars, if they are here with at least these columns and are those of this digest. */
    synchronized Optional<Bars> get(Key key, DataDigest digest, Set<BarColumn> columns) {
        Entry entry = entries.get(key);
        return entry != null
                        && entry.digest.equals(digest)
                        && entry.bars.columns().containsAll(columns)
                ? Optional.of(entry.bars)
                : Optional.empty();
    }

    /** Keeps bars if they fit at all. */
    synchronized void put(Key key, DataDigest digest, Bars added) {
        remove(key);
        if (added.bytes() > budget) {
            return;
        }
        entries.put(key, new Entry(digest, added));
        bytes += added.bytes();
        Iterator<Map.Entry<Key, Entry>> oldest = entries.entrySet().iterator();
        while (bytes > budget) {
            bytes -= oldest.next().getValue().bars.bytes();
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
            bytes -= old.bars.bytes();
        }
    }
}
