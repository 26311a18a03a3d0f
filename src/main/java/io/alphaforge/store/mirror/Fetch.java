package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches series from the server, whole or the tail that the mirror lacks, and verifies by digest that what came together
 * is what the server has on record. Used by one thread, closed from any.
 */
final class Fetch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);
    private static final Set<BarColumn> ALL = EnumSet.allOf(BarColumn.class);
    /** Tails wait for the bars before them; so many or so much of them at a time, so that the first does not wait long. */
    private static final int TAILS_TOGETHER = 32;

    private static final long BYTES_TOGETHER = 16L << 20;

    private final BarStore server;
    private final LocalCopy mirror;
    private final ServerLink link;
    private final Function<String, String> owed;
    private final SortedMap<Long, List<SeriesKey>> tails = new TreeMap<>();
    private final Map<SeriesKey, StoredSeries> whole = new LinkedHashMap<>();
    private final Map<SeriesKey, StoredSeries> outstanding = new LinkedHashMap<>();
    private final Deque<Arrival> ready = new ArrayDeque<>();
    private final Map<SeriesKey, StoredSeries> wanted = new LinkedHashMap<>();
    private @Nullable BarCursor stream;
    private volatile @Nullable BarCursor open;
    private volatile boolean closed;
    private @Nullable String lost;

    /**
     * A series that has come, or has not.
     *
     * @param delivery every column of the whole series, or why not
     * @param travelled bars that came from the server for it
     * @param tail whether only a tail travelled
     */
    record Arrival(BarCursor.Delivery delivery, long travelled, boolean tail) {}

    /**
     * Fetches series as the server has them.
     *
     * @param series what the server says that it has
     * @param gone why the server is known not to answer, so that it is not even asked; empty when it may
     * @param owed makes the sentence for a series that cannot come any more, of the reason why the server was lost
     */
    Fetch(
            BarStore server,
            LocalCopy mirror,
            ServerLink link,
            Collection<StoredSeries> series,
            String gone,
            Function<String, String> owed) {
        this.server = server;
        this.mirror = mirror;
        this.link = link;
        this.owed = owed;
        lost = gone.isEmpty() ? null : owed.apply(gone);
        for (StoredSeries one : series) {
            var mirrored = mirror.find(one.key());
            if (mirrored.isPresent() && Comparison.of(one, mirrored.get()) == Comparison.SHORTER) {
                wanted.put(one.key(), one);
                tails.computeIfAbsent(mirrored.get().lastOpen(), last -> new ArrayList<>())
                        .add(one.key());
            } else {
                whole.put(one.key(), one);
            }
        }
    }

    /** Whether the server answers, as far as is known. */
    boolean hasServer() {
        return lost == null;
    }

    /** Wants one more series, whole. */
    void add(StoredSeries series) {
        whole.put(series.key(), series);
    }

    /** The next series that has come or failed; null when that was the last one, or after closing. */
    @Nullable
    Arrival next() {
        while (!closed) {
            Arrival arrival = ready.poll();
            if (arrival != null) {
                return arrival;
            }
            try {
                if (lost != null) {
                    return owe(lost);
                }
                if (!tails.isEmpty()) {
                    fetchTails();
                } else if (!advance()) {
                    return null;
                }
            } catch (RuntimeException e) {
                if (closed) {
                    return null;
                }
                lose(e);
            }
        }
        return null;
    }

    private void lose(RuntimeException e) {
        if (e instanceof UnreachableException gone) {
            link.lost(gone);
            lost = owed.apply(gone.getMessage());
        } else if (e instanceof StoreException failure) {
            LOG.warn("Fetching broke off.", e);
            lost = failure.getMessage();
        } else {
            throw e;
        }
        stream = null;
        release();
    }

    /** One of the series that cannot come any more; null when there is none left. */
    private @Nullable Arrival owe(String reason) {
        wanted.keySet().forEach(key -> outstanding.remove(key));
        outstanding.putAll(wanted);
        outstanding.putAll(whole);
        wanted.clear();
        whole.clear();
        tails.clear();
        var first = outstanding.keySet().iterator();
        if (!first.hasNext()) {
            return null;
        }
        SeriesKey key = first.next();
        first.remove();
        return new Arrival(new BarCursor.Unreadable(key, reason), 0, false);
    }

    /** Takes one series off the stream of whole ones, which is begun where there is none. */
    private boolean advance() {
        BarCursor running = stream;
        if (running == null) {
            if (whole.isEmpty()) {
                return false;
            }
            outstanding.putAll(whole);
            BarRequest request = new BarRequest(List.copyOf(whole.keySet()), ALL);
            whole.clear();
            running = begin(server, request);
            stream = running;
        }
        BarCursor.Delivery delivery = running.next();
        if (delivery == null) {
            stream = null;
            release();
            if (!closed) {
                for (SeriesKey key : outstanding.keySet()) {
                    ready.add(new Arrival(
                            new BarCursor.Unreadable(key, "The server did not deliver " + key + "; try again."),
                            0,
                            false));
                }
            }
            outstanding.clear();
            return true;
        }
        outstanding.remove(delivery.key());
        ready.add(
                delivery instanceof BarCursor.Delivered delivered
                        ? verified(delivered, delivered.bars().size(), false)
                        : new Arrival(delivery, 0, false));
        return true;
    }

    private Arrival verified(BarCursor.Delivered delivered, long travelled, boolean tail) {
        if (Digests.match(delivered.series(), delivered.bars())) {
            return new Arrival(delivered, travelled, tail);
        }
        SeriesKey key = delivered.key();
        LOG.warn("{} came with other bars than the server has on record.", key);
        String reason =
                "The bars of " + key + " that arrived are not those that the server has on record; try again, and if it"
                        + " stays so, import the series into the server again.";
        return new Arrival(new BarCursor.Unreadable(key, reason), travelled, tail);
    }

    /** Fetches the tails behind one time, some at a time, and puts them behind the bars of the mirror. */
    private void fetchTails() {
        long after = tails.firstKey();
        List<SeriesKey> keys = tails.getOrDefault(after, List.of());
        Map<SeriesKey, BarCursor.Delivered> arrived = new LinkedHashMap<>();
        long bytes = 0;
        try (BarCursor cursor = begin(server, new BarRequest(keys, ALL, after))) {
            BarCursor.Delivery delivery;
            while ((delivery = cursor.next()) != null) {
                StoredSeries expected = wanted.remove(delivery.key());
                if (delivery instanceof BarCursor.Delivered tail && expected != null) {
                    if (fits(tail)) {
                        arrived.put(tail.key(), tail);
                        bytes += tail.bars().bytes();
                    } else {
                        whole.put(tail.key(), expected);
                    }
                } else {
                    ready.add(new Arrival(delivery, 0, true));
                }
                if (arrived.size() >= TAILS_TOGETHER || bytes >= BYTES_TOGETHER) {
                    // The stream is begun again for the rest: it must not wait for a server meanwhile.
                    break;
                }
            }
            if (delivery == null && !closed) {
                keys.forEach(key -> {
                    StoredSeries missing = wanted.remove(key);
                    if (missing != null) {
                        whole.put(key, missing);
                    }
                });
            }
        } catch (UnreachableException e) {
            // What has come is whole together with what the mirror has.
            join(arrived);
            throw e;
        } finally {
            open = null;
        }
        List<SeriesKey> rest = keys.stream().filter(wanted::containsKey).toList();
        if (rest.isEmpty()) {
            tails.remove(after);
        } else {
            tails.put(after, rest);
        }
        join(arrived);
    }

    /** Whether a tail together with what the mirror has on record adds up to what the server has on record. */
    private boolean fits(BarCursor.Delivered tail) {
        return mirror.find(tail.key())
                .filter(head ->
                        head.bars() + tail.bars().size() == tail.series().bars())
                .filter(head -> head.digest()
                        .plus(DataDigest.of(tail.bars()))
                        .equals(tail.series().digest()))
                .isPresent();
    }

    private void join(Map<SeriesKey, BarCursor.Delivered> arrived) {
        if (arrived.isEmpty()) {
            return;
        }
        Map<SeriesKey, BarCursor.Delivered> left = new LinkedHashMap<>(arrived);
        try (BarCursor heads = begin(mirror.store(), new BarRequest(List.copyOf(arrived.keySet()), ALL))) {
            BarCursor.Delivery delivery;
            while ((delivery = heads.next()) != null) {
                BarCursor.Delivered tail = left.get(delivery.key());
                if (tail == null || !(delivery instanceof BarCursor.Delivered head)) {
                    continue;
                }
                if (head.bars().isEmpty()
                        || tail.bars().isEmpty()
                        || head.bars().lastTime() >= tail.bars().firstTime()) {
                    continue;
                }
                Bars bars = Joined.of(head.bars(), tail.bars());
                // What the mirror has on record was compared before; these are its very bars.
                if (Digests.match(tail.series(), bars)) {
                    left.remove(tail.key());
                    ready.add(new Arrival(
                            new BarCursor.Delivered(tail.series(), bars),
                            tail.bars().size(),
                            true));
                }
            }
        } catch (StoreException e) {
            LOG.warn("The mirror cannot be read; the series come whole.", e);
        } finally {
            open = null;
        }
        left.forEach((key, tail) -> whole.put(key, tail.series()));
    }

    private BarCursor begin(BarStore from, BarRequest request) {
        BarCursor cursor = from.read(request);
        open = cursor;
        if (closed) {
            cursor.close();
        }
        return cursor;
    }

    private void release() {
        BarCursor cursor = open;
        open = null;
        if (cursor != null) {
            try {
                cursor.close();
            } catch (StoreException e) {
                LOG.debug("A cursor did not close well.", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        release();
    }
}
