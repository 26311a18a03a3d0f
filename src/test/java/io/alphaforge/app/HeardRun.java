package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A run over all coins that came to its end, with everything that was heard of it.
 *
 * @param failures reasons by coin
 */
record HeardRun(RunSummary summary, Map<String, ResultRow> rows, Map<String, String> failures, String problem) {
    static final RunSpec CACHED = Samples.run("rsi", Map.of(), "all", Interval.H1);
    /** Hourly bars of every coin, whatever an earlier run has found. */
    static final RunSpec ALL = new RunSpec(CACHED.backtest(), CACHED.universe(), CACHED.interval(), false);

    /** Runs to the end. */
    static HeardRun of(Workspace workspace, Consumer<RunEvent> also) throws InterruptedException {
        return of(workspace, ALL, also);
    }

    static HeardRun of(Workspace workspace, RunSpec spec, Consumer<RunEvent> also) throws InterruptedException {
        List<RunEvent> events = new ArrayList<>();
        workspace
                .backtests()
                .start(spec, event -> {
                    events.add(event);
                    also.accept(event);
                })
                .await();
        return of(events);
    }

    static HeardRun of(List<RunEvent> events) {
        Map<String, ResultRow> rows = new TreeMap<>();
        Map<String, String> failures = new TreeMap<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.Result result) {
                rows.put(result.row().symbol(), result.row());
            } else if (event instanceof RunEvent.Failed failed) {
                failures.put(failed.symbol(), failed.reason());
            }
        }
        RunEvent.Finished finished = (RunEvent.Finished) events.getLast();
        return new HeardRun(finished.summary(), rows, failures, finished.problem());
    }

    /** Every row is what a backtest of these bars gives. */
    void requireRowsOf(Map<String, Bars> bars) {
        rows.forEach((symbol, row) -> assertThat(row.result())
                .as(symbol)
                .isEqualTo(Backtest.run(Objects.requireNonNull(bars.get(symbol), symbol), ALL.backtest())));
    }

    /** Every coin has a row, and it is the right one. */
    void requireAll(Map<String, Bars> bars) {
        assertThat(failures).isEmpty();
        assertThat(problem).isEmpty();
        assertThat(summary.status()).isEqualTo(RunSummary.Status.FINISHED);
        assertThat(rows).containsOnlyKeys(bars.keySet());
        requireRowsOf(bars);
    }
}
