package io.alphaforge.ui.kit;

import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.Universe;
import java.util.stream.Collectors;

/** What a run asks for, in words. */
public final class SpecWords {
    private static final int NAMED_AT_MOST = 3;

    private SpecWords() {}

    /** "sma-cross (fast 10, slow 30)". */
    public static String strategy(BacktestSpec backtest) {
        String parameters = backtest.strategy().parameters().stream()
                .map(p -> p.name() + " " + p.format(backtest.parameters().real(p.name())))
                .collect(Collectors.joining(", "));
        return backtest.strategy().name() + (parameters.isEmpty() ? "" : " (" + parameters + ")");
    }

    /** "all coins", "top 10", "500 bars or more", "BTCUSDT", "BTCUSDT, ETHUSDT and 12 more". */
    public static String universe(Universe universe) {
        return switch (universe) {
            case Universe.All all -> "all coins";
            case Universe.Top top -> "top " + Formats.count(top.count());
            case Universe.AtLeastBars atLeast -> Formats.count(atLeast.bars()) + " bars or more";
            case Universe.Listed listed -> {
                int size = listed.symbols().size();
                yield size <= NAMED_AT_MOST
                        ? String.join(", ", listed.symbols())
                        : String.join(", ", listed.symbols().subList(0, NAMED_AT_MOST - 1)) + " and "
                                + (size - NAMED_AT_MOST + 1) + " more";
            }
        };
    }
}
