package io.alphaforge.run;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A store that has the kept results of a coin dropped when its bars change. All writing goes through the store that a
 * workspace hands out, from whatever command or page, so this is the one place for it. A dropped row could not have
 * answered any more, since the digest of the bars is part of its key: dropping it frees room.
 */
public final class RowDroppingStore implements BarStore {
    private final BarStore store;
    private final ResultCache cache;

    public RowDroppingStore(BarStore store, ResultCache cache) {
        this.store = store;
        this.cache = cache;
    }

    @Override
    public WriteReport write(SeriesWrite write) {
        return written(write, store.write(write));
    }

    @Override
    public WriteReport write(SeriesWrite write, BooleanSupplier cancelled) {
        return written(write, store.write(write, cancelled));
    }

    private WriteReport written(SeriesWrite write, WriteReport report) {
        // Replacing can take bars away, which no figure of the report says.
        if (report.added() + report.changed() > 0 || write.mode() == SeriesWrite.Mode.REPLACE) {
            drop(write.key());
        }
        return report;
    }

    @Override
    public void delete(SeriesKey key) {
        store.delete(key);
        drop(key);
    }

    @Override
    public void delete(SeriesKey key, BooleanSupplier cancelled) {
        store.delete(key, cancelled);
        drop(key);
    }

    private void drop(SeriesKey key) {
        cache.drop(List.of(key.symbol()));
    }

    @Override
    public List<StoredSeries> series() {
        return store.series();
    }

    @Override
    public String whereMissing() {
        return store.whereMissing();
    }

    @Override
    public List<BarRequest> split(BarRequest request, int most) {
        return store.split(request, most);
    }

    @Override
    public BarCursor read(BarRequest request) {
        return store.read(request);
    }

    @Override
    public int writersSideBySide() {
        return store.writersSideBySide();
    }

    @Override
    public WriteReport preview(SeriesWrite write) {
        return store.preview(write);
    }

    @Override
    public void compact() {
        store.compact();
    }

    @Override
    public void compact(BooleanSupplier cancelled) {
        store.compact(cancelled);
    }

    @Override
    public List<DashboardRow> dashboard() {
        return store.dashboard();
    }

    @Override
    public void requireReachable() {
        store.requireReachable();
    }

    @Override
    public void close() {
        store.close();
    }
}
