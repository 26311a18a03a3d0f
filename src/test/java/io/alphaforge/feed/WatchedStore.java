package io.alphaforge.feed;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.ConflictException;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real database file of its own, opened when it is first needed and gone when closed, that remembers what was asked of
 * it and refuses what it is told to.
 */
final class WatchedStore implements BarStore {
    /** Copying an empty database takes a tenth of the time of making one. */
    private static final byte[] EMPTY = empty();

    final List<SeriesWrite> writes = new ArrayList<>();
    final List<SeriesWrite> previews = new ArrayList<>();
    int compactions;
    /** Merges of this symbol are refused as a conflict. */
    String conflicting = "";
    /** Writes of this symbol need more memory than there is. */
    String large = "";
    /** Writes of this symbol fail. */
    String failing = "";

    private @Nullable DuckDbStore opened;
    private @Nullable Path folder;

    @Override
    public WriteReport write(SeriesWrite write) {
        String symbol = write.instrument().symbol();
        if (symbol.equals(conflicting) && write.mode() == SeriesWrite.Mode.MERGE) {
            throw new ConflictException("Bars differ.");
        }
        if (symbol.equals(large)) {
            throw new OutOfMemoryError("made up");
        }
        if (symbol.equals(failing)) {
            throw new StoreException("The disk is full.");
        }
        writes.add(write);
        return store().write(write);
    }

    @Override
    public WriteReport preview(SeriesWrite write) {
        previews.add(write);
        return store().preview(write);
    }

    @Override
    public List<StoredSeries> series() {
        return store().series();
    }

    @Override
    public List<BarRequest> split(BarRequest request, int most) {
        return store().split(request, most);
    }

    @Override
    public BarCursor read(BarRequest request) {
        return store().read(request);
    }

    @Override
    public void delete(SeriesKey key) {
        store().delete(key);
    }

    @Override
    public void compact() {
        compactions++;
        store().compact();
    }

    @Override
    public List<DashboardRow> dashboard() {
        return store().dashboard();
    }

    @Override
    public void close() {
        if (opened == null || folder == null) {
            return;
        }
        opened.close();
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private DuckDbStore store() {
        DuckDbStore store = opened;
        if (store == null) {
            try {
                folder = Files.createTempDirectory("watched");
                store = DuckDbStore.open(Files.write(folder.resolve("bars.duckdb"), EMPTY), InstantSource.system());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            opened = store;
        }
        return store;
    }

    private static byte[] empty() {
        try {
            Path folder = Files.createTempDirectory("empty");
            Path file = folder.resolve("bars.duckdb");
            DuckDbStore.open(file, InstantSource.system()).close();
            byte[] bytes = Files.readAllBytes(file);
            delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
