package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.market.TimeRange;
import io.alphaforge.run.Origin;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.ReturnSummary;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the events of a run: programs get each as it happens, people a progress line and then a table. */
final class BacktestPrinter implements Consumer<RunEvent> {
    private static final List<Field<ResultRow>> FIELDS = ResultFields.all();
    static final Rows<ResultRow> ROWS = new Rows<>(
            FIELDS,
            List.of(
                    "symbol",
                    "total_return_pct",
                    "buy_and_hold_return_pct",
                    "excess_return_pct",
                    "num_trades",
                    "win_rate_pct",
                    "max_drawdown_pct",
                    "sharpe_ratio",
                    "profit_factor",
                    "exposure_pct",
                    "final_value",
                    "bars",
                    "from",
                    "to",
                    "quality_score",
                    "origin"));

    private final Terminal terminal;
    private final OutputFormat format;
    private final boolean quiet;
    private final JsonLines json;
    private final List<ResultRow> rows = new ArrayList<>();
    private final List<RunEvent.Failed> failures = new ArrayList<>();
    private @Nullable CsvLines<ResultRow> csv;
    private @Nullable Progress progress;
    private int total;
    private boolean hasProblem;

    BacktestPrinter(Terminal terminal, OutputFormat format, boolean quiet) {
        this.terminal = terminal;
        this.format = format;
        this.quiet = quiet;
        this.json = new JsonLines(terminal.out());
    }

    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            started(started);
        } else if (event instanceof RunEvent.Result result) {
            result(result.row());
        } else if (event instanceof RunEvent.Failed failed) {
            failed(failed);
        } else if (event instanceof RunEvent.Finished finished) {
            finished(finished.summary(), finished.problem());
        }
    }

    /** Whether something went wrong with the run as a whole; to be asked when it is over. */
    boolean hasProblem() {
        return hasProblem;
    }

    private void started(RunEvent.Started started) {
        total = started.total();
        progress = new Progress(terminal, quiet, "Backtest");
        if (format == OutputFormat.csv) {
            csv = new CsvLines<>(FIELDS, terminal.out());
        } else if (format == OutputFormat.json) {
            RunSpec spec = started.spec();
            ExecutionSettings execution = spec.backtest().execution();
            TimeRange range = spec.backtest().range();
            json.line(line -> line.put("type", "started")
                    .put("run", started.runId())
                    .put("total", (long) started.total())
                    .put("skipped", (long) started.skipped())
                    .put("strategy", spec.backtest().strategy().name())
                    .put("parameters", spec.backtest().parameters().values())
                    .put("universe", spec.universe().text())
                    .put("interval", spec.interval().code())
                    .put("from", range.hasFrom() ? Formats.iso(range.from()) : null)
                    .put("to_exclusive", range.hasTo() ? Formats.iso(range.to()) : null)
                    .put("capital", execution.capital())
                    .put("fee", execution.fee())
                    .put("slippage", execution.slippage())
                    .put("fill", execution.fill().code()));
        }
        if (started.skipped() > 0 && !quiet) {
            terminal.note(Formats.text(
                    "%,d coins are left out: they have no bars at %s or finer.",
                    started.skipped(), started.spec().interval()));
        }
    }

    private void result(ResultRow row) {
        rows.add(row);
        if (format == OutputFormat.json) {
            json.line(line -> line.put("type", "result").fields(FIELDS, row));
        } else if (csv != null) {
            csv.line(row);
        }
        step(row.symbol());
    }

    private void failed(RunEvent.Failed failed) {
        failures.add(failed);
        if (format == OutputFormat.json) {
            json.line(line ->
                    line.put("type", "failed").put("symbol", failed.symbol()).put("reason", failed.reason()));
        }
        step(failed.symbol());
    }

    private void step(String symbol) {
        if (progress != null) {
            progress.update(rows.size() + failures.size(), total, symbol);
        }
    }

    private void finished(RunSummary summary, String problem) {
        hasProblem = !problem.isEmpty();
        if (progress != null) {
            progress.end();
        }
        if (format == OutputFormat.json) {
            json.line(line -> line.put("type", "finished")
                    .put("run", summary.runId())
                    .put("status", summary.status().name().toLowerCase(java.util.Locale.ROOT))
                    .put("total", (long) summary.total())
                    .put("completed", (long) summary.completed())
                    .put("failed", (long) summary.failed())
                    .put("cached", (long) summary.cached())
                    .put("elapsed_ms", summary.elapsedMs())
                    .put("first_result_ms", summary.firstResultMs())
                    .put("problem", problem.isEmpty() ? null : problem));
        } else {
            if (format == OutputFormat.table && !rows.isEmpty()) {
                table();
            }
            failures.forEach(f -> terminal.note(f.symbol() + " failed: " + f.reason()));
        }
        if (!problem.isEmpty()) {
            terminal.note(problem);
        }
        if (!quiet) {
            summary(summary);
        }
    }

    private void table() {
        rows.sort(Comparator.comparingDouble(
                        (ResultRow r) -> -r.result().statistics().returns().totalReturnPct())
                .thenComparing(ResultRow::symbol));
        ROWS.write(rows, OutputFormat.table, terminal.out());
        rows.stream()
                .filter(r -> r.result().noTradeReason() != null
                        && r.result().statistics().trades().numTrades() == 0
                        && r.result().statistics().trades().openTrades() == 0)
                .forEach(r ->
                        terminal.note(r.symbol() + ": no trade. " + r.result().noTradeReason()));
    }

    private void summary(RunSummary summary) {
        ReturnSummary returns = ReturnSummary.of(rows);
        if (!rows.isEmpty()) {
            terminal.note(Formats.text(
                    "Return: average %+,.2f %%, median %+,.2f %%, best %+,.2f %% (%s), worst %+,.2f %% (%s), %.0f %% of coins profitable",
                    returns.average(),
                    returns.median(),
                    returns.best().value(),
                    returns.best().symbol(),
                    returns.worst().value(),
                    returns.worst().symbol(),
                    returns.profitablePct()));
        }
        if (rows.stream().anyMatch(ResultRow::synthetic)) {
            terminal.note("Coins ending in .DEMO are synthetic.");
        }
        long unverified =
                rows.stream().filter(r -> r.origin() == Origin.UNVERIFIED).count();
        if (unverified > 0) {
            terminal.note(Formats.text(
                    "%,d results are unverified: this database does not tell of changed bars. 'alphaforge sync' compares"
                            + " them, 'alphaforge db migrate' makes that unnecessary.",
                    unverified));
        }
        terminal.note(Formats.text(
                "%s: %,d of %,d coins, %,d from the cache, %,d failed, %s%s; run %s",
                switch (summary.status()) {
                    case FINISHED -> "Done";
                    case CANCELLED -> "Cancelled";
                    case BROKEN -> "Stopped";
                },
                summary.completed(),
                summary.total(),
                summary.cached(),
                summary.failed(),
                Formats.millis(summary.elapsedMs()),
                Double.isNaN(summary.firstResultMs())
                        ? ""
                        : ", the first after " + Formats.millis(summary.firstResultMs()),
                summary.runId()));
    }
}
