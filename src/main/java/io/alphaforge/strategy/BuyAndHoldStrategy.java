package io.alphaforge.strategy;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Enters on the first bar of the range and stays: what every other strategy is measured against. */
final class BuyAndHoldStrategy implements Strategy {

    @Override
    public String name() {
        return "buy-and-hold";
    }

    @Override
    public String description() {
        return "Enters on the first bar of the range and never leaves.";
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
        // Wanting to enter while long makes no order, so every bar may want to: the first of any range then counts.
        long[] enter = new long[Signals.words(bars.size())];
        Arrays.fill(enter, -1L);
        return Signals.owning(bars.size(), 0, enter, new long[enter.length]);
    }
}
