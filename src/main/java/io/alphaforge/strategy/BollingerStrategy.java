package io.alphaforge.strategy;

import io.alphaforge.indicator.Bollinger;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.List;
import java.util.Set;

/** Trades the return from the edges of the Bollinger bands. */
final class BollingerStrategy implements Strategy {
    private static final Parameter WINDOW = Parameter.integer("window", 20, 2, 1000, "Bars of the average.");
    private static final Parameter NUM_STD =
            Parameter.real("num_std", 2, 0.1, 10, "Standard deviations from the average to a band.");

    @Override
    public String name() {
        return "bollinger";
    }

    @Override
    public String description() {
        return "Enters when the close is below the lower Bollinger band and leaves when it is above the upper one.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(WINDOW, NUM_STD);
    }

    @Override
    public Set<BarColumn> columns() {
        return Set.of(BarColumn.CLOSE);
    }

    @Override
    public Signals signals(Bars bars, Parameters parameters) {
        int window = parameters.integer(WINDOW.name());
        int first = Bollinger.firstValue(window);
        Column close = bars.close();
        Bollinger bands = Bollinger.of(close, window, parameters.real(NUM_STD.name()));
        return Signals.owning(
                bars.size(),
                first,
                SignalBits.below(close, bands.lower(), first),
                SignalBits.below(bands.upper(), close, first));
    }

    @Override
    public List<Plot> plots(Bars bars, Parameters parameters) {
        int window = parameters.integer(WINDOW.name());
        Bollinger bands = Bollinger.of(bars.close(), window, parameters.real(NUM_STD.name()));
        return List.of(new Plot(
                "Bollinger " + window + ", " + NUM_STD.format(parameters.real(NUM_STD.name())),
                true,
                List.of(
                        new Plot.Line("Upper band", bands.upper()),
                        new Plot.Line("SMA " + window, bands.middle()),
                        new Plot.Line("Lower band", bands.lower())),
                List.of()));
    }

    @Override
    public String noEntryReason(Parameters parameters) {
        return "no close was below the lower band (" + parameters.integer(WINDOW.name()) + " bars, "
                + NUM_STD.format(parameters.real(NUM_STD.name())) + " standard deviations)";
    }
}
