package io.alphaforge.store.mirror;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.market.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When each series was last used, whether it was found to be damaged, and when the mirror was last whole, kept in a small
 * file: one line with the time the mirror was whole, then one per series. A damaged file counts as none; losing it costs
 * the order of eviction, and that damage has to be found again.
 */
final class UsedTimes {
    private static final Logger LOG = LoggerFactory.getLogger(UsedTimes.class);
    private static final String HEAD = "alphaforge-mirror 1";
    private static final String DAMAGED = "damaged";

    private final Path file;
    private final Map<SeriesKey, Long> times = new HashMap<>();
    private final Set<SeriesKey> damaged = new HashSet<>();
    private long whole;
    private boolean changed;

    UsedTimes(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                load(Files.readAllLines(file));
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} cannot be read and is begun anew.", file, e);
                times.clear();
                damaged.clear();
                whole = 0;
            }
        }
    }

    private void load(List<String> lines) {
        if (!lines.getFirst().equals(HEAD)) {
            throw new IllegalArgumentException("The file does not begin with '" + HEAD + "'.");
        }
        whole = Long.parseLong(lines.get(1));
        for (String line : lines.subList(2, lines.size())) {
            String[] parts = line.split("\t", -1);
            SeriesKey key = new SeriesKey(parts[0], Interval.parse(parts[1]));
            times.put(key, Long.parseLong(parts[2]));
            if (parts.length > 3 && parts[3].equals(DAMAGED)) {
                damaged.add(key);
            }
        }
    }

    synchronized void used(Collection<SeriesKey> keys, long now) {
        keys.forEach(key -> times.put(key, now));
        changed |= !keys.isEmpty();
    }

    /** When a series was last used; 0 when that is not known. */
    synchronized long of(SeriesKey key) {
        return times.getOrDefault(key, 0L);
    }

    /** Forgets every series but these. */
    synchronized void keepOnly(Collection<SeriesKey> keys) {
        changed |= times.keySet().retainAll(keys);
        damaged.retainAll(keys);
    }

    /** Whether a series was found to be damaged and has not been written since. */
    synchronized boolean damaged(SeriesKey key) {
        return damaged.contains(key);
    }

    /** Remembers that a series is damaged or, once it has been written, that it is not. */
    synchronized void damaged(SeriesKey key, boolean now) {
        if (now ? damaged.add(key) : damaged.remove(key)) {
            times.putIfAbsent(key, 0L);
            changed = true;
        }
    }

    /** When the whole mirror was last seen to be current; 0 when it never was. */
    synchronized long whole() {
        return whole;
    }

    synchronized void whole(long now) {
        changed |= whole != now;
        whole = now;
    }

    /** Writes the file when something has changed; a failure is logged only. */
    synchronized void save() {
        if (!changed) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(HEAD, Long.toString(whole)));
        times.forEach((key, time) -> lines.add(key.symbol() + "\t"
                + key.interval().code() + "\t" + time + (damaged.contains(key) ? "\t" + DAMAGED : "")));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, lines);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            changed = false;
        } catch (IOException e) {
            LOG.warn("{} cannot be written.", file, e);
        }
    }
}
