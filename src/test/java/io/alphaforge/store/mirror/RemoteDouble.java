package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A real store behind a network that can go away, stop in the middle of a stream, be slow, or garble what it carries. */
final class RemoteDouble implements BarStore {
    private final BarStore real;
    /** Nothing is answered. */
    volatile boolean unreachable;
    /** Series that are still delivered before the network goes away; the end of a stream counts as one. */
    final AtomicInteger deliveriesLeft = new AtomicInteger(Integer.MAX_VALUE);
    /** What a stream breaks off with after that, while the server can still be reached. */
    volatile @Nullable StoreException breaking;
    /** Deliveries wait for one of these when there are any limits. */
    volatile @Nullable Semaphore gate;
    /** Series whose bars arrive changed. */
    volatile @Nullable SeriesKey garbled;
    /** How often the list of series was asked for. */
    final AtomicInteger listed = new AtomicInteger();
    /** How often nothing but an answer was asked for. */
    final AtomicInteger greeted = new AtomicInteger();
    /** Bars that have travelled. */
    final AtomicLong bars = new AtomicLong();

    final List<BarRequest> requests = new CopyOnWriteArrayList<>();

    RemoteDouble(BarStore real) {
        this.real = real;
    }

    private void require() {
        if (unreachable) {
            throw new UnreachableException("The server db.example does not answer.", new IOException("refused"));
        }
    }

    @Override
    public List<StoredSeries> series() {
        listed.incrementAndGet();
        require();
        return real.series();
    }

    @Override
    public List<BarRequest> split(BarRequest request, int most) {
        require();
        if (most < 2 || request.series().size() < 2) {
            return List.of(request);
        }
        int half = request.series().size() / 2;
        List<BarRequest> parts = new ArrayList<>();
        parts.add(request.of(request.series().subList(0, half)));
        parts.add(request.of(request.series().subList(half, request.series().size())));
        return parts;
    }

    @Override
    public BarCursor read(BarRequest request) {
        require();
        requests.add(request);
        BarCursor cursor = real.read(request);
        return new BarCursor() {
            @Override
            public @Nullable Delivery next() {
                Semaphore waiting = gate;
                if (waiting != null) {
                    waiting.acquireUninterruptibly();
                }
                // Asked before the count: another stream that finds none left must not take away what was counted here.
                require();
                if (deliveriesLeft.getAndDecrement() <= 0) {
                    StoreException failure = breaking;
                    if (failure != null) {
                        throw failure;
                    }
                    unreachable = true;
                    require();
                }
                return carried(cursor.next());
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }

    private BarCursor.@Nullable Delivery carried(BarCursor.@Nullable Delivery delivery) {
        if (delivery instanceof BarCursor.Delivered delivered) {
            bars.addAndGet(delivered.bars().size());
            if (delivered.key().equals(garbled)) {
                return new BarCursor.Delivered(delivered.series(), garble(delivered.bars()));
            }
        }
        return delivery;
    }

    private static Bars garble(Bars bars) {
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        bars.columns().forEach(name -> columns.put(name, bars.column(name)));
        double[] volume = bars.volume().toArray();
        volume[volume.length / 2] += 1;
        columns.put(BarColumn.VOLUME, Column.owning(volume));
        return Bars.owning(bars.interval(), bars.toTimeArray(), columns);
    }

    @Override
    public WriteReport write(SeriesWrite write) {
        require();
        return real.write(write);
    }

    @Override
    public WriteReport preview(SeriesWrite write) {
        require();
        return real.preview(write);
    }

    @Override
    public void delete(SeriesKey key) {
        require();
        real.delete(key);
    }

    @Override
    public void compact() {
        require();
        real.compact();
    }

    @Override
    public List<DashboardRow> dashboard() {
        require();
        return real.dashboard();
    }

    @Override
    public void requireReachable() {
        greeted.incrementAndGet();
        require();
    }

    @Override
    public void close() {
        real.close();
    }
}
