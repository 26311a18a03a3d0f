package io.alphaforge.ui.coin;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.market.Interval;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Loading;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Which coin is shown, at which interval and with which backtest, and which of its trades is selected. */
final class CoinViewModel {
    private static final Set<Interval> USUAL =
            EnumSet.of(Interval.M15, Interval.H1, Interval.H4, Interval.D1, Interval.W1, Interval.MONTH);

    private final BacktestService backtests;
    private final Desk desk;
    private final Loading<CoinContent> loading;
    private final ReadOnlyObjectWrapper<CoinRequest> request;
    private final ReadOnlyObjectWrapper<@Nullable CoinContent> content = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper();
    private final IntegerProperty selectedTrade = new SimpleIntegerProperty(-1);
    private final Subscription subscription;

    /** A model that loads its first coin with {@link #reload}. */
    CoinViewModel(BacktestService backtests, Desk desk, CoinRequest first) {
        this.backtests = backtests;
        this.desk = desk;
        this.request = new ReadOnlyObjectWrapper<>(first);
        this.loading = new Loading<>(desk.background(), desk.pulse(), "Opening the coin", this::loaded);
        // Other bars may make the same contents: whoever waits for a difference would miss values that were replaced.
        this.subscription = desk.contents().subscribe(this::refresh);
    }

    /** Shows another coin, or the same one otherwise. */
    void show(CoinRequest next) {
        CoinContent shown = content.get();
        if (shown != null && !shown.symbol().equals(next.symbol())) {
            content.set(null);
        }
        request.set(next);
        reload();
    }

    void reload() {
        CoinRequest wanted = request.get();
        cancelled.set(false);
        boolean unknown = isUnknown(wanted);
        loading.start(() -> CoinContent.of(study(wanted, unknown)));
    }

    /** Whether there is such a coin at all, only the server can tell, which does not answer. */
    private boolean isUnknown(CoinRequest wanted) {
        return desk.offline().getValue() && !desk.contents().get().symbols().contains(wanted.symbol());
    }

    private CoinStudy study(CoinRequest wanted, boolean unknown) {
        if (unknown) {
            throw new StoreException("The server does not answer, and its mirror on this computer does not have "
                    + wanted.symbol() + "; the server is tried again by itself.");
        }
        return backtests.study(wanted);
    }

    /** Looks after a change of the store whether the series has changed; what is shown stays where it has not. */
    private void refresh() {
        // Looked at, the contents tell of their next change.
        desk.contents().get();
        CoinContent shown = content.get();
        if (shown == null) {
            if (!cancelled.get()) {
                reload();
            }
            return;
        }
        CoinRequest wanted = request.get();
        boolean unknown = isUnknown(wanted);
        loading.start(() -> {
            CoinStudy study = study(wanted, unknown);
            return shows(shown.study(), study) ? shown : CoinContent.of(study);
        });
    }

    private static boolean shows(CoinStudy shown, CoinStudy study) {
        return shown.request().equals(study.request()) && shown.series().equals(study.series());
    }

    /** The same coin and backtest on other bars. */
    void show(Interval interval) {
        CoinRequest now = request.get();
        if (interval != now.interval()) {
            show(new CoinRequest(now.symbol(), null, interval, now.backtest()));
        }
    }

    /** The same bars without the backtest. */
    void showBars() {
        CoinRequest now = request.get();
        show(new CoinRequest(now.symbol(), now.source(), now.interval(), null));
    }

    /** Stops waiting; what is shown stays. */
    void cancel() {
        if (loading.busy().get()) {
            loading.cancel();
            cancelled.set(true);
            CoinContent shown = content.get();
            if (shown != null) {
                request.set(shown.study().request());
            }
        }
    }

    void backtest() {
        desk.navigator().backtest(new Universe.Listed(List.of(request.get().symbol())));
    }

    void toggleStar() {
        desk.watchlist().toggle(request.get().symbol());
    }

    /** Lets go of the desk and of the bars. */
    void close() {
        subscription.unsubscribe();
        loading.cancel();
        content.set(null);
    }

    private void loaded(CoinContent next) {
        if (next.equals(content.get())) {
            return;
        }
        selectedTrade.set(-1);
        content.set(next);
    }

    /** The intervals to choose from, the shown one included: those that can be made of what is stored. */
    List<Interval> intervals() {
        CoinRequest now = request.get();
        CoinContent shown = content.get();
        Interval fallback =
                shown == null ? now.interval() : shown.study().series().interval();
        Interval finest =
                Objects.requireNonNullElse(desk.contents().get().finest().get(now.symbol()), fallback);
        Set<Interval> found = new TreeSet<>(List.of(finest, now.interval()));
        USUAL.stream().filter(finest::divides).forEach(found::add);
        return List.copyOf(found);
    }

    /** "BTCUSDT  1d". */
    String title() {
        return request.get().symbol() + "  " + request.get().interval();
    }

    ReadOnlyObjectProperty<CoinRequest> request() {
        return request.getReadOnlyProperty();
    }

    /** What was loaded last; null before the first time. */
    ReadOnlyObjectProperty<@Nullable CoinContent> content() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return loading.busy();
    }

    /** Why loading failed, in one sentence; empty when it did not. */
    ReadOnlyStringProperty problem() {
        return loading.problem();
    }

    /** Whether the user has stopped loading. */
    ReadOnlyBooleanProperty cancelled() {
        return cancelled.getReadOnlyProperty();
    }

    /** Index of the selected trade, -1 without one. */
    IntegerProperty selectedTrade() {
        return selectedTrade;
    }
}
