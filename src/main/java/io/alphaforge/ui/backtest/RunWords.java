package io.alphaforge.ui.backtest;

import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.TimeRange;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.SpecWords;
import java.time.Duration;

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
        return SpecWords.strategy(spec.backtest()) + "  ·  " + SpecWords.universe(spec.universe()) + "  ·  "
                + spec.interval()
                + range(spec.backtest().range())
                + (spec.backtest().execution().fill() == FillPolicy.NEXT_OPEN
                        ? ""
                        : "  ·  " + spec.backtest().execution().fill())
                + (skipped == 0
                        ? ""
                        : "  ·  " + Formats.plural(skipped, "coin") + " without bars of " + spec.interval()
                                + " left out");
    }

    private static String range(TimeRange range) {
        String from = range.hasFrom() ? " from " + Readers.fromText(range.from()) : "";
        return from + (range.hasTo() ? " to " + Readers.toText(range.to()) : "");
    }
}
