package io.alphaforge.ui.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.ui.kit.CompactText;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PriceText;
import io.alphaforge.ui.kit.chart.ChartView;
import io.alphaforge.ui.kit.chart.TradeMark;
import io.alphaforge.ui.kit.chart.VisibleRange;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart of a coin, used with keys and pointer and together with its table of trades. */
class CoinChartTest {
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
    void keysZoomMoveAndShowEverything() {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "rsi"));
        ChartView chart = page.chart();
        int size = CoinFixture.bars(page).size();
        assertThat(Screen.call(() -> fixture.stage.getScene().getFocusOwner())).isSameAs(chart);
        key(chart, KeyCode.HOME);
        VisibleRange all = range(chart);
        assertThat(all).isEqualTo(VisibleRange.all(size));
        key(chart, KeyCode.PLUS);
        VisibleRange nearer = range(chart);
        assertThat(nearer.width()).isLessThan(all.width());
        assertThat(middle(nearer)).isCloseTo(middle(all), within(1e-6));
        key(chart, KeyCode.LEFT);
        assertThat(range(chart).from()).isLessThan(nearer.from());
        key(chart, KeyCode.RIGHT);
        key(chart, KeyCode.RIGHT);
        assertThat(range(chart).from()).isGreaterThan(nearer.from());
        key(chart, KeyCode.END);
        assertThat(range(chart).to()).isCloseTo(all.to(), within(1e-6));
        key(chart, KeyCode.MINUS);
        assertThat(range(chart).width()).isGreaterThan(nearer.width());
        key(chart, KeyCode.HOME);
        assertThat(range(chart)).isEqualTo(all);
        Screen.run(page::close);
    }

    @Test
    void wheelAndDragMoveTheVisibleBars() {
        CoinPage page = fixture.open(CoinRequest.bars(fixture.symbol(), Interval.D1));
        ChartView chart = page.chart();
        VisibleRange before = range(chart);
        Screen.run(() -> Event.fireEvent(chart, wheel(300, 100, 80)));
        VisibleRange nearer = range(chart);
        assertThat(nearer.width()).isLessThan(before.width());
        double plot = chart.getWidth();
        Screen.run(() -> {
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_PRESSED, 200, 100));
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_DRAGGED, 200 + plot / 4, 100));
            Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_RELEASED, 200 + plot / 4, 100));
        });
        assertThat(range(chart).from()).isLessThan(nearer.from());
        assertThat(range(chart).width()).isCloseTo(nearer.width(), within(1e-6));
        Screen.run(page::close);
    }

    @Test
    void theReadOutBelowThePointerIsThatOfTheBar() {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "sma-cross"));
        ChartView chart = page.chart();
        Bars bars = CoinFixture.bars(page);
        Screen.run(() -> chart.show(new VisibleRange(100, 200)));
        Screen.settle();
        CoinDetail backtest =
                Objects.requireNonNull(CoinFixture.content(page).study().backtest());
        for (double x : new double[] {5, 333, 900}) {
            Screen.run(() -> Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_MOVED, x, 80)));
            Screen.settle();
            List<List<String>> read = Screen.call(chart::legendTexts);
            int bar = bar(chart, bars, read.getFirst());
            assertThat(read.getFirst().get(0))
                    .isEqualTo(PriceText.of(bars.open().get(bar)));
            assertThat(read.getFirst().get(1))
                    .isEqualTo(PriceText.of(bars.high().get(bar)));
            assertThat(read.getFirst().get(2)).isEqualTo(PriceText.of(bars.low().get(bar)));
            assertThat(read.getFirst().get(4))
                    .isEqualTo(CompactText.of(bars.volume().get(bar)));
            double change = (bars.close().get(bar) / bars.close().get(bar - 1) - 1) * 100;
            assertThat(read.getFirst().get(5)).isEqualTo(Formats.changePercent(change));
            assertThat(read.get(1).getFirst())
                    .isEqualTo(PriceText.of(CoinFixture.content(page)
                            .study()
                            .plots()
                            .getFirst()
                            .lines()
                            .getFirst()
                            .values()
                            .get(bar)));
            assertThat(read.get(2).getFirst())
                    .isEqualTo(Formats.number(backtest.curve().equity().get(bar), 2));
            assertThat(read.get(3).getFirst())
                    .isEqualTo(Formats.percent(backtest.curve().drawdownPct().get(bar), 2));
        }
        Screen.run(page::close);
    }

    /** The bar that is below the pointer, found by its close and by where the pointer is. */
    private static int bar(ChartView chart, Bars bars, List<String> prices) {
        VisibleRange range = range(chart);
        for (int i = (int) range.from(); i < range.to(); i++) {
            if (PriceText.of(bars.close().get(i)).equals(prices.get(3))) {
                return i;
            }
        }
        throw new AssertionError("No visible bar closes at " + prices.get(3));
    }

    @Test
    void selectingATradeInTheTableMovesTheChartToIt() {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "sma-cross"));
        ChartView chart = page.chart();
        int last = CoinFixture.content(page).trades().size() - 1;
        for (int trade : new int[] {0, last}) {
            Screen.run(() -> CoinFixture.table(page).getSelectionModel().select(trade));
            TradeMark mark = CoinFixture.content(page).chart().trades().get(trade);
            assertThat(chart.selected().get()).isEqualTo(trade);
            assertThat(range(chart).from()).isLessThanOrEqualTo(mark.entryBar());
            assertThat(range(chart).to()).isGreaterThan(mark.exitBar());
            assertThat(range(chart).width()).isLessThan(CoinFixture.bars(page).size() / 2.0);
        }
        Screen.run(page::close);
    }

    @Test
    void clickingATriangleSelectsItsTradeAndTheChartStays() {
        CoinPage page = fixture.open(CoinFixture.request(fixture.symbol(), Interval.D1, "sma-cross"));
        ChartView chart = page.chart();
        Screen.run(() -> CoinFixture.table(page).getSelectionModel().select(1));
        Screen.settle();
        Screen.run(() -> {
            CoinFixture.table(page).getSelectionModel().select(0);
            chart.showTrade(1);
        });
        Screen.settle();
        VisibleRange before = range(chart);
        List<Double> spot = Screen.call(() -> chart.spot(1));
        assertThat(spot).hasSize(2);
        Screen.run(() -> Event.fireEvent(chart, mouse(chart, MouseEvent.MOUSE_CLICKED, spot.get(0), spot.get(1))));
        assertThat(page.model().selectedTrade().get()).isEqualTo(1);
        assertThat(Screen.call(() -> CoinFixture.table(page).getSelectionModel().getSelectedIndex()))
                .isEqualTo(1);
        assertThat(range(chart)).isEqualTo(before);
        Screen.run(page::close);
    }

    @Test
    void manyChangesMakeOnePicture() {
        CoinPage page = fixture.open(CoinRequest.bars(fixture.symbol(), Interval.D1));
        Screen.settle();
        long before = Screen.call(page.chart()::frames);
        Screen.run(() -> {
            for (int i = 0; i < 50; i++) {
                page.chart().zoomIn();
                page.chart().zoomOut();
            }
        });
        Screen.settle();
        assertThat(Screen.call(page.chart()::frames)).isEqualTo(before + 1);
        Screen.settle();
        assertThat(Screen.call(page.chart()::frames)).isEqualTo(before + 1);
        Screen.run(page::close);
    }

    @Test
    void anotherIntervalShowsTheSameStretchOfTime() {
        CoinPage page = fixture.open(CoinRequest.bars(fixture.symbol(), Interval.D1));
        Screen.run(() -> page.chart().show(new VisibleRange(70, 210)));
        long from = CoinFixture.bars(page).time(70);
        long to = CoinFixture.bars(page).time(209);
        Screen.run(() -> ((ButtonBase) page.node().lookup("#interval-1w")).fire());
        Screen.await("weeks", () -> CoinFixture.content(page).study().bars().interval() == Interval.W1);
        Bars weeks = CoinFixture.bars(page);
        VisibleRange range = range(page.chart());
        int margin = 2;
        assertThat(weeks.time(range.firstBar(weeks.size())))
                .isBetween(from - margin * Interval.W1.millis(), from + margin * Interval.W1.millis());
        assertThat(weeks.time(range.endBar(weeks.size()) - 1))
                .isBetween(to - margin * Interval.W1.millis(), to + margin * Interval.W1.millis());
        assertThat(((ToggleButton) page.node().lookup("#interval-1w")).isSelected())
                .isTrue();
        Screen.run(page::close);
    }

    @Test
    void theLogarithmicScaleIsFoundAgain() {
        CoinPage page = fixture.open(CoinRequest.bars(fixture.symbol(), Interval.D1));
        Screen.run(() -> ((ToggleButton) page.node().lookup("#chart-log")).fire());
        Screen.run(page::close);
        CoinPage next = fixture.open(CoinRequest.bars(fixture.symbol(), Interval.D1));
        assertThat(next.chart().logarithmic().get()).isTrue();
        Screen.run(next::close);
    }

    private static void key(ChartView chart, KeyCode code) {
        Screen.run(() ->
                Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private static ScrollEvent wheel(double x, double y, double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** An event at a place of the chart; the toolkit takes what it is given for a place of the scene. */
    private static MouseEvent mouse(ChartView chart, EventType<MouseEvent> type, double x, double y) {
        Point2D at = chart.localToScene(x, y);
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private static double middle(VisibleRange range) {
        return (range.from() + range.to()) / 2;
    }

    private static VisibleRange range(ChartView chart) {
        return Screen.call(() -> chart.range().get());
    }
}
