package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Takes the rows of one series chunk by chunk into arrays of the size that the store has recorded, and verifies them. */
final class BarBuffer {
    private static final long MICROS = 1000;

    private final SeriesTable.Entry entry;
    private final List<BarColumn> columns;
    private final long[] times;
    private final double[][] values;
    private int size;
    private boolean ascending = true;
    private boolean overflowed;

    /** @param columns in the order in which the query returns them, behind crypto_id and the time in microseconds */
    BarBuffer(SeriesTable.Entry entry, List<BarColumn> columns) {
        this.entry = entry;
        this.columns = columns;
        int bars = Math.toIntExact(entry.series().bars());
        times = new long[bars];
        values = new double[columns.size()][bars];
    }

    SeriesTable.Entry entry() {
        return entry;
    }

    /** Takes the rows {@code [from, to)} of a chunk. */
    void take(DuckDBDataChunkReader chunk, int from, int to) {
        int count = to - from;
        if (count > times.length - size) {
            overflowed = true;
            return;
        }
        takeTimes(chunk.vector(1), from, count);
        for (int k = 0; k < values.length; k++) {
            takeValues(chunk.vector(k + 2), values[k], from, count);
        }
        size += count;
    }

    private void takeTimes(DuckDBReadableVector vector, int from, int count) {
        long[] target = times;
        int at = size;
        long before = at == 0 ? Long.MIN_VALUE : target[at - 1];
        boolean sorted = true;
        for (int i = 0; i < count; i++) {
            long time = vector.getLong(from + i) / MICROS;
            sorted &= time > before;
            target[at + i] = time;
            before = time;
        }
        ascending &= sorted;
    }

    private void takeValues(DuckDBReadableVector vector, double[] target, int from, int count) {
        int at = size;
        for (int i = 0; i < count; i++) {
            target[at + i] = vector.getDouble(from + i);
        }
    }

    /** What is wrong with the rows taken, compared with what the store has recorded; empty when nothing is. */
    Optional<String> defect() {
        StoredSeries series = entry.series();
        if (overflowed) {
            return Optional.of("it has more than the " + times.length + " bars on record");
        }
        if (size < times.length) {
            return Optional.of("it has " + size + " of the " + times.length + " bars on record");
        }
        if (!ascending) {
            return Optional.of("its bars are not in time order, or some are there twice");
        }
        if (size > 0 && (times[0] != series.firstOpen() || times[size - 1] != series.lastOpen())) {
            return Optional.of("its first or last bar is not the one on record");
        }
        return Optional.empty();
    }

    /** The bars over the arrays of this buffer, which takes no more then. */
    Bars bars() {
        Map<BarColumn, Column> named = new EnumMap<>(BarColumn.class);
        for (int k = 0; k < values.length; k++) {
            named.put(columns.get(k), Column.owning(values[k]));
        }
        return Bars.owning(entry.interval(), times, named);
    }
}
