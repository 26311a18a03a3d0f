package io.alphaforge.metrics;

import io.alphaforge.engine.EquitySink;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.engine.Simulator;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Gap;
import io.alphaforge.strategy.Signals;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Runs one strategy over the bars of one coin.
 *
 * <p>Bars are the whole series from its first stored bar, so that indicators are warm where the range begins; {@link
 * BacktestSpec#range} picks the bars that count by their open time. Everything is a function of its arguments: the same
 * bars and the same specification give the same bits, on any number of threads.
 */
public final class Backtest {
    private Backtest() {}

    /** The columns that {@link #run} and {@link #detail} read. */
    public static Set<BarColumn> columns(BacktestSpec spec) {
        EnumSet<BarColumn> columns = EnumSet.of(BarColumn.CLOSE);
        columns.addAll(spec.strategy().columns());
        if (spec.execution().fill() == FillPolicy.NEXT_OPEN) {
            columns.add(BarColumn.OPEN);
        }
        return Collections.unmodifiableSet(columns);
    }

    /**
     * The row only.
     *
     * @throws NotTestableException when the range holds fewer than two bars, or a price is no price
     */
    public static CoinResult run(Bars bars, BacktestSpec spec) {
        Range range = Range.of(bars, spec);
        Summary summary =
                new Summary(bars, range.from, range.to, spec.execution().capital());
        return simulate(bars, spec, range, summary, summary);
    }

    /**
     * The same row with trades, fills and the equity curve.
     *
     * @throws NotTestableException when the range holds fewer than two bars, or a price is no price
     */
    public static CoinDetail detail(Bars bars, BacktestSpec spec) {
        Range range = Range.of(bars, spec);
        double capital = spec.execution().capital();
        Summary summary = new Summary(bars, range.from, range.to, capital);
        Recording recording = new Recording(summary, bars, range.from, range.to);
        CoinResult result = simulate(bars, spec, range, summary, recording);
        EquityCurve curve = EquityCurve.of(bars.slice(range.from, range.to), recording.equity(), capital);
        return new CoinDetail(result, recording.trades(), recording.fills(), curve);
    }

    private static CoinResult simulate(Bars bars, BacktestSpec spec, Range range, Summary summary, EquitySink sink) {
        for (BarColumn name : columns(spec)) {
            if (name != BarColumn.VOLUME) {
                Prices.check(bars, name);
            }
        }
        int gaps = Gap.count(bars, range.from, range.to);
        Signals signals = spec.strategy().signals(bars, spec.parameters());
        Simulator.run(bars, signals, range.from, range.to, spec.execution(), sink);
        return new CoinResult(
                summary.statistics(),
                range.to - range.from,
                bars.time(range.from),
                bars.time(range.to - 1),
                gaps,
                Explanation.of(summary, bars, signals, range.to, spec),
                summary.tradeHash());
    }

    private record Range(int from, int to) {
        static Range of(Bars bars, BacktestSpec spec) {
            int from = bars.indexAtOrAfter(spec.range().from());
            int to = bars.indexAtOrAfter(spec.range().to());
            if (from >= to) {
                throw new NotTestableException(Explanation.noBars(spec.range()));
            }
            if (to - from < 2) {
                throw new NotTestableException(Explanation.tooFewBars(bars.time(from)));
            }
            return new Range(from, to);
        }
    }
}
