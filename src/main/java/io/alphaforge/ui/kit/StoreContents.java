package io.alphaforge.ui.kit;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Interval;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a store holds, as far as the views need to know it: a snapshot to be taken off the JavaFX thread.
 *
 * @param symbols every coin
 * @param intervals every stored interval
 * @param bars of all series
 * @param syntheticCoins how many coins have made-up bars
 * @param first open time of the oldest bar, UTC epoch milliseconds; 0 when the store is empty
 * @param last open time of the newest bar; 0 when the store is empty
 */
public record StoreContents(
        SortedSet<String> symbols, Set<Interval> intervals, long bars, int syntheticCoins, long first, long last) {
    public static final StoreContents EMPTY = new StoreContents(new TreeSet<>(), Set.of(), 0, 0, 0, 0);

    public StoreContents {
        symbols = Collections.unmodifiableSortedSet(new TreeSet<>(symbols));
        intervals = intervals.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(intervals));
    }

    public static StoreContents of(Collection<StoredSeries> series) {
        if (series.isEmpty()) {
            return EMPTY;
        }
        List<String> symbols = series.stream().map(StoredSeries::symbol).toList();
        EnumSet<Interval> intervals = EnumSet.noneOf(Interval.class);
        series.forEach(s -> intervals.add(s.interval()));
        long synthetic = series.stream()
                .filter(StoredSeries::synthetic)
                .map(StoredSeries::symbol)
                .distinct()
                .count();
        return new StoreContents(
                new TreeSet<>(symbols),
                intervals,
                series.stream().mapToLong(StoredSeries::bars).sum(),
                (int) synthetic,
                series.stream().mapToLong(StoredSeries::firstOpen).min().orElse(0),
                series.stream().mapToLong(StoredSeries::lastOpen).max().orElse(0));
    }

    public boolean isEmpty() {
        return symbols.isEmpty();
    }

    public int coins() {
        return symbols.size();
    }

    /** Whether bars of this interval are stored or can be made of stored ones. */
    public boolean offers(Interval wanted) {
        return intervals.stream().anyMatch(stored -> stored.divides(wanted));
    }
}
