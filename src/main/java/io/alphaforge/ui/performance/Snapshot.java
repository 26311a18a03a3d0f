package io.alphaforge.ui.performance;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.telemetry.MemoryFigures;
import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.telemetry.ServerFigures;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Span;
import io.alphaforge.telemetry.Summary;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is measured, at one moment.
 *
 * @param time UTC epoch milliseconds
 * @param runs newest first
 * @param summaries every measure over every span
 * @param queries newest first
 */
record Snapshot(long time, List<RunTimes> runs, List<Summary> summaries, List<SlowQuery> queries, Gauges gauges) {
    /** The summaries of a span. */
    List<Summary> of(Span span) {
        return summaries.stream().filter(s -> s.span() == span).toList();
    }

    /**
     * What can be read off at any time.
     *
     * @param pauseShare share of the time since the last look that went into pauses, 0 to 1; NaN at the first
     * @param pool connections to a server; empty for a file
     * @param server how it is; empty for a file
     */
    record Gauges(
            MemoryFigures memory,
            double pauseShare,
            CacheStatistics cache,
            Optional<PoolGauges> pool,
            Optional<ServerFigures> server) {}
}
