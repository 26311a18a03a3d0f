package io.alphaforge.ui.coin;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.Fill;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.engine.Side;
import io.alphaforge.engine.Trade;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.metrics.Statistics.Returns;
import io.alphaforge.metrics.Statistics.Risk;
import io.alphaforge.metrics.Statistics.TradeStatistics;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.chart.ChartLine;
import io.alphaforge.ui.kit.chart.ChartPane;
import io.alphaforge.ui.kit.chart.RandomBars;
import io.alphaforge.ui.kit.chart.TradeMark;
import io.alphaforge.ui.kit.chart.VisibleRange;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is made of a study for the page. */
class CoinContentTest {
    private final Bars bars = RandomBars.of(Interval.D1, 900, 12);

    @Test
    void linesOfTheBacktestBeginWithItsRange() {
        int from = 300;
        int to = 700;
        CoinStudy study = study("rsi", new TimeRange(bars.time(from), bars.time(to)), FillPolicy.NEXT_OPEN);
        CoinDetail backtest = Objects.requireNonNull(study.backtest());
        ChartPane equity = CoinChart.of(study).panes().get(1);
        ChartLine line = equity.lines().getFirst();
        assertThat(line.values().values().size()).isEqualTo(bars.size());
        assertThat(IntStream.range(0, bars.size())
                        .allMatch(i -> Double.isNaN(line.values().values().get(i)) == (i < from || i >= to)))
                .isTrue();
        assertThat(line.values().values().get(from))
                .isEqualTo(backtest.curve().equity().get(0));
        assertThat(line.values().values().get(to - 1))
                .isEqualTo(backtest.curve().equity().get(to - from - 1));
        VisibleRange look = CoinChart.firstLook(study);
        assertThat(look.firstBar(bars.size())).isBetween(from - 10, from);
        assertThat(look.endBar(bars.size())).isBetween(to, to + 10);
    }

    @Test
    void marksOfTradesAreWhereAndAtWhatPriceTheyWereFilled() {
        for (FillPolicy policy : FillPolicy.values()) {
            CoinStudy study = study("sma-cross", TimeRange.ALL, policy);
            List<TradeMark> marks = CoinChart.of(study).trades();
            assertThat(marks).hasSizeGreaterThan(5);
            for (TradeMark mark : marks) {
                double price = policy == FillPolicy.NEXT_OPEN
                        ? bars.open().get(mark.entryBar())
                        : bars.close().get(mark.entryBar());
                assertThat(mark.entryPrice()).isEqualTo(price);
                assertThat(mark.exitBar()).isGreaterThanOrEqualTo(mark.entryBar());
            }
        }
    }

    @Test
    void anOpenTradeReachesToTheLastBarOfTheRange() {
        CoinStudy study = study("buy-and-hold", new TimeRange(bars.time(100), bars.time(500)), FillPolicy.NEXT_OPEN);
        TradeMark mark = CoinChart.of(study).trades().getFirst();
        assertThat(mark.open()).isTrue();
        assertThat(mark.exitBar()).isEqualTo(499);
        assertThat(mark.exitPrice()).isEqualTo(bars.close().get(499));
        assertThat(CoinContent.of(study).trades().getFirst().note()).isEqualTo("open, marked at the last close");
    }

    @Test
    void everyStatisticIsShownWithItsDefinition() {
        List<Figure.Group> groups = StatisticFigures.of(Objects.requireNonNull(
                        study("rsi", TimeRange.ALL, FillPolicy.NEXT_OPEN).backtest())
                .result()
                .statistics());
        assertThat(groups)
                .extracting(g -> g.figures().size())
                .containsExactly(
                        Returns.class.getRecordComponents().length,
                        Risk.class.getRecordComponents().length,
                        TradeStatistics.class.getRecordComponents().length);
        assertThat(groups).flatExtracting(Figure.Group::figures).allSatisfy(figure -> {
            assertThat(figure.definition()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(figure.text()).isNotEmpty();
        });
        assertThat(groups)
                .flatExtracting(Figure.Group::figures)
                .extracting(Figure::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void fillsAfterAGapAreMarked() {
        Fill entry = new Fill(Side.BUY, 4, 5, 0, 100, 1, 0.1, 3);
        Fill exit = new Fill(Side.SELL, 8, 9, 86_400_000L * 3, 110, 1, 0.1, 1);
        TradeRow row = new TradeRow(0, new Trade(entry, exit, 110, exit.time()));
        assertThat(row.note()).isEqualTo("entry after a gap, 3 bars late; exit after a gap, 1 bar late");
        assertThat(row.days()).isEqualTo(3);
        Fill punctual = new Fill(Side.BUY, 4, 5, 0, 100, 1, 0.1, 0);
        assertThat(new TradeRow(0, new Trade(punctual, null, 110, 1)).note())
                .isEqualTo("open, marked at the last close");
    }

    @Test
    void outerLinesOfAnEnvelopeLookAlike() {
        List<ChartLine> lines = CoinChart.of(study("bollinger", TimeRange.ALL, FillPolicy.NEXT_OPEN))
                .overlays();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).role())
                .isEqualTo(lines.get(2).role())
                .isNotEqualTo(lines.get(1).role());
    }

    private CoinStudy study(String name, TimeRange range, FillPolicy policy) {
        Strategy strategy = Strategies.named(name);
        ExecutionSettings execution = new ExecutionSettings(10_000, 0.001, 0, policy);
        BacktestSpec spec = new BacktestSpec(strategy, Parameters.defaults(strategy), execution, range);
        StoredSeries series = new StoredSeries(
                Instrument.parse("BTCUSDT"),
                Interval.D1,
                bars.size(),
                bars.firstTime(),
                bars.lastTime(),
                1,
                DataDigest.EMPTY,
                new Quality(0, 0, 0, 0, 0, 0, 0, 100),
                "test.csv",
                false);
        return new CoinStudy(
                new CoinRequest("BTCUSDT", null, Interval.D1, spec),
                series,
                bars,
                Backtest.detail(bars, spec),
                strategy.plots(bars, spec.parameters()));
    }
}
