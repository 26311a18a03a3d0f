package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.WarmUp;
import io.alphaforge.run.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs again what was run most often, so that its results are kept for the next who asks. */
@Command(
        name = "warm",
        description = "Runs the most used backtests of the archive again, so that their results are kept.")
final class CacheWarmCommand implements Callable<Integer> {
    private static final List<Field<Warmed>> FIELDS = List.of(
            Field.text("strategy", w -> w.usage.spec().backtest().strategy().name()),
            Field.text("parameters", w -> parameters(w.usage.spec())),
            Field.text("universe", w -> w.usage.spec().universe().text()),
            Field.text("interval", w -> w.usage.spec().interval().code()),
            Field.integer("runs", w -> w.usage.runs()),
            Field.text("status", w -> w.summary.status().name().toLowerCase(java.util.Locale.ROOT)),
            Field.integer("coins", w -> w.summary.total()),
            Field.integer("computed", w -> w.summary.completed() - w.summary.cached()),
            Field.integer("kept", w -> w.summary.cached()),
            Field.integer("failed", w -> w.summary.failed()),
            Field.real("elapsed_ms", Field.Unit.MILLISECONDS, w -> w.summary.elapsedMs()));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CacheCommand cache;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many specifications, most used first (default: ${DEFAULT-VALUE}).")
    private int top = 5;

    /** What came of one specification. */
    private record Warmed(WarmUp.Usage usage, RunSummary summary) {}

    @Override
    public Integer call() throws InterruptedException {
        if (top < 1) {
            throw new IllegalArgumentException("--top " + top + " asks for nothing; choose 1 or more.");
        }
        RootCommand root = cache.root();
        AtomicReference<RunHandle> current = new AtomicReference<>();
        try (Interrupt interrupt = new Interrupt(root.terminal, () -> {
                    RunHandle handle = current.get();
                    if (handle != null) {
                        handle.cancel();
                    }
                });
                Workspace workspace = root.openForReading()) {
            WarmUp warmUp = new WarmUp(workspace.archive(), workspace.backtests());
            List<WarmUp.Usage> wanted = warmUp.mostUsed(top);
            List<Warmed> done = new ArrayList<>();
            for (WarmUp.Usage usage : wanted) {
                if (interrupt.raised()) {
                    break;
                }
                Progress progress = root.progress(
                        "Run " + (done.size() + 1) + " of " + wanted.size() + ", " + name(usage.spec()) + ":");
                RunHandle handle = warmUp.start(usage, new Told(progress));
                current.set(handle);
                if (interrupt.raised()) {
                    handle.cancel();
                }
                RunSummary summary = handle.await();
                progress.end();
                warmUp.forget(summary);
                done.add(new Warmed(usage, summary));
            }
            if (wanted.isEmpty() && !root.quiet) {
                root.terminal.note("No run is in the archive yet, so there is nothing to run again.");
            }
            new Rows<>(FIELDS, FIELDS.stream().map(Field::name).toList()).write(done, root.format, root.terminal.out());
            return status(done, interrupt.raised());
        }
    }

    private static int status(List<Warmed> done, boolean stopped) {
        if (stopped || done.stream().anyMatch(w -> w.summary.status() == RunSummary.Status.CANCELLED)) {
            return ExitStatus.CANCELLED;
        }
        if (done.stream().anyMatch(w -> w.summary.status() == RunSummary.Status.BROKEN)) {
            return ExitStatus.UNUSABLE;
        }
        return done.stream().anyMatch(w -> w.summary.failed() > 0) ? ExitStatus.SOME_FAILED : ExitStatus.DONE;
    }

    private static String name(RunSpec spec) {
        return spec.backtest().strategy().name() + " " + spec.interval().code() + " "
                + spec.universe().text();
    }

    private static String parameters(RunSpec spec) {
        return spec.backtest().parameters().values().entrySet().stream()
                .map(e -> e.getKey() + "=" + Formats.text("%s", e.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Tells how far a run is. */
    private static final class Told implements java.util.function.Consumer<RunEvent> {
        private final Progress progress;
        private final AtomicInteger total = new AtomicInteger();
        private final AtomicInteger over = new AtomicInteger();

        Told(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void accept(RunEvent event) {
            if (event instanceof RunEvent.Started started) {
                total.set(started.total());
            } else if (event instanceof RunEvent.Result result) {
                progress.update(
                        over.incrementAndGet(), total.get(), result.row().symbol());
            } else if (event instanceof RunEvent.Failed failed) {
                progress.update(over.incrementAndGet(), total.get(), failed.symbol());
            }
        }
    }
}
