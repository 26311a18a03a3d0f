package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Series of which the mirror has the beginning: their tails are fetched, some at a time, and then put behind the bars of
 * the mirror, one series at a time, since the whole ones may be long where the tails are short. Used by one thread.
 */
final class GrownSeries {
    private static final Logger LOG = LoggerFactory.getLogger(GrownSeries.class);
    private static final Set<BarColumn> ALL = EnumSet.allOf(BarColumn.class);
    /** So many or so much of them at a time, so that the first does not wait long. */
    private static final int TAILS_TOGETHER = 32;

    private static final long BYTES_TOGETHER = 16L << 20;
    /** While the bars before the tails are read, the mirror cannot let go of what is written in their place. */
    private static final long JOINED_TOGETHER = 64L << 20;

    private final BarStore server;
    private final LocalCopy mirror;
    private final OpenCursor open;
    private final Consumer<StoredSeries> unfit;
    /** What is to be asked for, by the last time that the mirror has. */
    private final SortedMap<Long, List<SeriesKey>> tails = new TreeMap<>();

    private final Map<SeriesKey, StoredSeries> wanted = new LinkedHashMap<>();
    /** Tails that have come and wait for the bars before them. */
    private final Map<SeriesKey, Delivered> arrived = new LinkedHashMap<>();

    private @Nullable BarCursor heads;

    /** @param unfit takes series of which the mirror turns out not to have the beginning */
    GrownSeries(BarStore server, LocalCopy mirror, OpenCursor open, Consumer<StoredSeries> unfit) {
        this.server = server;
        this.mirror = mirror;
        this.open = open;
        this.unfit = unfit;
    }

    /**
     * Wants a series.
     *
     * @param head what the mirror has of it
     */
    void add(StoredSeries series, StoredSeries head) {
        wanted.put(series.key(), series);
        tails.computeIfAbsent(head.lastOpen(), last -> new ArrayList<>()).add(series.key());
    }

    /** The next series whose tail has come, together with it; null when no tail waits. */
    @Nullable
    Arrival join() {
        if (arrived.isEmpty()) {
            return null;
        }
        try {
            BarCursor running = heads;
            if (running == null) {
                running = open.begin(mirror.store(), new BarRequest(List.copyOf(arrived.keySet()), ALL));
                heads = running;
            }
            Delivery head;
            while ((head = running.next()) != null) {
                Delivered tail = arrived.remove(head.key());
                Arrival joined = tail == null ? null : joined(head, tail);
                if (arrived.isEmpty()) {
                    end();
                    return joined;
                }
                if (joined != null) {
                    return joined;
                }
            }
        } catch (StoreException e) {
            LOG.warn("The mirror cannot be read; the series come whole.", e);
        }
        end();
        return null;
    }

    private void end() {
        heads = null;
        open.release();
        arrived.values().forEach(tail -> unfit.accept(tail.series()));
        arrived.clear();
    }

    private @Nullable Arrival joined(Delivery delivery, Delivered tail) {
        if (delivery instanceof Delivered head
                && !head.bars().isEmpty()
                && !tail.bars().isEmpty()
                && head.bars().lastTime() < tail.bars().firstTime()) {
            Bars bars = Joined.of(head.bars(), tail.bars());
            // What the mirror has on record was compared before; these are its very bars.
            if (Digests.match(tail.series(), bars)) {
                return new Arrival(
                        new Delivered(tail.series(), bars), tail.bars().size(), true);
            }
        }
        if (delivery instanceof Unreadable) {
            mirror.damaged(delivery.key());
        }
        unfit.accept(tail.series());
        return null;
    }

    /**
     * Fetches tails behind one time; {@link #join} hands them on.
     *
     * @param taker of what cannot be read on the server
     * @return false when there are none to be fetched
     * @throws StoreException when the server goes away; what has come before can be joined all the same
     */
    boolean fetch(Consumer<Arrival> taker) {
        if (tails.isEmpty()) {
            return false;
        }
        long after = tails.firstKey();
        List<SeriesKey> keys = tails.getOrDefault(after, List.of());
        try {
            boolean all = take(open.begin(server, new BarRequest(keys, ALL, after)), taker);
            if (all && !open.closed()) {
                keys.forEach(key -> {
                    StoredSeries missing = wanted.remove(key);
                    if (missing != null) {
                        unfit.accept(missing);
                    }
                });
            }
        } finally {
            open.release();
        }
        List<SeriesKey> rest = keys.stream().filter(wanted::containsKey).toList();
        if (rest.isEmpty()) {
            tails.remove(after);
        } else {
            tails.put(after, rest);
        }
        return true;
    }

    /** Whether the cursor has come to its end; it is begun again for the rest: it must not wait for a server meanwhile. */
    private boolean take(BarCursor cursor, Consumer<Arrival> taker) {
        long bytes = 0;
        long joined = 0;
        while (arrived.size() < TAILS_TOGETHER && bytes < BYTES_TOGETHER && joined < JOINED_TOGETHER) {
            Delivery delivery = cursor.next();
            if (delivery == null) {
                return true;
            }
            StoredSeries expected = wanted.remove(delivery.key());
            if (!(delivery instanceof Delivered tail) || expected == null) {
                taker.accept(new Arrival(delivery, 0, true));
            } else if (fits(tail)) {
                arrived.put(tail.key(), tail);
                bytes += tail.bars().bytes();
                joined += LocalCopy.bytes(tail.series());
            } else {
                unfit.accept(expected);
            }
        }
        return false;
    }

    /** Whether a tail together with what the mirror has on record adds up to what the server has on record. */
    private boolean fits(Delivered tail) {
        return mirror.find(tail.key())
                .filter(head ->
                        head.bars() + tail.bars().size() == tail.series().bars())
                .filter(head -> head.digest()
                        .plus(DataDigest.of(tail.bars()))
                        .equals(tail.series().digest()))
                .isPresent();
    }

    /** Hands over those whose tails have not come. */
    List<SeriesKey> giveUp() {
        List<SeriesKey> left = List.copyOf(wanted.keySet());
        wanted.clear();
        tails.clear();
        return left;
    }
}
