package io.alphaforge.metrics;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.TimeRange;
import io.alphaforge.strategy.Parameter;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Signals;
import io.alphaforge.strategy.Strategy;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A strategy whose signals are written down bar by bar. */
record Scripted(BitSet enter, BitSet leave, int firstReady) implements Strategy {

    /** One character a bar: E to enter, L to leave, B for both, anything else for neither. */
    static Scripted of(String script) {
        BitSet enter = new BitSet();
        BitSet leave = new BitSet();
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            enter.set(i, c == 'E' || c == 'B');
            leave.set(i, c == 'L' || c == 'B');
        }
        return new Scripted(enter, leave, 0);
    }

    /** Over all bars with a capital of 10,000. */
    BacktestSpec spec(double fee, double slippage, FillPolicy fill) {
        return spec(new ExecutionSettings(10_000, fee, slippage, fill), TimeRange.ALL);
    }

    BacktestSpec spec(ExecutionSettings settings, TimeRange range) {
        return new BacktestSpec(this, new Parameters(new TreeMap<>()), settings, range);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String description() {
        return "Enters and leaves where it was told to.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Set<BarColumn> columns() {
        return Set.of();
    }

    @Override
    public Signals signals(Bars bars, Parameters parameters) {
        return Signals.owning(bars.size(), firstReady, words(enter, bars.size()), words(leave, bars.size()));
    }

    private static long[] words(BitSet bits, int size) {
        long[] words = new long[Signals.words(size)];
        for (int i = 0; i < size; i++) {
            words[i >> 6] |= (bits.get(i) ? 1L : 0L) << i;
        }
        return words;
    }
}
