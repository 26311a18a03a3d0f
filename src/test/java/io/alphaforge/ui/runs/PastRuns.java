package io.alphaforge.ui.runs;

import io.alphaforge.Samples;
import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.ReturnSummary;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.RunSummary.Status;
import io.alphaforge.ui.scripted.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs for an archive. */
final class PastRuns {
    private PastRuns() {}

    /** Three small ones of the first days of February 2025, oldest first; the last was cancelled. */
    static List<ArchivedRun> three() {
        RunSpec cross = Samples.run("sma-cross", Map.of(), "top:10", Interval.D1);
        RunSpec fast = Samples.run("sma-cross", Map.of("fast", "20"), "top:10", Interval.D1);
        RunSpec rsi = Samples.run("rsi", Map.of(), "all", Interval.H1);
        return List.of(
                of("run-1", "2025-02-01T00:00:00Z", cross, Status.FINISHED, rows(4, 0), Map.of()),
                of(
                        "run-2",
                        "2025-02-02T00:00:00Z",
                        fast,
                        Status.FINISHED,
                        rows(4, 1),
                        Map.of("COIN99USDT", "It has only 12 bars in the range.")),
                of("run-3", "2025-02-03T00:00:00Z", rsi, Status.CANCELLED, rows(2, 0), Map.of()));
    }

    /** Eighteen of some weeks, of every strategy and with every ending. */
    static List<ArchivedRun> many() {
        List<RunSpec> specs = List.of(
                Samples.run("rsi", Map.of(), "top:10", Interval.D1),
                Samples.run("sma-cross", Map.of("fast", "20", "slow", "50"), "all", Interval.D1),
                Samples.run("bollinger", Map.of("num_std", "2.5"), "all", Interval.H4),
                Samples.run("rsi", Map.of("oversold", "25"), "BTCUSDT,ETHUSDT,SOLUSDT,XRPUSDT", Interval.H1),
                Samples.run("buy-and-hold", Map.of(), "top:50", Interval.D1),
                Samples.run("sma-cross", Map.of(), "top:100", Interval.W1));
        List<ArchivedRun> runs = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            Status status = i == 6 ? Status.CANCELLED : i == 11 ? Status.BROKEN : Status.FINISHED;
            RunSpec spec = specs.get(i % specs.size());
            boolean cached = i > 6;
            int coins = 4 + 37 * i % 240;
            List<ResultRow> rows = Rows.symbols(coins + i).stream()
                    .skip(i)
                    .map(symbol -> Rows.lifelike(symbol, cached && symbol.hashCode() % 2 == 0, false))
                    .toList();
            Map<String, String> failures =
                    i % 4 == 1 ? Map.of("LUNAUSDT", "It has only 12 bars in the range.") : Map.of();
            String started = Instant.parse("2025-01-06T08:15:00Z")
                    .plus(Duration.ofHours(31L * i))
                    .toString();
            runs.add(of(String.format(Locale.ROOT, "run-%02d", i), started, spec, status, rows, failures));
        }
        return runs;
    }

    /** A run of these rows. */
    static ArchivedRun of(
            String runId,
            String started,
            RunSpec spec,
            Status status,
            List<ResultRow> rows,
            Map<String, String> failures) {
        int cached = (int) rows.stream().filter(ResultRow::cached).count();
        int total = rows.size() + failures.size() + (status == Status.FINISHED ? 0 : 100);
        RunSummary summary =
                new RunSummary(runId, status, total, rows.size(), failures.size(), cached, 1234 + total, 21.5);
        ArchivedRun.Header header = new ArchivedRun.Header(
                Instant.parse(started).toEpochMilli(), "", spec, summary, ReturnSummary.of(rows), "engine-1");
        return new ArchivedRun(header, rows, failures);
    }

    /** Lifelike rows of so many coins, the first of which are left out. */
    static List<ResultRow> rows(int coins, int skip) {
        return Rows.symbols(coins + skip).stream()
                .skip(skip)
                .map(symbol -> Rows.lifelike(symbol, false, false))
                .toList();
    }

    /** The same run under another fill policy. */
    static RunSpec under(RunSpec spec, FillPolicy fill) {
        ExecutionSettings was = spec.backtest().execution();
        BacktestSpec backtest = new BacktestSpec(
                spec.backtest().strategy(),
                spec.backtest().parameters(),
                new ExecutionSettings(was.capital(), was.fee(), was.slippage(), fill),
                spec.backtest().range());
        return new RunSpec(backtest, spec.universe(), spec.interval(), spec.useCache());
    }
}
