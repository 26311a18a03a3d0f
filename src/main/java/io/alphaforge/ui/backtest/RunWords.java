package io.alphaforge.ui.backtest;

import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.Formats;
import java.time.Duration;
import java.util.stream.Collectors;

/** Runs in words. */
final class RunWords {
    private RunWords() {}

    /** How a run ended. */
    static String outcome(RunSummary end) {
        String time = Formats.duration(Duration.ofMillis((long) end.elapsedMs()));
        return switch (end.status()) {
            case FINISHED ->
                Formats.plural(end.completed(), "coin") + " in " + time
                        + (end.cached() > 0 ? ", " + Formats.count(end.cached()) + " cached" : "")
                        + (end.failed() > 0 ? ", " + Formats.count(end.failed()) + " failed" : "");
            case CANCELLED ->
                "Cancelled after " + Formats.count(end.completed()) + " of " + Formats.plural(end.total(), "coin")
                        + "; their rows are kept";
            case BROKEN ->
                "Stopped after " + Formats.count(end.completed()) + " of " + Formats.plural(end.total(), "coin")
                        + "; their rows are kept";
        };
    }

    /** What a run is of: strategy, parameters, universe, interval, and how many coins were left out. */
    static String title(RunSpec spec, int skipped) {
        Strategy strategy = spec.backtest().strategy();
        String parameters = strategy.parameters().stream()
                .map(p -> p.name() + " " + p.format(spec.backtest().parameters().real(p.name())))
                .collect(Collectors.joining(", "));
        return strategy.name() + (parameters.isEmpty() ? "" : " (" + parameters + ")") + "  ·  "
                + spec.universe().text() + "  ·  " + spec.interval()
                + (skipped == 0
                        ? ""
                        : "  ·  " + Formats.plural(skipped, "coin") + " without bars of " + spec.interval()
                                + " left out");
    }
}
