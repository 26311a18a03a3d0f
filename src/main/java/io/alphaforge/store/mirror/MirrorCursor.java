package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the series of a request as the server has them: first those that the mirror has too, then what has to be
 * fetched, each the moment it has come and was verified. What came is written into the mirror behind.
 */
final class MirrorCursor implements BarCursor {
    private static final Logger LOG = LoggerFactory.getLogger(MirrorCursor.class);

    private final BarRequest request;
    private final LocalCopy mirror;
    private final WriteBehind writer;
    private final Fetch fetch;
    private final Deque<Unreadable> unknown = new ArrayDeque<>();
    private final Map<SeriesKey, StoredSeries> local = new LinkedHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable BarCursor reading;

    /**
     * A cursor that has told the mirror of what it reads, until it is closed.
     *
     * @param known what the server has of what is wanted
     * @param fetch of those series that are not current in the mirror
     * @param whereMissing see {@link MirroredStore#whereMissing}
     */
    MirrorCursor(
            BarRequest request,
            Map<SeriesKey, StoredSeries> known,
            Collection<SeriesKey> current,
            LocalCopy mirror,
            WriteBehind writer,
            Fetch fetch,
            String whereMissing) {
        this.request = request;
        this.mirror = mirror;
        this.writer = writer;
        this.fetch = fetch;
        writer.hold();
        for (SeriesKey key : request.series()) {
            StoredSeries series = known.get(key);
            if (series == null) {
                unknown.add(new Unreadable(
                        key,
                        whereMissing.isEmpty() ? key + " is not stored." : "There is no " + key + whereMissing + "."));
            } else if (current.contains(key)) {
                local.put(key, series);
            }
        }
    }

    @Override
    public @Nullable Delivery next() {
        if (closed.get()) {
            return null;
        }
        Delivery delivery = unknown.poll();
        if (delivery == null) {
            delivery = nextLocal();
        }
        if (delivery == null) {
            delivery = nextFetched();
        }
        return closed.get() ? null : delivery;
    }

    private @Nullable Delivery nextLocal() {
        try {
            while (!local.isEmpty() && !closed.get()) {
                BarCursor cursor = reading;
                if (cursor == null) {
                    cursor = mirror.store().read(request.of(List.copyOf(local.keySet())));
                    reading = cursor;
                    if (closed.get()) {
                        cursor.close();
                    }
                }
                Delivery delivery = cursor.next();
                if (delivery == null) {
                    break;
                }
                StoredSeries expected = local.remove(delivery.key());
                if (expected == null) {
                    continue;
                }
                // It may have been written or evicted since it was compared.
                if (delivery instanceof Delivered delivered
                        && Comparison.of(expected, delivered.series()) == Comparison.CURRENT) {
                    // Of one that is not verified it is known here what its bars are, but not whether the server's
                    // still are.
                    return new Delivered(
                            expected.verified() ? expected : delivered.series().unverified(), delivered.bars());
                }
                if (delivery instanceof Unreadable unreadable
                        && mirror.find(unreadable.key()).isPresent()) {
                    LOG.warn("{}", unreadable.reason());
                    mirror.damaged(unreadable.key());
                    if (!fetch.hasServer()) {
                        return new Unreadable(
                                unreadable.key(),
                                unreadable.key()
                                        + " is damaged in the mirror; it is fetched again when the server answers.");
                    }
                }
                fetch.add(expected);
            }
        } catch (StoreException e) {
            if (!closed.get()) {
                LOG.warn("The mirror cannot be read; its series come from the server.", e);
            }
        }
        new ArrayList<>(local.values()).forEach(fetch::add);
        local.clear();
        closeReading();
        return null;
    }

    private @Nullable Delivery nextFetched() {
        Arrival arrival = fetch.next();
        if (arrival == null || !(arrival.delivery() instanceof Delivered delivered)) {
            return arrival == null ? null : arrival.delivery();
        }
        writer.put(delivered.series(), delivered.bars());
        return tail(delivered);
    }

    /** The bars asked for of a series that was fetched whole. */
    private Delivered tail(Delivered delivered) {
        if (request.after() == Long.MIN_VALUE) {
            return delivered;
        }
        var bars = delivered.bars();
        int from = bars.indexAtOrAfter(request.after());
        boolean excluded = from < bars.size() && bars.time(from) == request.after();
        return new Delivered(delivered.series(), bars.slice(excluded ? from + 1 : from, bars.size()));
    }

    private void closeReading() {
        BarCursor cursor = reading;
        reading = null;
        if (cursor != null) {
            cursor.close();
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            fetch.close();
            closeReading();
        } finally {
            mirror.read();
            writer.resume();
        }
    }
}
