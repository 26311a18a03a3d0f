package io.alphaforge.strategy;

import java.util.List;
import java.util.stream.Collectors;

/** The built-in strategies, in the order to be shown. */
public final class Strategies {
    private static final List<Strategy> BUILT_IN =
            List.of(new RsiStrategy(), new SmaCrossStrategy(), new BollingerStrategy(), new BuyAndHoldStrategy());

    private Strategies() {}

    public static List<Strategy> all() {
        return BUILT_IN;
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException naming the known strategies
     */
    public static Strategy named(String name) {
        return BUILT_IN.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown strategy '" + name + "'; known are "
                        + BUILT_IN.stream().map(Strategy::name).collect(Collectors.joining(", ")) + "."));
    }
}
