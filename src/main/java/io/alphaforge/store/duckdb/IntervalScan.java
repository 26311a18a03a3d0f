package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.BarCursor.Delivered;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Reads the series of one interval in a single pass over the rows as they lie, coin after coin. Series whose rows turn
 * out not to be what the store has on record are left for {@link #undelivered}.
 */
final class IntervalScan implements AutoCloseable {
    private final SeriesReader reader;
    private final Map<Integer, SeriesTable.Entry> pending = new LinkedHashMap<>();
    private final Map<Integer, SeriesTable.Entry> failed = new HashMap<>();
    private final DuckDBChunkedResult rows;
    private @Nullable BarBuffer current;
    private int currentCoin = -1;
    private @Nullable DuckDBDataChunkReader chunk;
    private int row;
    private long busyNanos;

    IntervalScan(SeriesReader reader, String interval, List<SeriesTable.Entry> wanted) throws SQLException {
        this.reader = reader;
        wanted.forEach(entry -> pending.put(entry.coin(), entry));
        long start = System.nanoTime();
        rows = reader.scan(interval, Collections.min(pending.keySet()), Collections.max(pending.keySet()))
                .query();
        busyNanos = System.nanoTime() - start;
    }

    /** The next series whose rows are complete and in order, or null when there is none left. */
    @Nullable
    Delivered next() {
        while (true) {
            DuckDBDataChunkReader rest = chunk;
            if (rest == null) {
                reader.requireNotCancelled();
                boolean done = pending.isEmpty() && current == null;
                if (done || !nextChunk()) {
                    return finish();
                }
                rest = rows.chunk();
                chunk = rest;
                row = 0;
            }
            Delivered complete = take(rest);
            if (complete != null) {
                return complete;
            }
            chunk = null;
        }
    }

    private boolean nextChunk() {
        long start = System.nanoTime();
        try {
            return rows.nextChunk();
        } finally {
            busyNanos += System.nanoTime() - start;
        }
    }

    /** Takes rows out of a chunk until a series is complete or the chunk is used up. */
    private @Nullable Delivered take(DuckDBDataChunkReader from) {
        DuckDBReadableVector coins = from.vector(0);
        int count = (int) from.rowCount();
        while (row < count) {
            int coin = coins.getInt(row);
            if (coin != currentCoin) {
                Delivered complete = finish();
                currentCoin = coin;
                SeriesTable.Entry entry = pending.remove(coin);
                current = entry == null ? null : new BarBuffer(entry, reader.columns());
                if (complete != null) {
                    return complete;
                }
            }
            int end = row + 1;
            while (end < count && coins.getInt(end) == coin) {
                end++;
            }
            if (current != null) {
                current.take(from, row, end);
            }
            row = end;
        }
        return null;
    }

    private @Nullable Delivered finish() {
        BarBuffer buffer = current;
        current = null;
        currentCoin = -1;
        if (buffer == null) {
            return null;
        }
        if (buffer.defect().isPresent()) {
            failed.put(buffer.entry().coin(), buffer.entry());
            return null;
        }
        return SeriesReader.delivered(buffer);
    }

    /** The series that were not delivered so far. */
    List<SeriesTable.Entry> undelivered() {
        Map<Integer, SeriesTable.Entry> rest = new LinkedHashMap<>(failed);
        rest.putAll(pending);
        if (current != null) {
            rest.put(current.entry().coin(), current.entry());
        }
        return List.copyOf(rest.values());
    }

    @Override
    public void close() throws SQLException {
        reader.scanned(busyNanos);
        rows.close();
    }
}
