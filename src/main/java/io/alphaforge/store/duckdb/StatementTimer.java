package io.alphaforge.store.duckdb;

import io.alphaforge.store.sql.Callers;
import io.alphaforge.telemetry.SlowQueries;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of every statement that took longer than the threshold, and of what called it. Costs a comparison else. */
final class StatementTimer {
    private static final Logger LOG = LoggerFactory.getLogger(StatementTimer.class);

    private final SlowQueries slow;
    private final SlowQueries.Sink sink;

    StatementTimer(SlowQueries slow, SlowQueries.Sink sink) {
        this.slow = slow;
        this.sink = sink;
    }

    /** Tells nobody. */
    static StatementTimer unheard() {
        return new StatementTimer(
                new SlowQueries(SlowQueries.THRESHOLD, InstantSource.system()), SlowQueries.Sink.NONE);
    }

    /**
     * A statement has ended, well or not.
     *
     * @param startNanos when it began, by {@link System#nanoTime()}; later than that by as long as it stood still because
     *     its rows were not wanted yet
     * @param file of the statement, {@code Class/method}
     */
    void ended(long startNanos, String file, String sql) {
        if (slow.isSlow(startNanos)) {
            try {
                slow.ended(startNanos, () -> Callers.of(StatementTimer.class, Optional.of(file)), () -> sql, sink);
            } catch (RuntimeException e) {
                // Watching must not break what is watched.
                LOG.warn("A slow query could not be kept.", e);
            }
        }
    }
}
