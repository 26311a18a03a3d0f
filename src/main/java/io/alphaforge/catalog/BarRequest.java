package io.alphaforge.catalog;

import io.alphaforge.market.BarColumn;
import java.util.List;
import java.util.Set;

/**
 * Asks for series, whole or their tails, only the named columns of them.
 *
 * @param series in the order in which they are wanted; the store may deliver them in another
 * @param columns the columns beside the time
 * @param after only bars that open after this time are wanted, UTC epoch milliseconds; {@link Long#MIN_VALUE} for all.
 *     What is delivered with them about the series is that of the whole series all the same.
 */
public record BarRequest(List<SeriesKey> series, Set<BarColumn> columns, long after) {
    public BarRequest {
        series = List.copyOf(series);
        columns = Set.copyOf(columns);
    }

    /** Asks for whole series. */
    public BarRequest(List<SeriesKey> series, Set<BarColumn> columns) {
        this(series, columns, Long.MIN_VALUE);
    }

    /** The same request for other series. */
    public BarRequest of(List<SeriesKey> others) {
        return new BarRequest(others, columns, after);
    }
}
