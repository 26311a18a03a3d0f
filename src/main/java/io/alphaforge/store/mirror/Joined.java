package io.alphaforge.store.mirror;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Puts the tail of a series behind its head. */
final class Joined {
    private Joined() {}

    /**
     * The bars of both.
     *
     * @param head with every column
     * @param tail with every column, all of it behind the head
     */
    static Bars of(Bars head, Bars tail) {
        int size = head.size() + tail.size();
        long[] times = Arrays.copyOf(head.toTimeArray(), size);
        System.arraycopy(tail.toTimeArray(), 0, times, head.size(), tail.size());
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        for (BarColumn name : BarColumn.values()) {
            double[] values = Arrays.copyOf(head.column(name).toArray(), size);
            System.arraycopy(tail.column(name).toArray(), 0, values, head.size(), tail.size());
            columns.put(name, Column.owning(values));
        }
        return Bars.owning(head.interval(), times, columns);
    }
}
