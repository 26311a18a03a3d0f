package io.alphaforge.feed;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.ConflictException;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.DataDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers what is written to it, to see what an importer asks of a store; the real stores have their own tests. */
final class MemoryStore implements BarStore {
    final List<SeriesWrite> writes = new ArrayList<>();
    final List<SeriesWrite> previews = new ArrayList<>();
    final List<SeriesKey> deleted = new ArrayList<>();
    int compactions;
    /** Writes of this symbol are refused as a conflict. */
    String conflicting = "";
    /** Writes of this symbol need more memory than there is. */
    String large = "";
    /** Writes of this symbol fail. */
    String failing = "";

    private final Map<SeriesKey, Set<Long>> stored = new HashMap<>();
    private final Map<SeriesKey, StoredSeries> series = new HashMap<>();

    @Override
    public WriteReport write(SeriesWrite write) {
        if (write.instrument().symbol().equals(conflicting) && !write.replace()) {
            throw new ConflictException("Bars differ.");
        }
        if (write.instrument().symbol().equals(large)) {
            throw new OutOfMemoryError("made up");
        }
        if (write.instrument().symbol().equals(failing)) {
            throw new StoreException("The disk is full.");
        }
        writes.add(write);
        var report = report(write, stored.computeIfAbsent(write.key(), key -> new HashSet<>()));
        series.put(write.key(), report.series());
        return report;
    }

    @Override
    public WriteReport preview(SeriesWrite write) {
        previews.add(write);
        return report(write, new HashSet<>(stored.getOrDefault(write.key(), Set.of())));
    }

    private static WriteReport report(SeriesWrite write, Set<Long> times) {
        var bars = write.bars();
        long added = 0;
        for (int i = 0; i < bars.size(); i++) {
            added += times.add(bars.time(i)) ? 1 : 0;
        }
        var series = new StoredSeries(
                write.instrument(),
                bars.interval(),
                times.size(),
                bars.firstTime(),
                bars.lastTime(),
                1,
                DataDigest.of(bars),
                Quality.of(bars, write.duplicates(), write.rejected()),
                write.source(),
                write.synthetic());
        return new WriteReport(series, added, 0, bars.size() - added);
    }

    @Override
    public List<StoredSeries> series() {
        return List.copyOf(series.values());
    }

    @Override
    public List<BarRequest> split(BarRequest request, int most) {
        return List.of(request);
    }

    @Override
    public BarCursor read(BarRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(SeriesKey key) {
        deleted.add(key);
        stored.remove(key);
        series.remove(key);
    }

    @Override
    public void compact() {
        compactions++;
    }

    @Override
    public List<DashboardRow> dashboard() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
