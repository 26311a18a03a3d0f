package io.alphaforge.ui.coin;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Gap;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.metrics.EquityCurve;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.strategy.Plot;
import io.alphaforge.ui.kit.chart.BarPyramid;
import io.alphaforge.ui.kit.chart.ChartData;
import io.alphaforge.ui.kit.chart.ChartLine;
import io.alphaforge.ui.kit.chart.ChartPane;
import io.alphaforge.ui.kit.chart.LinePyramid;
import io.alphaforge.ui.kit.chart.LineRole;
import io.alphaforge.ui.kit.chart.TradeMark;
import io.alphaforge.ui.kit.chart.VisibleRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a chart of a study: plots of the strategy over the prices or in panes, then equity and drawdown. */
final class CoinChart {
    private static final int FIRST_LOOK = 200;
    private static final LineRole[] ROLES = {LineRole.FIRST, LineRole.SECOND, LineRole.THIRD};

    private CoinChart() {}

    static ChartData of(CoinStudy study) {
        Bars bars = study.bars();
        List<ChartLine> overlays = new ArrayList<>();
        List<ChartPane> panes = new ArrayList<>();
        for (Plot plot : study.plots()) {
            if (plot.overPrices()) {
                overlays.addAll(lines(plot, ChartLine.Unit.PRICE));
            } else {
                panes.add(new ChartPane(plot.title(), lines(plot, ChartLine.Unit.FIGURE), plot.levels(), Double.NaN));
            }
        }
        CoinDetail backtest = study.backtest();
        List<TradeMark> trades = List.of();
        if (backtest != null) {
            panes.addAll(equity(bars, backtest.curve()));
            trades = trades(bars, backtest);
        }
        String title = study.request().symbol() + " " + bars.interval();
        return new ChartData(title, BarPyramid.of(bars), overlays, panes, trades, Gap.in(bars));
    }

    /** What is shown at first: the range of the backtest, or the newest bars. */
    static VisibleRange firstLook(CoinStudy study) {
        int size = study.bars().size();
        CoinDetail backtest = study.backtest();
        if (backtest == null) {
            return VisibleRange.of(Math.max(0, size - FIRST_LOOK), Math.max(0, size - 1), size);
        }
        int from = study.bars().indexAtOrAfter(backtest.result().from());
        int to = study.bars().indexAtOrAfter(backtest.result().to());
        return VisibleRange.of(from, to, size);
    }

    private static List<ChartLine> lines(Plot plot, ChartLine.Unit unit) {
        List<ChartLine> lines = new ArrayList<>();
        int count = plot.lines().size();
        for (Plot.Line line : plot.lines()) {
            int index = lines.size();
            // The outer two of three lines are an envelope and look alike.
            boolean envelope = count == 3 && index == 2;
            LineRole role = envelope ? ROLES[0] : ROLES[index % ROLES.length];
            lines.add(new ChartLine(line.name(), LinePyramid.of(line.values()), role, unit, false));
        }
        return lines;
    }

    private static List<ChartPane> equity(Bars bars, EquityCurve curve) {
        int from = bars.indexAtOrAfter(curve.time(0));
        Column hold = buyAndHold(curve);
        List<ChartLine> equity = List.of(
                line("Equity", curve.equity(), from, bars.size(), LineRole.EQUITY, ChartLine.Unit.FIGURE, true),
                line("Buy & hold", hold, from, bars.size(), LineRole.REFERENCE, ChartLine.Unit.FIGURE, false));
        List<ChartLine> drawdown = List.of(line(
                "Drawdown", curve.drawdownPct(), from, bars.size(), LineRole.DRAWDOWN, ChartLine.Unit.PERCENT, true));
        return List.of(
                new ChartPane("Equity", equity, List.of(), Double.NaN),
                new ChartPane("Drawdown", drawdown, List.of(), 0));
    }

    /** What equity would be had its first mark been put into the coin at that close. */
    private static Column buyAndHold(EquityCurve curve) {
        Column close = curve.bars().close();
        double units = curve.equity().get(0) / close.get(0);
        double[] values = new double[curve.size()];
        Arrays.setAll(values, i -> units * close.get(i));
        return Column.owning(values);
    }

    private static ChartLine line(
            String name, Column values, int from, int size, LineRole role, ChartLine.Unit unit, boolean area) {
        double[] whole = new double[size];
        Arrays.fill(whole, Double.NaN);
        System.arraycopy(values.toArray(), 0, whole, from, values.size());
        return new ChartLine(name, LinePyramid.of(Column.owning(whole)), role, unit, area);
    }

    private static List<TradeMark> trades(Bars bars, CoinDetail backtest) {
        int last = bars.indexAtOrAfter(backtest.result().to());
        return backtest.trades().stream()
                .map(trade -> new TradeMark(
                        trade.entry().bar(),
                        trade.entry().price(),
                        trade.exit() == null ? last : trade.exit().bar(),
                        trade.exitPrice(),
                        trade.open(),
                        trade.netProfit() > 0))
                .toList();
    }
}
