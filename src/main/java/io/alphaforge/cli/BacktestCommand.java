package io.alphaforge.cli;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.Universe;
import io.alphaforge.run.Workspace;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs a strategy over many coins; every result is written the moment it exists. */
@Command(
        name = "backtest",
        description =
                "Runs a strategy over many coins; with --format json every result is written the moment it exists.")
final class BacktestCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Option(names = "--strategy", required = true, paramLabel = "NAME", description = "rsi, sma-cross, bollinger, …")
    @SuppressWarnings("NullAway.Init")
    private String strategy;

    @Option(
            names = "--set",
            paramLabel = "k=v",
            description = "A parameter of the strategy; may be given several times.")
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = "--universe",
            paramLabel = "all|top:N|bars:N|S1,S2",
            defaultValue = "all",
            description =
                    "Which coins (default: ${DEFAULT-VALUE}); top:N are those with the highest turnover of 30 days, bars:N"
                            + " those with at least N bars at the interval.")
    private String universe = "all";

    @Option(names = "--interval", paramLabel = "I", defaultValue = "1d", description = "Default: ${DEFAULT-VALUE}.")
    private String interval = "1d";

    @Option(names = "--from", paramLabel = "D", description = "First day or time in UTC, inclusive.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "D", description = "Last day in UTC, inclusive; a time is exclusive.")
    private @Nullable String to;

    @Option(names = "--capital", defaultValue = "10000", description = "Starting cash (default: ${DEFAULT-VALUE}).")
    private double capital = 10_000;

    @Option(
            names = "--fee",
            defaultValue = "0.001",
            description = "Share of the value, both sides (default: ${DEFAULT-VALUE}).")
    private double fee = 0.001;

    @Option(names = "--slippage", defaultValue = "0", description = "Share of the price (default: ${DEFAULT-VALUE}).")
    private double slippage;

    @Option(
            names = "--fill",
            paramLabel = "next-open|same-close",
            defaultValue = "next-open",
            description = "At which price a signal is filled (default: ${DEFAULT-VALUE}).")
    private String fill = "next-open";

    @Option(names = "--no-cache", description = "Computes every coin, also those with a kept result.")
    private boolean noCache;

    @Override
    public Integer call() throws InterruptedException {
        RunSpec spec = spec();
        AtomicReference<RunHandle> handle = new AtomicReference<>();
        // The interrupt outlives the workspace: the process may end only when everything is written and closed.
        try (Interrupt interrupt = new Interrupt(root.terminal, () -> cancel(handle.get()));
                Workspace workspace = root.openForReading()) {
            BacktestPrinter printer = new BacktestPrinter(root.terminal, root.format, root.quiet);
            handle.set(workspace.backtests().start(spec, printer));
            if (interrupt.raised()) {
                cancel(handle.get());
            }
            RunSummary summary = java.util.Objects.requireNonNull(handle.get()).await();
            if (printer.hasProblem() && summary.status() == RunSummary.Status.FINISHED) {
                return ExitStatus.UNUSABLE;
            }
            return switch (summary.status()) {
                case FINISHED -> summary.failed() > 0 ? ExitStatus.SOME_FAILED : ExitStatus.DONE;
                case CANCELLED -> ExitStatus.CANCELLED;
                case BROKEN -> ExitStatus.UNUSABLE;
            };
        }
    }

    private RunSpec spec() {
        Strategy chosen = Strategies.named(strategy);
        BacktestSpec backtest = new BacktestSpec(
                chosen,
                Parameters.of(chosen, given()),
                new ExecutionSettings(capital, fee, slippage, FillPolicy.parse(fill)),
                TimeRange.parse(from, to));
        return new RunSpec(backtest, Universe.parse(universe), Interval.parse(interval), !noCache);
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (String one : parameters) {
            int at = one.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException(
                        "--set takes a parameter and its value, as in --set period=20, not '" + one + "'.");
            }
            String before = given.put(
                    one.substring(0, at).strip(), one.substring(at + 1).strip());
            if (before != null) {
                throw new IllegalArgumentException(
                        "--set gives '" + one.substring(0, at).strip() + "' twice; once is enough.");
            }
        }
        return given;
    }

    private static void cancel(@Nullable RunHandle handle) {
        if (handle != null) {
            handle.cancel();
        }
    }
}
