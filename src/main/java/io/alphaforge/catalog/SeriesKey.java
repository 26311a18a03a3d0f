package io.alphaforge.catalog;

import io.alphaforge.market.Interval;
import org.jspecify.annotations.Nullable;

/** Names one stored series: the bars of one symbol at one interval. */
public record SeriesKey(String symbol, Interval interval) {
    // Spelled out, as every start needs them: those of a record are spun when they are called first.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeriesKey key && symbol.equals(key.symbol) && interval == key.interval;
    }

    @Override
    public int hashCode() {
        return 31 * symbol.hashCode() + interval.hashCode();
    }

    @Override
    public String toString() {
        return symbol + " " + interval;
    }
}
