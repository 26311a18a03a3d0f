package io.alphaforge.ui.performance;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Workspace;
import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.RunLog;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.telemetry.ServerFigures;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.scripted.Rewired;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was measured, as a test says; the rest is that of a real workspace. */
final class Measured implements Watching {
    List<RunTimes> runs = List.of();
    List<SlowQuery> queries = List.of();
    boolean served;
    boolean isAway;
    int looks;

    Workspace of(Workspace real) {
        return Rewired.of(real).watching(this).workspace();
    }

    @Override
    public Duration threshold() {
        return Duration.ofSeconds(1);
    }

    @Override
    public List<SlowQuery> slowQueries(int limit) {
        if (isAway) {
            throw new StoreException("The server does not answer.");
        }
        return queries;
    }

    @Override
    public RunLog runs() {
        return new RunLog() {
            @Override
            public void record(RunTimes run) {}

            @Override
            public void shown(String runId, double millis) {}

            @Override
            public List<RunTimes> runs() {
                looks++;
                return runs;
            }
        };
    }

    @Override
    public Optional<PoolGauges> pool() {
        return served ? Optional.of(new PoolGauges(1, 3, 0, 8)) : Optional.empty();
    }

    @Override
    public Optional<ServerFigures> server() {
        return served ? Optional.of(new ServerFigures(0, 17, 100, 3_456_789_012L, 0.9934)) : Optional.empty();
    }
}
