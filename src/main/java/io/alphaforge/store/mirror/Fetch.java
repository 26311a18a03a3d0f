package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches series from the server, whole or the tail that the mirror lacks, and verifies by digest that what came together
 * is what the server has on record. Every series is delivered or reported. Used by one thread, closed from any.
 */
final class Fetch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);

    private final ServerLink link;
    private final Function<String, String> owed;
    private final OpenCursor open = new OpenCursor();
    private final GrownSeries grown;
    private final WholeSeries whole;
    private final Deque<Arrival> ready = new ArrayDeque<>();
    /** Those that cannot come any more. */
    private final Set<SeriesKey> missed = new LinkedHashSet<>();

    private @Nullable String lost;

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
        this.link = link;
        this.owed = owed;
        lost = gone.isEmpty() ? null : owed.apply(gone);
        whole = new WholeSeries(server, open);
        grown = new GrownSeries(server, mirror, open, whole::add);
        for (StoredSeries one : series) {
            mirror.find(one.key())
                    .filter(head -> mirror.compare(one) == Comparison.SHORTER)
                    .ifPresentOrElse(head -> grown.add(one, head), () -> whole.add(one));
        }
    }

    /** Whether the server answers, as far as is known. */
    boolean hasServer() {
        return lost == null;
    }

    /** Wants one more series, whole. */
    void add(StoredSeries series) {
        whole.add(series);
    }

    /** The next series that has come or failed; null when that was the last one, or after closing. */
    @Nullable
    Arrival next() {
        while (!open.closed()) {
            try {
                // Before a lost server is answered for: what has come of it is whole together with what the mirror has.
                Arrival arrival = ready.isEmpty() ? grown.join() : ready.poll();
                if (arrival != null) {
                    return arrival;
                }
                if (lost != null) {
                    return owe(lost);
                }
                if (!grown.fetch(ready::add) && !whole.advance(ready::add)) {
                    return null;
                }
            } catch (RuntimeException e) {
                if (open.closed()) {
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
        open.release();
    }

    /** One of the series that cannot come any more; null when there is none left. */
    private @Nullable Arrival owe(String reason) {
        missed.addAll(grown.giveUp());
        missed.addAll(whole.giveUp());
        var first = missed.iterator();
        if (!first.hasNext()) {
            return null;
        }
        SeriesKey key = first.next();
        first.remove();
        return Arrival.failed(key, reason);
    }

    @Override
    public void close() {
        open.close();
    }
}
