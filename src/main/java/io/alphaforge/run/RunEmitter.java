package io.alphaforge.run;

import io.alphaforge.telemetry.Phase;
import io.alphaforge.telemetry.PhaseTimer;
import io.alphaforge.telemetry.RunTimes.Took;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of one run to its listener one at a time and in order, whichever threads they come from, and keeps
 * what the archive will want. After {@link #finish} nothing is handed on any more.
 */
final class RunEmitter {
    private static final Logger LOG = LoggerFactory.getLogger(RunEmitter.class);

    private final String runId;
    private final Consumer<RunEvent> listener;
    private final PhaseTimer phases = new PhaseTimer();
    private final long startNanos;
    private final List<ResultRow> rows = new ArrayList<>();
    private final Map<String, String> failures = new TreeMap<>();
    private int cached;
    private long firstResultNanos;
    private long lastNanos;
    private long bars;
    private boolean paused;
    private long pausedSince;
    private long pausedNanos;
    private long pausedAtFirst;
    private long pausedAtLast;
    private boolean finished;

    RunEmitter(String runId, Consumer<RunEvent> listener) {
        this.runId = runId;
        this.listener = listener;
        this.startNanos = System.nanoTime();
        this.lastNanos = startNanos;
    }

    synchronized void started(RunSpec spec, int total, int skipped) {
        hand(new RunEvent.Started(runId, spec, total, skipped));
    }

    synchronized void result(ResultRow row) {
        came();
        if (rows.isEmpty()) {
            firstResultNanos = lastNanos;
            pausedAtFirst = pausedAtLast;
        }
        rows.add(row);
        bars += row.result().bars();
        cached += row.cached() ? 1 : 0;
        hand(new RunEvent.Result(runId, row));
        phases.add(Phase.SCREEN, lastNanos);
    }

    synchronized void failed(String symbol, String reason) {
        came();
        failures.put(symbol, reason);
        hand(new RunEvent.Failed(runId, symbol, reason));
    }

    private void came() {
        lastNanos = System.nanoTime();
        // Coins that were being computed when the run was paused still come.
        pausedAtLast = pausedNanos + (paused ? lastNanos - pausedSince : 0);
    }

    synchronized void paused(boolean now) {
        if (now) {
            pausedSince = System.nanoTime();
        } else if (paused) {
            pausedNanos += System.nanoTime() - pausedSince;
        }
        paused = now;
        hand(now ? new RunEvent.Paused(runId) : new RunEvent.Resumed(runId));
    }

    synchronized RunSummary summary(RunSummary.Status status, int total) {
        return new RunSummary(
                runId,
                status,
                total,
                rows.size(),
                failures.size(),
                cached,
                (lastNanos - startNanos) / 1e6,
                rows.isEmpty() ? Double.NaN : (firstResultNanos - startNanos) / 1e6);
    }

    /** How long its threads have been in which phase. */
    PhaseTimer phases() {
        return phases;
    }

    /** How long the run took until its last result, without pauses. */
    synchronized Took took() {
        return new Took(
                (lastNanos - startNanos - pausedAtLast) / 1e6,
                rows.isEmpty() ? Double.NaN : (firstResultNanos - startNanos - pausedAtFirst) / 1e6,
                pausedAtLast / 1e6);
    }

    /** Bars of all results so far. */
    synchronized long bars() {
        return bars;
    }

    synchronized List<ResultRow> rows() {
        return List.copyOf(rows);
    }

    synchronized Map<String, String> failures() {
        return Map.copyOf(failures);
    }

    /** Symbols that have neither a result nor a failure yet. */
    synchronized List<String> owed(List<String> symbols) {
        List<String> owed = new ArrayList<>(symbols);
        owed.removeAll(failures.keySet());
        rows.forEach(row -> owed.remove(row.symbol()));
        return owed;
    }

    synchronized void finish(RunSummary summary, String problem) {
        hand(new RunEvent.Finished(runId, summary, problem));
        finished = true;
    }

    private void hand(RunEvent event) {
        if (finished) {
            return;
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            // A listener that fails must not cost the run its results.
            LOG.error(
                    "The listener of run {} failed at {}",
                    runId,
                    event.getClass().getSimpleName(),
                    e);
        }
    }
}
