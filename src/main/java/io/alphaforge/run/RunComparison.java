package io.alphaforge.run;

import io.alphaforge.metrics.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side, coin by coin: the join of their rows by symbol. Every difference is that of the second run less
 * the first, so a positive one says that the second has more.
 *
 * @param pairs the coins of both runs, sorted by symbol
 * @param totals what the pairs amount to
 */
public record RunComparison(List<Pair> pairs, Totals totals) {
    public RunComparison {
        pairs = List.copyOf(pairs);
    }

    /**
     * Joins the rows of two runs; their order does not matter.
     *
     * @throws IllegalArgumentException when a run has two rows of one coin
     */
    public static RunComparison of(List<ResultRow> first, List<ResultRow> second) {
        Map<String, ResultRow> a = bySymbol(first);
        Map<String, ResultRow> b = bySymbol(second);
        List<Pair> pairs = new ArrayList<>();
        a.forEach((symbol, row) -> pairs.add(new Pair(symbol, row, b.get(symbol))));
        b.forEach((symbol, row) -> {
            if (!a.containsKey(symbol)) {
                pairs.add(new Pair(symbol, null, row));
            }
        });
        pairs.sort((x, y) -> x.symbol().compareTo(y.symbol()));
        return new RunComparison(pairs, Totals.of(pairs));
    }

    private static Map<String, ResultRow> bySymbol(List<ResultRow> rows) {
        Map<String, ResultRow> bySymbol = new HashMap<>();
        for (ResultRow row : rows) {
            if (bySymbol.put(row.symbol(), row) != null) {
                throw new IllegalArgumentException("The run has two rows of " + row.symbol() + ".");
            }
        }
        return bySymbol;
    }

    /**
     * One coin in two runs; NaN stands for a figure that one of them does not have.
     *
     * @param first its row in the first run, null where that has none
     * @param second its row in the second run; never both null
     */
    public record Pair(
            String symbol,
            @Nullable ResultRow first,
            @Nullable ResultRow second) {
        public boolean inBoth() {
            return first != null && second != null;
        }

        /** The row of the run that has one, the first where both do. */
        public ResultRow any() {
            if (first != null) {
                return first;
            }
            if (second != null) {
                return second;
            }
            throw new IllegalStateException(symbol + " is in neither run.");
        }

        /** Total return of the second less that of the first, in percentage points. */
        public double returnDifference() {
            return difference(s -> s.returns().totalReturnPct());
        }

        /** Closed trades of the second less those of the first. */
        public double tradesDifference() {
            return difference(s -> s.trades().numTrades());
        }

        /** Max drawdown of the second less that of the first, in percentage points: negative where the second fell deeper. */
        public double drawdownDifference() {
            return difference(s -> s.risk().maxDrawdownPct());
        }

        private double difference(ToDoubleFunction<Statistics> figure) {
            return first == null || second == null
                    ? Double.NaN
                    : figure.applyAsDouble(second.result().statistics())
                            - figure.applyAsDouble(first.result().statistics());
        }

        /** Whether both runs filled the same orders at the same times and prices. */
        public boolean sameFills() {
            return first != null
                    && second != null
                    && first.result().tradeHash().equals(second.result().tradeHash());
        }

        /** Whether both runs read the same bars of the same source. */
        public boolean sameBars() {
            return first != null
                    && second != null
                    && first.source() == second.source()
                    && first.digest().equals(second.digest());
        }
    }

    /**
     * What a comparison amounts to. Averages are over the coins that are in both runs, NaN where there is none.
     *
     * @param both coins that have a row in both runs
     * @param betterFirst coins of these with a higher return in the first run
     * @param betterSecond coins with a higher return in the second
     * @param equal coins with the same return
     * @param sameFills coins of which both runs filled the same orders
     * @param otherBars coins of which the runs read different bars
     * @param averageDifference of the returns, second less first, in percentage points
     * @param medianDifference the same
     * @param onlyFirst coins that only the first run has
     * @param onlySecond coins that only the second has
     */
    public record Totals(
            int both,
            int betterFirst,
            int betterSecond,
            int equal,
            int sameFills,
            int otherBars,
            double averageDifference,
            double medianDifference,
            int onlyFirst,
            int onlySecond) {

        static Totals of(List<Pair> pairs) {
            List<Pair> both = pairs.stream().filter(Pair::inBoth).toList();
            double[] differences = both.stream()
                    .mapToDouble(Pair::returnDifference)
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            int n = differences.length;
            double median = n == 0 ? Double.NaN : (differences[(n - 1) / 2] + differences[n / 2]) / 2;
            return new Totals(
                    both.size(),
                    count(both, p -> p.returnDifference() < 0),
                    count(both, p -> p.returnDifference() > 0),
                    count(both, p -> p.returnDifference() == 0),
                    count(both, Pair::sameFills),
                    count(both, p -> !p.sameBars()),
                    Arrays.stream(differences).average().orElse(Double.NaN),
                    median,
                    count(pairs, p -> p.second() == null),
                    count(pairs, p -> p.first() == null));
        }

        private static int count(List<Pair> pairs, Predicate<Pair> which) {
            return (int) pairs.stream().filter(which).count();
        }
    }
}
