package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The series of the mirror, within the size that it may have: where there is no room the least recently used ones go
 * first, and none that is being read. Nobody else writes to the store behind it.
 */
final class LocalCopy {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCopy.class);
    /** What a bar takes before it is compressed: its time and five figures of eight bytes each. */
    private static final long BYTES_A_BAR = 48;

    private static final Comparator<SeriesKey> ORDER =
            Comparator.comparing(SeriesKey::symbol).thenComparing(SeriesKey::interval);

    private final BarStore store;
    private final UsedTimes used;
    private final long limit;
    private final Map<SeriesKey, StoredSeries> held = new TreeMap<>(ORDER);
    private final Set<SeriesKey> inUse = new HashSet<>();
    private int readers;
    private long bytes;
    private boolean disordered;
    private volatile String problem = "";

    LocalCopy(BarStore store, UsedTimes used, long limit) {
        this.store = store;
        this.used = used;
        this.limit = limit;
        for (StoredSeries series : store.series()) {
            held.put(series.key(), series);
            bytes += bytes(series);
        }
    }

    static long bytes(StoredSeries series) {
        return series.bars() * BYTES_A_BAR;
    }

    BarStore store() {
        return store;
    }

    /** Every series held, by symbol and interval. */
    synchronized List<StoredSeries> all() {
        return List.copyOf(held.values());
    }

    synchronized Optional<StoredSeries> find(SeriesKey key) {
        return Optional.ofNullable(held.get(key));
    }

    /** How what is here can be used; nothing can be of a damaged series. */
    synchronized Comparison compare(StoredSeries server) {
        return used.damaged(server.key()) ? Comparison.OTHER : recorded(server);
    }

    /** The same, going by what is on record alone. */
    synchronized Comparison recorded(StoredSeries server) {
        return Comparison.of(server, held.get(server.key()));
    }

    /** A series could not be read: it counts for nothing until it has been written anew. */
    synchronized void damaged(SeriesKey key) {
        if (!used.damaged(key)) {
            LOG.warn("{} is damaged in the mirror; it is fetched again.", key);
            used.damaged(key, true);
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Why the mirror could not be written the last time; empty when it could. */
    String problem() {
        return problem;
    }

    /** Somebody begins to read these series: none of them goes until {@link #read}. */
    synchronized void reading(Collection<SeriesKey> keys, long now) {
        readers++;
        inUse.addAll(keys);
        used.used(keys, now);
    }

    /** A reader is done. The parts of one run are read side by side, so what was in use is so until the last one ends. */
    synchronized void read() {
        if (--readers == 0) {
            inUse.clear();
            used.save();
        }
    }

    /**
     * Puts a series into the mirror in the place of what it has of it, in one transaction.
     *
     * @param series what the server says of it
     * @param bars all of its bars with all columns, known to be what the server says
     * @return false when there is no room for it
     * @throws StoreException when the mirror cannot be written
     */
    synchronized boolean put(StoredSeries series, Bars bars) {
        if (bars.isEmpty() || compare(series) == Comparison.CURRENT) {
            return true;
        }
        if (!makeRoom(series)) {
            return false;
        }
        Quality quality = series.quality();
        StoredSeries before = held.get(series.key());
        try {
            StoredSeries now = store.write(new SeriesWrite(
                            series.instrument(),
                            bars,
                            series.source(),
                            quality.duplicates(),
                            quality.rejected(),
                            SeriesWrite.Mode.REPLACE,
                            series.synthetic()))
                    .series();
            forget(before);
            held.put(now.key(), now);
            used.damaged(now.key(), false);
            bytes += bytes(now);
            disordered |= before != null;
            problem = "";
            return true;
        } catch (StoreException e) {
            problem = "The mirror cannot be written: " + e.getMessage();
            throw e;
        }
    }

    private void forget(@Nullable StoredSeries series) {
        if (series != null) {
            held.remove(series.key());
            bytes -= bytes(series);
        }
    }

    /** How many more bytes are taken once a series is here as the server has it. */
    synchronized long growth(StoredSeries wanted) {
        StoredSeries before = held.get(wanted.key());
        return bytes(wanted) - (before == null ? 0 : bytes(before));
    }

    /** Whether there can be no room for a series, whatever goes for it, when others will have taken so many bytes. */
    synchronized boolean lacksRoom(StoredSeries wanted, long taken) {
        long tooMuch = bytes + taken + growth(wanted) - limit;
        return tooMuch > 0
                && victims(wanted).stream().mapToLong(LocalCopy::bytes).sum() < tooMuch;
    }

    /** What may go for a series: only what was used before it, since those of one run must not drive each other out. */
    private List<StoredSeries> victims(StoredSeries wanted) {
        long since = used.of(wanted.key());
        return held.values().stream()
                .filter(s -> !s.key().equals(wanted.key()) && !inUse.contains(s.key()))
                .filter(s -> used.of(s.key()) < since)
                .sorted(Comparator.comparingLong((StoredSeries s) -> used.of(s.key())))
                .toList();
    }

    private boolean makeRoom(StoredSeries wanted) {
        long tooMuch = bytes + growth(wanted) - limit;
        if (tooMuch <= 0) {
            return true;
        }
        List<StoredSeries> victims = victims(wanted);
        if (victims.stream().mapToLong(LocalCopy::bytes).sum() < tooMuch) {
            return false;
        }
        for (StoredSeries victim : victims) {
            if (tooMuch <= 0) {
                break;
            }
            LOG.info("{} leaves the mirror to make room for {}.", victim.key(), wanted.key());
            remove(victim.key());
            tooMuch -= bytes(victim);
        }
        return true;
    }

    synchronized void remove(SeriesKey key) {
        StoredSeries series = held.get(key);
        if (series != null) {
            store.delete(key);
            used.damaged(key, false);
            forget(series);
        }
    }

    /** Restores the order that bulk reads profit from, when series were replaced or grew since the last time. */
    void settle() {
        synchronized (this) {
            if (!disordered) {
                return;
            }
            disordered = false;
        }
        try {
            store.compact();
        } catch (StoreException e) {
            LOG.warn("The mirror stays as it lies.", e);
        }
    }
}
