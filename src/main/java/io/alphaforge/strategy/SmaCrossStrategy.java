package io.alphaforge.strategy;

import io.alphaforge.indicator.Sma;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.List;
import java.util.Set;

/** Follows the trend as a fast moving average crossing a slow one shows it. */
final class SmaCrossStrategy implements Strategy {
    private static final Parameter FAST = Parameter.integer("fast", 10, 1, 1000, "Bars of the fast average.");
    private static final Parameter SLOW = Parameter.integer("slow", 30, 2, 1000, "Bars of the slow average.");

    @Override
    public String name() {
        return "sma-cross";
    }

    @Override
    public String description() {
        return "Enters when the fast moving average crosses above the slow one and leaves when it crosses below.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(FAST, SLOW);
    }

    @Override
    public Set<BarColumn> columns() {
        return Set.of(BarColumn.CLOSE);
    }

    @Override
    public Signals signals(Bars bars, Parameters parameters) {
        int fast = parameters.integer(FAST.name());
        int slow = parameters.integer(SLOW.name());
        int first = Sma.firstValue(slow);
        Column close = bars.close();
        Crossings crossings = Crossings.of(
                bars.size(),
                first,
                (from, to, means) -> Sma.fill(close, fast, from, to, means),
                (from, to, means) -> Sma.fill(close, slow, from, to, means));
        return Signals.owning(bars.size(), first, crossings.above(), crossings.below());
    }

    @Override
    public List<Plot> plots(Bars bars, Parameters parameters) {
        int fast = parameters.integer(FAST.name());
        int slow = parameters.integer(SLOW.name());
        return List.of(new Plot(
                "SMA " + fast + " / " + slow,
                true,
                List.of(
                        new Plot.Line("SMA " + fast, Sma.of(bars.close(), fast)),
                        new Plot.Line("SMA " + slow, Sma.of(bars.close(), slow))),
                List.of()));
    }

    @Override
    public String noEntryReason(Parameters parameters) {
        return "the average over " + parameters.integer(FAST.name()) + " bars never crossed above the one over "
                + parameters.integer(SLOW.name());
    }

    @Override
    public void check(Parameters parameters) {
        int fast = parameters.integer(FAST.name());
        int slow = parameters.integer(SLOW.name());
        if (fast >= slow) {
            throw new IllegalArgumentException(
                    "Parameter fast (" + fast + ") must be smaller than slow (" + slow + ").");
        }
    }
}
