package io.alphaforge.strategy;

import io.alphaforge.indicator.Rsi;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.List;
import java.util.Set;

/** Buys weakness and sells strength as the relative strength index shows them. */
final class RsiStrategy implements Strategy {
    private static final Parameter PERIOD =
            Parameter.integer("period", 14, 2, 1000, "How many changes the RSI averages.");
    private static final Parameter OVERSOLD = Parameter.real("oversold", 30, 0, 100, "Enter when the RSI is below.");
    private static final Parameter OVERBOUGHT =
            Parameter.real("overbought", 70, 0, 100, "Leave when the RSI is above.");

    @Override
    public String name() {
        return "rsi";
    }

    @Override
    public String description() {
        return "Enters when the RSI falls below the oversold level and leaves when it rises above the overbought level.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(PERIOD, OVERSOLD, OVERBOUGHT);
    }

    @Override
    public Set<BarColumn> columns() {
        return Set.of(BarColumn.CLOSE);
    }

    @Override
    public Signals signals(Bars bars, Parameters parameters) {
        int period = parameters.integer(PERIOD.name());
        int first = Rsi.firstValue(period);
        Column rsi = Rsi.of(bars.close(), period);
        return Signals.owning(
                bars.size(),
                first,
                SignalBits.below(rsi, parameters.real(OVERSOLD.name()), first),
                SignalBits.above(rsi, parameters.real(OVERBOUGHT.name()), first));
    }

    @Override
    public List<Plot> plots(Bars bars, Parameters parameters) {
        int period = parameters.integer(PERIOD.name());
        String title = "RSI " + period;
        return List.of(new Plot(
                title,
                false,
                List.of(new Plot.Line(title, Rsi.of(bars.close(), period))),
                List.of(parameters.real(OVERSOLD.name()), parameters.real(OVERBOUGHT.name()))));
    }

    @Override
    public String noEntryReason(Parameters parameters) {
        return "the RSI over " + parameters.integer(PERIOD.name()) + " bars never fell below "
                + OVERSOLD.format(parameters.real(OVERSOLD.name()));
    }

    @Override
    public void check(Parameters parameters) {
        double oversold = parameters.real(OVERSOLD.name());
        double overbought = parameters.real(OVERBOUGHT.name());
        if (oversold >= overbought) {
            throw new IllegalArgumentException("Parameter oversold (" + OVERSOLD.format(oversold)
                    + ") must be below overbought (" + OVERBOUGHT.format(overbought) + ").");
        }
    }
}
