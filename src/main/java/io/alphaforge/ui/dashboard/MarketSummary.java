package io.alphaforge.ui.dashboard;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.market.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all coins together did. Stale coins are outside breadth and extremes.
 *
 * @param coins how many there are
 * @param synthetic how many of these are made up
 * @param stale how many of these ended long before the newest bar
 * @param turnovers one for each quote asset, the one with most coins first
 * @param strongest the highest changes over 24 h, highest first, at most {@link #EXTREMES}
 * @param weakest the lowest changes over 24 h, lowest first
 * @param newest open time of the newest bar, UTC epoch milliseconds; 0 without coins
 * @param end when the data ends: the latest close of a coin's last bar; 0 without coins
 * @param finest the shortest interval of a row
 */
record MarketSummary(
        int coins,
        int synthetic,
        int stale,
        Breadth breadth,
        List<Turnover> turnovers,
        List<Mover> strongest,
        List<Mover> weakest,
        long newest,
        long end,
        Interval finest) {
    static final int EXTREMES = 3;
    static final MarketSummary EMPTY = of(List.of());

    /**
     * How many coins rose, fell and stayed over 24 h.
     *
     * @param unknown coins whose change is not defined; they count nowhere else
     */
    record Breadth(int advancing, int declining, int unchanged, int unknown) {
        /** Coins whose change is known. */
        int known() {
            return advancing + declining + unchanged;
        }
    }

    /**
     * What was traded against one quote asset over the last 30 days of each coin.
     *
     * @param quote empty where the symbols do not tell
     * @param amount in the quote asset
     */
    record Turnover(String quote, int coins, double amount) {}

    /** A coin with its base asset and its change over 24 h in percent. */
    record Mover(String symbol, String base, double changePct) {}

    static MarketSummary of(List<DashboardRow> rows) {
        List<DashboardRow> current = rows.stream().filter(row -> !row.stale()).toList();
        List<Mover> rising = new ArrayList<>(current.stream()
                .filter(row -> Double.isFinite(row.change24hPct()))
                .map(row -> new Mover(row.symbol(), row.instrument().base(), row.change24hPct()))
                .sorted(Comparator.comparingDouble(Mover::changePct).thenComparing(Mover::symbol))
                .toList());
        return new MarketSummary(
                rows.size(),
                (int) rows.stream().filter(DashboardRow::synthetic).count(),
                rows.size() - current.size(),
                breadth(current),
                turnovers(rows),
                rising.reversed().stream().limit(EXTREMES).toList(),
                rising.stream().limit(EXTREMES).toList(),
                rows.stream().mapToLong(DashboardRow::newest).max().orElse(0),
                rows.stream().mapToLong(DashboardRow::end).max().orElse(0),
                rows.stream()
                        .map(DashboardRow::interval)
                        .min(Comparator.naturalOrder())
                        .orElse(Interval.D1));
    }

    private static Breadth breadth(List<DashboardRow> rows) {
        int[] counts = new int[4];
        for (DashboardRow row : rows) {
            double change = row.change24hPct();
            counts[!Double.isFinite(change) ? 3 : change > 0 ? 0 : change < 0 ? 1 : 2]++;
        }
        return new Breadth(counts[0], counts[1], counts[2], counts[3]);
    }

    private static List<Turnover> turnovers(List<DashboardRow> rows) {
        Map<String, Turnover> sums = new TreeMap<>();
        for (DashboardRow row : rows) {
            double amount = Double.isFinite(row.turnover30d()) ? row.turnover30d() : 0;
            sums.merge(
                    row.instrument().quote(),
                    new Turnover(row.instrument().quote(), 1, amount),
                    (a, b) -> new Turnover(a.quote(), a.coins() + b.coins(), a.amount() + b.amount()));
        }
        return sums.values().stream()
                .sorted(Comparator.comparingInt(Turnover::coins).reversed())
                .toList();
    }
}
