package io.alphaforge.ui.data;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Interval;
import java.util.Comparator;
import java.util.List;

/**
 * What a store holds, taken off the JavaFX thread.
 *
 * @param series every series, by symbol and interval
 * @param size of the file, as the store writes it; empty when it does not say
 */
record StoreFacts(List<StoredSeries> series, String size) {
    static final StoreFacts EMPTY = new StoreFacts(List.of(), "");

    /** What a bar takes: its time and five figures of eight bytes each. */
    private static final long BYTES_A_BAR = 48;

    StoreFacts {
        series = List.copyOf(series);
    }

    long coins() {
        return series.stream().map(StoredSeries::symbol).distinct().count();
    }

    long intervals() {
        return series.stream().map(StoredSeries::interval).distinct().count();
    }

    long bars() {
        return series.stream().mapToLong(StoredSeries::bars).sum();
    }

    long synthetic() {
        return series.stream()
                .filter(StoredSeries::synthetic)
                .map(StoredSeries::symbol)
                .distinct()
                .count();
    }

    /** The shortest interval; that of a day in an empty store. */
    Interval finest() {
        return series.stream()
                .map(StoredSeries::interval)
                .min(Comparator.naturalOrder())
                .orElse(Interval.D1);
    }

    /** Open time of the oldest bar, UTC epoch milliseconds; 0 in an empty store. */
    long first() {
        return series.stream().mapToLong(StoredSeries::firstOpen).min().orElse(0);
    }

    /** Open time of the newest bar; 0 in an empty store. */
    long last() {
        return series.stream().mapToLong(StoredSeries::lastOpen).max().orElse(0);
    }

    /** When the newest bar closes; 0 in an empty store. */
    long end() {
        return series.stream().mapToLong(StoredSeries::end).max().orElse(0);
    }

    /** About what the bars of a series take before the store compresses them. */
    static long bytes(StoredSeries series) {
        return series.bars() * BYTES_A_BAR;
    }
}
