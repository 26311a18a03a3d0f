package io.alphaforge.run;

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
    private final long startNanos;
    private final List<ResultRow> rows = new ArrayList<>();
    private final Map<String, String> failures = new TreeMap<>();
    private int cached;
    private long firstResultNanos;
    private long lastNanos;
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
        lastNanos = System.nanoTime();
        if (rows.isEmpty()) {
            firstResultNanos = lastNanos;
        }
        rows.add(row);
        cached += row.cached() ? 1 : 0;
        hand(new RunEvent.Result(runId, row));
    }

    synchronized void failed(String symbol, String reason) {
        lastNanos = System.nanoTime();
        failures.put(symbol, reason);
        hand(new RunEvent.Failed(runId, symbol, reason));
    }

    synchronized void paused(boolean paused) {
        hand(paused ? new RunEvent.Paused(runId) : new RunEvent.Resumed(runId));
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
