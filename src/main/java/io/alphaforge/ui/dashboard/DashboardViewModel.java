package io.alphaforge.ui.dashboard;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Universe;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Loading;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import javafx.util.Subscription;

/** The rows of all coins and what they amount to, read again whenever the store has changed. */
final class DashboardViewModel {
    private final Workspace workspace;
    private final Desk desk;
    private final FirstLook first;
    private final ObservableList<CoinLine> lines = FXCollections.observableArrayList();
    private final CoinFilter filter;
    private final Loading<DashboardSnapshot> reading;
    private final Loading<CacheStatistics> counting;
    private final ReadOnlyObjectWrapper<MarketSummary> summary = new ReadOnlyObjectWrapper<>(MarketSummary.EMPTY);
    private final ReadOnlyObjectWrapper<CacheStatistics> cache =
            new ReadOnlyObjectWrapper<>(new CacheStatistics("", 0, 0, 0, 0));
    private final ReadOnlyObjectWrapper<Long> now;
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private final SetChangeListener<String> stars = change -> star();
    private Subscription contents = Subscription.EMPTY;

    /**
     * Reads nothing until {@link #begin}.
     *
     * @param first its rows are there at once where it is over
     */
    DashboardViewModel(Workspace workspace, Desk desk, FirstLook first) {
        this.workspace = workspace;
        this.desk = desk;
        this.first = first;
        this.filter = new CoinFilter(lines, desk.preferences());
        this.now = new ReadOnlyObjectWrapper<>(desk.clock().millis());
        this.reading = new Loading<>(desk.background(), desk.pulse(), "Reading the dashboard", this::show);
        this.counting = new Loading<>(desk.background(), desk.pulse(), "Reading the cache's counters", cache::set);
        desk.watchlist().symbols().addListener(stars);
    }

    /** Reads now, and again whenever the store has changed. */
    void begin() {
        contents = Subscription.combine(
                desk.contents().subscribe(found -> refresh()), desk.offline().subscribe((was, is) -> refresh()));
    }

    /** Reads all rows in the background. */
    void refresh() {
        first.found().ifPresentOrElse(this::show, () -> reading.start(first::read));
    }

    /** Looks at the clock and at the cache's counters; to be called every minute while the page is shown. */
    void tick() {
        now.set(desk.clock().millis());
        counting.start(() -> workspace.cache().statistics());
    }

    private void show(DashboardSnapshot found) {
        replacing.set(true);
        lines.setAll(found.rows().stream()
                .map(row -> new CoinLine(row, desk.watchlist().contains(row.symbol())))
                .toList());
        replacing.set(false);
        now.set(desk.clock().millis());
        cache.set(found.cache());
        summary.set(found.summary());
        read.set(true);
    }

    private void star() {
        lines.forEach(line -> line.starred().set(desk.watchlist().contains(line.symbol())));
        filter.review();
    }

    void toggleStar(CoinLine line) {
        desk.watchlist().toggle(line.symbol());
    }

    /** Stars all of these coins, or takes the stars away where every one of them has its star. */
    void toggleStars(List<CoinLine> chosen) {
        boolean all = chosen.stream().allMatch(line -> line.starred().get());
        List.copyOf(chosen).stream().filter(line -> line.starred().get() == all).forEach(this::toggleStar);
    }

    void open(CoinLine line) {
        desk.navigator().openCoin(CoinRequest.bars(line.symbol(), line.row().interval()));
    }

    /** Opens the backtest workspace with these coins, of which there is at least one. */
    void backtest(List<CoinLine> chosen) {
        desk.navigator()
                .backtest(new Universe.Listed(
                        chosen.stream().map(CoinLine::symbol).toList()));
    }

    /** Lets go of the desk. */
    void close() {
        contents.unsubscribe();
        desk.watchlist().symbols().removeListener(stars);
        reading.cancel();
        counting.cancel();
        lines.clear();
    }

    /** Every coin by symbol, whether it passes the filter or not. */
    ObservableList<CoinLine> lines() {
        return lines;
    }

    CoinFilter filter() {
        return filter;
    }

    ReadOnlyObjectProperty<MarketSummary> summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<CacheStatistics> cache() {
        return cache.getReadOnlyProperty();
    }

    /** The time by the clock, as of the last look. */
    ReadOnlyObjectProperty<Long> now() {
        return now.getReadOnlyProperty();
    }

    /** True while the rows are being replaced. */
    ReadOnlyBooleanProperty replacing() {
        return replacing.getReadOnlyProperty();
    }

    /** Whether there were rows to show at least once, even if none. */
    ReadOnlyBooleanProperty read() {
        return read.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return reading.busy();
    }

    ReadOnlyStringProperty problem() {
        return reading.problem();
    }
}
