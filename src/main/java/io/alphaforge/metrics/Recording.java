package io.alphaforge.metrics;

import io.alphaforge.engine.EquitySink;
import io.alphaforge.engine.Fill;
import io.alphaforge.engine.Trade;
import io.alphaforge.engine.Unfilled;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps every fill, trade and mark of a simulation, and passes all on to the summary. */
final class Recording implements EquitySink {
    private final Summary summary;
    private final Column close;
    private final int from;
    private final double[] equity;
    private final List<Fill> fills = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();

    Recording(Summary summary, Bars bars, int from, int to) {
        this.summary = summary;
        this.close = bars.close();
        this.from = from;
        this.equity = new double[to - from];
    }

    @Override
    public void flat(double cash, int first, int end) {
        Arrays.fill(equity, first - from, end - from, cash);
        summary.flat(cash, first, end);
    }

    @Override
    public void held(double cash, double units, int first, int end) {
        for (int i = first; i < end; i++) {
            equity[i - from] = cash + units * close.get(i);
        }
        summary.held(cash, units, first, end);
    }

    @Override
    public void filled(Fill fill) {
        fills.add(fill);
        summary.filled(fill);
    }

    @Override
    public void traded(Trade trade) {
        trades.add(trade);
        summary.traded(trade);
    }

    @Override
    public void unfilled(Unfilled order) {
        summary.unfilled(order);
    }

    List<Fill> fills() {
        return fills;
    }

    List<Trade> trades() {
        return trades;
    }

    /** Equity at the close of every bar of the range. */
    Column equity() {
        return Column.of(equity);
    }
}
