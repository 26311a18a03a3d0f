package io.alphaforge.catalog;

import java.util.List;

/**
 * What a synchronisation did.
 *
 * @param series those that were not current before, by symbol and interval; ones that a cancel left out are missing
 * @param current series that were current before
 * @param cancelled whether it was stopped before its end
 * @param problem why it stopped before its end, in one sentence; empty when it did not
 */
public record SyncReport(List<SyncedSeries> series, int current, boolean cancelled, String problem) {
    public SyncReport {
        series = List.copyOf(series);
    }

    /** How many series came to such an end. */
    public long count(SyncedSeries.Outcome outcome) {
        return series.stream().filter(s -> s.outcome() == outcome).count();
    }

    /** Bars that travelled. */
    public long bars() {
        return series.stream().mapToLong(SyncedSeries::bars).sum();
    }
}
