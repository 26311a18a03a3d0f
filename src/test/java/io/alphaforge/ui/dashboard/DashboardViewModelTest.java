package io.alphaforge.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardViewModelTest {
    @TempDir
    private Path home;

    private final ManualPulse pulse = new ManualPulse();
    private final ScriptedStore store = new ScriptedStore();
    private final RecordedDesk recorded =
            new RecordedDesk(Runnable::run, pulse, Clock.fixed(Instant.ofEpochMilli(Coins.TODAY), ZoneOffset.UTC));
    private final Desk desk = recorded.desk();
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = store.open(home);
        store.rows(
                Coins.row("ADABTC", -1, 3),
                Coins.row("BTCUSDT", 2, 9),
                Coins.row("ETHUSDT", 1, 7),
                Coins.row("LUNAUSDT", -8, 5, true));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theRowsAreReadOnceWhenThePageOpensAndAgainWhenTheStoreHasChanged() {
        DashboardViewModel model = model();
        assertThat(store.reads()).isEqualTo(1);
        assertThat(symbols(model)).containsExactly("ADABTC", "BTCUSDT", "ETHUSDT", "LUNAUSDT");
        assertThat(model.summary().get().coins()).isEqualTo(4);
        store.rows(Coins.row("BTCUSDT", 2, 9));
        recorded.contents.set(
                new StoreContents(new TreeMap<>(Map.of("BTCUSDT", Interval.D1)), Set.of(), 1, 0, 0, 0, 0));
        pulse.frame();
        assertThat(store.reads()).isEqualTo(2);
        assertThat(symbols(model)).containsExactly("BTCUSDT");
    }

    @Test
    void wordsOfTheFilterAreLookedForInSymbolBaseAndQuote() {
        DashboardViewModel model = model();
        model.filter().text().set(" btc ");
        assertThat(symbols(model)).containsExactly("ADABTC", "BTCUSDT");
        assertThat(model.filter().count().getValue()).isEqualTo("2 of 4 coins");
        model.filter().text().set("btc usdt");
        assertThat(symbols(model)).containsExactly("BTCUSDT");
        model.filter().text().set("eth/usdt");
        assertThat(symbols(model)).containsExactly("ETHUSDT");
        model.filter().text().set("xyz");
        assertThat(symbols(model)).isEmpty();
        assertThat(model.filter().emptyText()).isEqualTo("No coin matches “xyz”.");
        model.filter().clear();
        assertThat(model.filter().count().getValue()).isEqualTo("4 coins");
    }

    @Test
    void theWatchlistShowsStarredCoinsAndFollowsTheStars() {
        DashboardViewModel model = model();
        model.toggleStar(model.lines().get(2));
        model.filter().watchlistOnly().set(true);
        assertThat(symbols(model)).containsExactly("ETHUSDT");
        desk.watchlist().toggle("BTCUSDT");
        assertThat(symbols(model)).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(model.lines().get(1).starred().get()).isTrue();
        model.toggleStars(List.copyOf(model.filter().shown()));
        assertThat(symbols(model)).isEmpty();
        assertThat(model.filter().emptyText()).startsWith("No coin is on the watchlist.");
    }

    @Test
    void starringSeveralCoinsStarsThoseThatHaveNoStar() {
        DashboardViewModel model = model();
        desk.watchlist().toggle("BTCUSDT");
        model.toggleStars(List.copyOf(model.lines()));
        assertThat(desk.watchlist().symbols()).containsExactly("ADABTC", "BTCUSDT", "ETHUSDT", "LUNAUSDT");
    }

    @Test
    void staleCoinsCanBeHidden() {
        DashboardViewModel model = model();
        model.filter().staleHidden().set(true);
        assertThat(symbols(model)).containsExactly("ADABTC", "BTCUSDT", "ETHUSDT");
    }

    @Test
    void theChoicesOfTheFilterAreThereAgainAtTheNextStartAndItsTextIsNot() {
        DashboardViewModel first = model();
        first.filter().watchlistOnly().set(true);
        first.filter().staleHidden().set(true);
        first.filter().text().set("btc");
        DashboardViewModel second = model();
        assertThat(second.filter().watchlistOnly().get()).isTrue();
        assertThat(second.filter().staleHidden().get()).isTrue();
        assertThat(second.filter().text().get()).isEmpty();
    }

    @Test
    void aFailureIsASentenceTheRowsStayAndTryingAgainHelps() {
        DashboardViewModel model = model();
        store.fail("The database file is locked; close the other program.");
        model.refresh();
        pulse.frame();
        assertThat(model.problem().get()).isEqualTo("The database file is locked; close the other program.");
        assertThat(model.lines()).hasSize(4);
        store.rows(Coins.row("BTCUSDT", 2, 9));
        model.refresh();
        pulse.frame();
        assertThat(model.problem().get()).isEmpty();
        assertThat(symbols(model)).containsExactly("BTCUSDT");
    }

    @Test
    void aCoinOpensOnItsFinestIntervalAndChosenCoinsGoToTheBacktest() {
        DashboardViewModel model = model();
        model.open(model.lines().get(1));
        model.backtest(model.lines().subList(1, 3));
        assertThat(recorded.visited).containsExactly("coin BTCUSDT 1d", "backtest BTCUSDT,ETHUSDT");
    }

    @Test
    void nothingIsReadAfterClosing() {
        DashboardViewModel model = model();
        model.close();
        recorded.contents.set(new StoreContents(new TreeMap<>(Map.of("A", Interval.D1)), Set.of(), 1, 0, 0, 0, 0));
        desk.watchlist().toggle("BTCUSDT");
        pulse.frame();
        assertThat(store.reads()).isEqualTo(1);
        assertThat(model.lines()).isEmpty();
    }

    private DashboardViewModel model() {
        DashboardViewModel model = new DashboardViewModel(workspace, desk, FirstLook.none(workspace));
        model.begin();
        pulse.frame();
        return model;
    }

    private static List<String> symbols(DashboardViewModel model) {
        return model.filter().shown().stream().map(CoinLine::symbol).toList();
    }
}
