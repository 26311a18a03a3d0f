package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.BarColumn;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Series that come whole, in one stream from the server. Used by one thread. */
final class WholeSeries {
    private static final Set<BarColumn> ALL = EnumSet.allOf(BarColumn.class);

    private final BarStore server;
    private final OpenCursor open;
    private final Set<SeriesKey> wanted = new LinkedHashSet<>();
    /** Those that the stream has still to deliver. */
    private final Set<SeriesKey> outstanding = new LinkedHashSet<>();

    private @Nullable BarCursor stream;

    WholeSeries(BarStore server, OpenCursor open) {
        this.server = server;
        this.open = open;
    }

    void add(StoredSeries series) {
        wanted.add(series.key());
    }

    /**
     * Takes one series off the stream, which is begun where there is none.
     *
     * @param taker of what has come or failed
     * @return false when there is nothing left to be taken
     */
    boolean advance(Consumer<Arrival> taker) {
        BarCursor running = stream;
        if (running == null) {
            if (wanted.isEmpty()) {
                return false;
            }
            BarRequest request = new BarRequest(List.copyOf(wanted), ALL);
            outstanding.addAll(wanted);
            wanted.clear();
            running = open.begin(server, request);
            stream = running;
        }
        BarCursor.Delivery delivery = running.next();
        if (delivery == null) {
            end(taker);
            return true;
        }
        outstanding.remove(delivery.key());
        taker.accept(
                delivery instanceof BarCursor.Delivered delivered
                        ? Arrival.whole(delivered)
                        : new Arrival(delivery, 0, false));
        return true;
    }

    private void end(Consumer<Arrival> taker) {
        stream = null;
        open.release();
        if (!open.closed()) {
            outstanding.forEach(
                    key -> taker.accept(Arrival.failed(key, "The server did not deliver " + key + "; try again.")));
        }
        outstanding.clear();
    }

    /** Ends the stream and hands over what has not come. */
    List<SeriesKey> giveUp() {
        stream = null;
        List<SeriesKey> left = new ArrayList<>(outstanding);
        left.addAll(wanted);
        outstanding.clear();
        wanted.clear();
        return left;
    }
}
