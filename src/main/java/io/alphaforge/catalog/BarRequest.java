package io.alphaforge.catalog;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Interval;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for series, whole or their tails, only the named columns of them.
 *
 * @param series in the order in which they are wanted; the store may deliver them in another
 * @param columns the columns beside the time
 * @param after only bars that open after this time are wanted, UTC epoch milliseconds; {@link Long#MIN_VALUE} for all.
 *     What is delivered with them about the series is that of the whole series all the same.
 * @param interval that the bars are wanted at in the end: a store that keeps buckets of it may deliver those, bit for bit
 *     what {@link io.alphaforge.market.Resampled} would make of the stored bars; null for bars as they are stored
 */
public record BarRequest(
        List<SeriesKey> series,
        Set<BarColumn> columns,
        long after,
        @Nullable Interval interval) {
    public BarRequest {
        series = List.copyOf(series);
        columns = Set.copyOf(columns);
    }

    /** Asks for whole series. */
    public BarRequest(List<SeriesKey> series, Set<BarColumn> columns) {
        this(series, columns, Long.MIN_VALUE);
    }

    /** Asks for bars as they are stored. */
    public BarRequest(List<SeriesKey> series, Set<BarColumn> columns, long after) {
        this(series, columns, after, null);
    }

    /** The same request for bars of an interval. */
    public BarRequest at(Interval wanted) {
        return new BarRequest(series, columns, after, wanted);
    }

    /** The same request for other series. */
    public BarRequest of(List<SeriesKey> others) {
        return new BarRequest(others, columns, after, interval);
    }
}
