package io.alphaforge.run;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which series a run reads for which coin.
 *
 * @param coins the coins that can be run, in the order in which they are wanted
 * @param failures reason by symbol for coins that were asked for by name and cannot be run
 * @param skipped coins of the store that have no bars from which the interval could be made, and were not asked for by
 *     name
 */
record RunPlan(List<StoredSeries> coins, Map<String, String> failures, int skipped) {

    /**
     * Plans a run.
     *
     * @param series everything stored
     * @param dashboard the dashboard's rows, asked for only when turnover is needed
     * @param whereMissing see {@link io.alphaforge.catalog.BarStore#whereMissing}
     */
    static RunPlan of(
            RunSpec spec,
            List<StoredSeries> series,
            Supplier<List<DashboardRow>> dashboard,
            Supplier<String> whereMissing) {
        Map<String, List<StoredSeries>> bySymbol =
                series.stream().collect(Collectors.groupingBy(StoredSeries::symbol, TreeMap::new, Collectors.toList()));
        Map<String, StoredSeries> sources = new TreeMap<>();
        bySymbol.forEach((symbol, stored) ->
                source(stored, spec.interval(), spec.backtest().range()).ifPresent(s -> sources.put(symbol, s)));
        int skipped = bySymbol.size() - sources.size();
        if (spec.universe() instanceof Universe.Listed listed) {
            return listed(listed.symbols(), bySymbol, sources, spec.interval(), whereMissing.get());
        }
        List<StoredSeries> coins = new ArrayList<>(sources.values());
        if (spec.universe() instanceof Universe.Top top) {
            coins = ranking(dashboard.get()).stream()
                    .filter(row -> sources.containsKey(row.symbol()))
                    .limit(top.count())
                    .map(row -> Objects.requireNonNull(sources.get(row.symbol())))
                    .toList();
        } else if (spec.universe() instanceof Universe.AtLeastBars atLeast) {
            coins.removeIf(coin -> bars(coin, spec.interval()) < atLeast.bars());
        }
        return new RunPlan(coins, Map.of(), skipped);
    }

    /**
     * Coins by turnover over their last 30 days, highest first; stale ones and ones without a bar in these days are left
     * out. Turnover in different quote assets
     * cannot be compared, so only coins in the most common one are ranked.
     */
    static List<DashboardRow> ranking(List<DashboardRow> rows) {
        List<DashboardRow> fresh = rows.stream()
                .filter(row -> !row.stale() && !Double.isNaN(row.turnover30d()))
                .toList();
        Map<String, Integer> quotes = new HashMap<>();
        fresh.forEach(row -> quotes.merge(row.instrument().quote(), 1, Integer::sum));
        Optional<String> quote = quotes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        return fresh.stream()
                .filter(row -> quote.filter(row.instrument().quote()::equals).isPresent())
                .sorted(Comparator.comparingDouble(DashboardRow::turnover30d)
                        .reversed()
                        .thenComparing(DashboardRow::symbol))
                .toList();
    }

    private static RunPlan listed(
            List<String> symbols,
            Map<String, List<StoredSeries>> bySymbol,
            Map<String, StoredSeries> sources,
            Interval interval,
            String whereMissing) {
        List<StoredSeries> coins = new ArrayList<>();
        Map<String, String> failures = new TreeMap<>();
        for (String symbol : symbols) {
            StoredSeries source = sources.get(symbol);
            List<StoredSeries> stored = bySymbol.get(symbol);
            if (source != null) {
                coins.add(source);
            } else if (stored == null) {
                failures.put(
                        symbol,
                        whereMissing.isEmpty()
                                ? "Unknown symbol " + symbol + "; 'alphaforge quality' lists what is stored."
                                : "There is no " + symbol + whereMissing + ".");
            } else {
                failures.put(
                        symbol,
                        (whereMissing.isEmpty()
                                        ? "No bars at " + interval + " or finer"
                                        : "There are no bars at " + interval + " or finer" + whereMissing)
                                + "; stored are "
                                + stored.stream().map(s -> s.interval().code()).collect(Collectors.joining(", "))
                                + ".");
            }
        }
        return new RunPlan(coins, failures, 0);
    }

    /**
     * The stored series that bars of an interval are made of: that interval itself, else of the finer ones that divide
     * it the one that covers most of the range, then the coarsest.
     */
    static Optional<StoredSeries> source(List<StoredSeries> stored, Interval wanted, TimeRange range) {
        Optional<StoredSeries> itself =
                stored.stream().filter(s -> s.interval() == wanted).findFirst();
        return itself.or(() -> stored.stream()
                .filter(s -> s.interval().divides(wanted))
                .max(Comparator.comparingLong((StoredSeries s) -> coverage(s, range))
                        .thenComparingLong(s -> s.interval().millis())));
    }

    /**
     * How many bars of an interval a series yields at the least. Where they are made of shorter ones, missing bars are
     * taken to have emptied as many buckets as they can, since which ones they are is only known after reading.
     */
    static long bars(StoredSeries series, Interval wanted) {
        Interval stored = series.interval();
        if (stored == wanted) {
            return series.bars();
        }
        // The bucket that holds the end is not complete, unless it begins there.
        long buckets = wanted.barsBetween(wanted.bucketStart(series.firstOpen()), wanted.bucketStart(series.end()));
        long shortest = wanted == Interval.MONTH ? 28 * Interval.D1.millis() : wanted.millis();
        return Math.max(0, buckets - series.quality().missing() / (shortest / stored.millis()));
    }

    private static long coverage(StoredSeries series, TimeRange range) {
        long from = Math.max(series.firstOpen(), range.from());
        long to = Math.min(series.end(), range.to());
        return Math.max(0, to - from);
    }
}
