package io.alphaforge.ui.kit;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Interval;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds, as far as the views need to know it: a snapshot to be taken off the JavaFX thread.
 *
 * @param finest every coin with its finest stored interval
 * @param intervals every stored interval
 * @param bars of all series
 * @param syntheticCoins how many coins have made-up bars
 * @param first open time of the oldest bar, UTC epoch milliseconds; 0 when the store is empty
 * @param last open time of the newest bar; 0 when the store is empty
 * @param end when the newest bar closes, from where its age counts; 0 when the store is empty
 */
public record StoreContents(
        SortedMap<String, Interval> finest,
        Set<Interval> intervals,
        long bars,
        int syntheticCoins,
        long first,
        long last,
        long end) {
    public static final StoreContents EMPTY = new StoreContents(new TreeMap<>(), Set.of(), 0, 0, 0, 0, 0);

    public StoreContents {
        finest = Collections.unmodifiableSortedMap(new TreeMap<>(finest));
        intervals = intervals.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(intervals));
    }

    public static StoreContents of(Collection<StoredSeries> series) {
        if (series.isEmpty()) {
            return EMPTY;
        }
        SortedMap<String, Interval> finest = new TreeMap<>();
        series.forEach(s -> finest.merge(s.symbol(), s.interval(), (a, b) -> a.millis() <= b.millis() ? a : b));
        EnumSet<Interval> intervals = EnumSet.noneOf(Interval.class);
        series.forEach(s -> intervals.add(s.interval()));
        long synthetic = series.stream()
                .filter(StoredSeries::synthetic)
                .map(StoredSeries::symbol)
                .distinct()
                .count();
        return new StoreContents(
                finest,
                intervals,
                series.stream().mapToLong(StoredSeries::bars).sum(),
                (int) synthetic,
                series.stream().mapToLong(StoredSeries::firstOpen).min().orElse(0),
                series.stream().mapToLong(StoredSeries::lastOpen).max().orElse(0),
                series.stream().mapToLong(StoredSeries::end).max().orElse(0));
    }

    // Spelled out, as every start needs it: that of a record is spun when it is called first.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoreContents that
                && bars == that.bars
                && syntheticCoins == that.syntheticCoins
                && first == that.first
                && last == that.last
                && end == that.end
                && intervals.equals(that.intervals)
                && finest.equals(that.finest);
    }

    @Override
    public int hashCode() {
        return 31 * finest.hashCode() + Long.hashCode(bars);
    }

    public boolean isEmpty() {
        return finest.isEmpty();
    }

    public int coins() {
        return finest.size();
    }

    /** Every coin in alphabetical order. */
    public Set<String> symbols() {
        return finest.keySet();
    }

    /** The interval at which a coin is opened: daily bars where they can be made, else its finest ones. */
    public Interval usual(String symbol) {
        Interval stored = finest.getOrDefault(symbol, Interval.D1);
        return stored.divides(Interval.D1) ? Interval.D1 : stored;
    }

    /** The shortest stored interval; that of a day when the store is empty. */
    public Interval finestOfAll() {
        return intervals.stream().min(Comparator.naturalOrder()).orElse(Interval.D1);
    }

    /** Whether bars of this interval are stored or can be made of stored ones. */
    public boolean offers(Interval wanted) {
        return intervals.stream().anyMatch(stored -> stored.divides(wanted));
    }
}
