package io.alphaforge.catalog;

import io.alphaforge.market.BarColumn;
import java.util.List;
import java.util.Set;

/**
 * Asks for whole series, only the named columns of them.
 *
 * @param series in the order in which they are wanted; the store may deliver them in another
 * @param columns the columns beside the time
 */
public record BarRequest(List<SeriesKey> series, Set<BarColumn> columns) {
    public BarRequest {
        series = List.copyOf(series);
        columns = Set.copyOf(columns);
    }
}
