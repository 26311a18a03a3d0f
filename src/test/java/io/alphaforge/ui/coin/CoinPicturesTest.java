package io.alphaforge.ui.coin;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.market.Interval;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page looks like, in both themes and at two sizes, without the rail and the bars of the window. */
class CoinPicturesTest {
    @TempDir
    private Path home;

    private CoinFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CoinFixture(home, new DemoOptions(3, 1_500, Interval.D1, 1));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theRelativeStrengthIndexHasAPaneAndItsTrades() throws Exception {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "rsi"));
        Screen.run(() -> {
            table(page).getSelectionModel().select(2);
            page.model().toggleStar();
        });
        pictures(page, "coin-rsi");
    }

    @Test
    void bandsAreDrawnOverThePricesWithTheStatisticsBelow() throws Exception {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "bollinger"));
        select(page, "tab-statistics");
        Screen.run(() -> page.chart().show(page.chart().range().get().zoom(0.15, 900, 1500)));
        pictures(page, "coin-bollinger");
    }

    @Test
    void averagesAreDrawnOverThePricesWithTheMonthsBelow() throws Exception {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "sma-cross"));
        select(page, "tab-months");
        pictures(page, "coin-sma");
    }

    @Test
    void buyAndHoldHasOneOpenTrade() throws Exception {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.W1, "buy-and-hold"));
        pictures(page, "coin-hold");
    }

    @Test
    void withoutABacktestTheFiguresAreBesideTheChart() throws Exception {
        CoinPage page = fixture.open(CoinRequest.bars(fixture.symbol(), Interval.D1));
        pictures(page, "coin-bars");
    }

    @Test
    void aCoinWithoutTradesSaysWhy() throws Exception {
        CoinPage page = fixture.open(new CoinRequest(
                fixture.symbol(), null, Interval.D1, CoinFixture.spec("rsi", Map.of("oversold", "0.5"))));
        pictures(page, "coin-no-trades");
    }

    @Test
    void aCoinThatIsNotThereSaysSo() throws Exception {
        CoinPage page = fixture.open(CoinRequest.bars("NOWHEREUSDT", Interval.D1));
        pictures(page, "coin-missing");
    }

    private void pictures(CoinPage page, String name) throws Exception {
        for (Theme theme : Theme.values()) {
            fixture.theme(theme);
            for (int[] size : new int[][] {{1224, 644}, {1864, 1004}}) {
                Path picture = Screen.picture(fixture.stage, size[0], size[1], name + "-" + theme.styleClass());
                assertThat(Files.size(picture)).isGreaterThan(10_000);
            }
        }
        Screen.run(page::close);
    }

    private static void select(CoinPage page, String tab) {
        Screen.run(() -> {
            TabPane tabs = (TabPane) page.node().lookup(".coin-tabs");
            tabs.getTabs().stream()
                    .filter(each -> tab.equals(each.getId()))
                    .forEach(each -> tabs.getSelectionModel().select(each));
        });
    }

    private static TableView<?> table(CoinPage page) {
        return (TableView<?>) page.node().lookup("#trades");
    }
}
