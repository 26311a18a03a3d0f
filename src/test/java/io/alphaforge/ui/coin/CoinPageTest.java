package io.alphaforge.ui.coin;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.CoinResult;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Screen;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a coin in a window, on a real database file. */
class CoinPageTest {
    private static final int GARBAGE_TRIES = 50;

    @TempDir
    private Path home;

    private CoinFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CoinFixture(home, new DemoOptions(2, 700, Interval.D1, 1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void daysKeepTheirNamesInEveryZone() {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "rsi"));
        String utc = page.chart().getAccessibleText();
        assertThat(utc).startsWith("Chart of " + fixture.symbol() + " 1d, ").contains("bars, last close", "trade");
        Screen.run(() -> fixture.recorded.desk().times().zone().set(ZoneId.of("America/New_York")));
        Screen.settle();
        assertThat(page.chart().getAccessibleText()).isEqualTo(utc).contains("to 2026-03-09,");
        Screen.run(page::close);
    }

    @Test
    void aCoinWithoutTradesSaysWhy() {
        CoinPage page = fixture.open(new CoinRequest(
                fixture.symbol(), null, Interval.D1, CoinFixture.spec("rsi", Map.of("oversold", "0.5"))));
        assertThat(((Label) page.node().lookup("#coin-note")).getText())
                .isEqualTo("No entry signal in range: the RSI over 14 bars never fell below 0.5.");
        Screen.run(page::close);
    }

    @Test
    void figuresThatAreNotThoseOfTheKeptRowAreMarked() {
        CoinRequest now = CoinFixture.request(fixture.symbol(), Interval.D1, "rsi");
        CoinResult result = Objects.requireNonNull(
                        fixture.workspace.backtests().study(now).backtest())
                .result();
        CoinPage page = fixture.open(new CoinRequest(now.symbol(), null, now.interval(), now.backtest(), result));
        assertThat(page.node().lookup("#coin-note")).isNull();
        CoinResult older = Objects.requireNonNull(fixture.workspace
                        .backtests()
                        .study(CoinFixture.request(fixture.symbol(), Interval.W1, "rsi"))
                        .backtest())
                .result();
        Screen.run(() -> page.show(new CoinRequest(now.symbol(), null, now.interval(), now.backtest(), older)));
        Screen.await("the note", () -> page.node().lookup("#coin-note") != null);
        assertThat(((Label) page.node().lookup("#coin-note")).getText()).startsWith("Computed anew");
        Screen.run(page::close);
    }

    @Test
    void whatCannotBeShownIsASentenceWithAWayOut() {
        CoinPage page = fixture.open(CoinFixture.request("NOWHEREUSDT", Interval.D1, "rsi"));
        assertThat(((Label) page.node().lookup("#coin-message")).getText())
                .isEqualTo("There are no bars of NOWHEREUSDT at 1d or finer.");
        assertThat(page.node().lookup("#coin-again")).isNotNull();
        Screen.run(() -> page.show(CoinRequest.bars(fixture.symbol(), Interval.D1)));
        Screen.await("the other coin", () -> page.model().content().get() != null);
        assertThat(page.title()).isEqualTo(fixture.symbol() + "  1d");
        assertThat(page.node().lookup(".coin-waiting").isVisible()).isFalse();
        Screen.run(page::close);
    }

    @Test
    void theStarAndTheButtonLeadWhereTheySay() {
        CoinPage page = fixture.open(CoinRequest.bars(fixture.symbol(), Interval.D1));
        Screen.run(() -> {
            ((ButtonBase) page.node().lookup("#coin-star")).fire();
            ((ButtonBase) page.node().lookup("#coin-backtest")).fire();
        });
        assertThat(fixture.recorded.desk().watchlist().symbols()).containsExactly(fixture.symbol());
        assertThat(fixture.recorded.visited).containsExactly("backtest " + fixture.symbol());
        Screen.run(page::close);
    }

    @Test
    void nothingOfAClosedPageIsKept() throws InterruptedException {
        List<WeakReference<?>> gone = leftBehind();
        for (Theme theme : Theme.values()) {
            fixture.theme(theme);
        }
        for (int i = 0; i < GARBAGE_TRIES && gone.stream().anyMatch(r -> r.get() != null); i++) {
            System.gc();
            Screen.settle();
        }
        assertThat(gone).allSatisfy(reference -> assertThat(reference.get()).isNull());
    }

    /** In a method of its own, so that no local variable keeps the page. */
    private List<WeakReference<?>> leftBehind() {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "bollinger"));
        Screen.run(() -> CoinFixture.table(page).getSelectionModel().select(1));
        Screen.settle();
        List<WeakReference<?>> references = List.of(
                new WeakReference<>(page),
                new WeakReference<>(page.model()),
                new WeakReference<>(page.chart()),
                new WeakReference<>(CoinFixture.bars(page)));
        Screen.run(() -> {
            page.close();
            fixture.stage.setScene(new Scene(new Group()));
        });
        return references;
    }
}
