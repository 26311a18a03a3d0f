package io.alphaforge.ui.dashboard;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.ui.dashboard.MarketSummary.Breadth;
import io.alphaforge.ui.dashboard.MarketSummary.Turnover;
import io.alphaforge.ui.kit.AgeText;
import io.alphaforge.ui.kit.CompactText;
import io.alphaforge.ui.kit.FittingLine;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.TimeText;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the market did, in a row of tiles. */
final class MarketTiles {
    private static final String LINE = "market-tiles";

    private final HBox root;
    private final MarketTile breadth = new MarketTile(
            "breadth",
            "Breadth 24 h",
            192,
            "Coins that rose and fell over 24 h. Stale coins, and coins whose close of 24 h ago is missing, are left out.");
    private final BreadthFigure figure = new BreadthFigure();
    private final BreadthBar bar = new BreadthBar();
    private final MarketTile turnover = new MarketTile(
            "turnover",
            "Turnover 30 d",
            176,
            "Sum of volume · close over each coin's last 30 days, of all coins against one quote asset.");
    private final MoverTile strongest;
    private final MoverTile weakest;
    private final MarketTile newest = new MarketTile(
            "newest",
            "Newest data",
            176,
            "Time since the newest bar in the database closed, and when that bar opened.");
    private final MarketTile cache = new MarketTile(
            "cache", "Cache hit rate", 160, "Share of the results asked for that the cache had, over all runs.");

    /** Tiles whose coins are opened by {@code open}, which gets a symbol. */
    MarketTiles(Consumer<String> open) {
        strongest =
                new MoverTile("strongest", "Strongest 24 h", "Highest changes over 24 h, stale coins left out.", open);
        weakest = new MoverTile("weakest", "Weakest 24 h", "Lowest changes over 24 h, stale coins left out.", open);
        breadth.showBeside(figure);
        breadth.add(bar);
        root = new FittingLine(
                List.of(cache.node(), newest.node(), turnover.node()),
                breadth.node(),
                turnover.node(),
                strongest.node(),
                weakest.node(),
                newest.node(),
                cache.node());
        root.setId("market-tiles");
        root.getStyleClass().addAll("tiles", LINE);
    }

    HBox node() {
        return root;
    }

    /** As high as the tiles are, and empty. */
    static HBox room() {
        Region height = new Region();
        height.setMinHeight(MarketTile.HEIGHT);
        HBox room = new HBox(height);
        room.getStyleClass().add(LINE);
        return room;
    }

    void show(MarketSummary summary) {
        Breadth counts = summary.breadth();
        breadth.show(counts.known() == 0 ? Formats.UNDEFINED : "", breadthDetail(summary));
        figure.show(counts);
        bar.show(counts);
        List<Turnover> sums = summary.turnovers();
        turnover.show(
                sums.isEmpty()
                        ? Formats.UNDEFINED
                        : CompactText.of(sums.getFirst().amount()) + quote(sums.getFirst()),
                sums.isEmpty() ? "" : turnoverDetail(sums));
        strongest.show(summary.strongest());
        weakest.show(summary.weakest());
    }

    /** Shows how old the data is at a time. */
    void showAge(MarketSummary summary, long now, TimeText times) {
        boolean none = summary.coins() == 0;
        newest.show(none ? Formats.UNDEFINED : AgeText.old(now - summary.end()), none ? "" : newest(summary, times));
    }

    private static String newest(MarketSummary summary, TimeText times) {
        boolean utc = times.zoneOf(summary.finest()).equals(ZoneOffset.UTC);
        return times.bar(summary.newest(), summary.finest()) + " " + (utc ? "UTC" : times.zoneName(summary.newest()));
    }

    void show(CacheStatistics statistics) {
        long asked = statistics.hits() + statistics.misses();
        cache.show(
                Formats.percent(100 * statistics.hitRate(), 1),
                asked == 0
                        ? "Nothing asked for yet"
                        : Formats.count(statistics.hits()) + " of " + Formats.plural(asked, "result"));
    }

    private static String breadthDetail(MarketSummary summary) {
        Breadth counts = summary.breadth();
        String rest = List.of(
                        part(counts.unchanged(), "unchanged"),
                        part(counts.unknown(), "unknown"),
                        part(summary.stale(), "stale"))
                .stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return rest.isEmpty() && counts.known() > 0 ? "of " + Formats.plural(counts.known(), "coin") : rest;
    }

    private static String part(int count, String what) {
        return count == 0 ? "" : Formats.count(count) + " " + what;
    }

    private static String turnoverDetail(List<Turnover> sums) {
        if (sums.size() == 1) {
            return "of " + Formats.plural(sums.getFirst().coins(), "coin");
        }
        return sums.stream()
                .skip(1)
                .map(sum -> "+ " + CompactText.of(sum.amount()) + quote(sum))
                .collect(Collectors.joining("  "));
    }

    private static String quote(Turnover sum) {
        return sum.quote().isEmpty() ? "" : " " + sum.quote();
    }
}
