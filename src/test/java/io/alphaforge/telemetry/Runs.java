package io.alphaforge.telemetry;

import io.alphaforge.telemetry.RunTimes.Amount;
import io.alphaforge.telemetry.RunTimes.Took;
import io.alphaforge.telemetry.RunTimes.Work;

/** What runs took, for tests. */
public final class Runs {
    private Runs() {}

    /** A finished run of 100 coins, 40 of them cached. */
    public static RunTimes of(String runId, long startedAt, double millis) {
        return new RunTimes(
                runId,
                startedAt,
                RunTimes.FINISHED,
                new Work("rsi", "1d", "all"),
                new Amount(100, 100, 40, 100, 0, 60_000),
                new Took(millis, millis / 10, 0),
                new PhaseTimes(2, 30, 100, 5, 20));
    }

    static RunTimes ended(String status, long startedAt, double millis) {
        RunTimes run = of(status + startedAt, startedAt, millis);
        return new RunTimes(run.runId(), run.startedAt(), status, run.work(), run.amount(), run.took(), run.phases());
    }
}
