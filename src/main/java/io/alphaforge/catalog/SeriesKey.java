package io.alphaforge.catalog;

import io.alphaforge.market.Interval;

/** Names one stored series: the bars of one symbol at one interval. */
public record SeriesKey(String symbol, Interval interval) {
    @Override
    public String toString() {
        return symbol + " " + interval;
    }
}
