package io.alphaforge.run;

import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.telemetry.RunTimes.Amount;
import io.alphaforge.telemetry.RunTimes.Work;
import java.util.Locale;

/** Puts together what a run took. */
final class RunMeasurement {
    private static final int LONGEST_UNIVERSE = 32;

    private RunMeasurement() {}

    /** @param asked coins for which the cache was asked */
    static RunTimes of(ArchivedRun.Header run, int asked, RunEmitter emitter) {
        RunSpec spec = run.spec();
        RunSummary summary = run.summary();
        return new RunTimes(
                run.runId(),
                run.startedAt(),
                summary.status().name().toLowerCase(Locale.ROOT),
                new Work(spec.backtest().strategy().name(), spec.interval().code(), universe(spec.universe())),
                new Amount(
                        summary.total(),
                        summary.completed(),
                        summary.cached(),
                        asked,
                        summary.failed(),
                        emitter.bars()),
                emitter.took(),
                emitter.phases().times());
    }

    private static String universe(Universe universe) {
        String text = universe.text();
        return universe instanceof Universe.Listed listed && text.length() > LONGEST_UNIVERSE
                ? listed.symbols().size() + " coins"
                : text;
    }
}
