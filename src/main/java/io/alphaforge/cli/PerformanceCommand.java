package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.TimesFields;
import io.alphaforge.telemetry.Diagnostics;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.telemetry.Span;
import io.alphaforge.telemetry.Summary;
import io.alphaforge.telemetry.Watching;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what runs took; opens no database, so that it works while another process has it. */
@Command(
        name = "performance",
        description =
                "Shows what the runs of this computer took: average and percentiles of duration, speed, cache hits"
                        + " and first result.")
final class PerformanceCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Option(
            names = "--last",
            paramLabel = "hour|day|1000",
            description = "Over which runs: of the last hour, of the last day, or the last 1,000 (default: all three).")
    private @Nullable String last;

    @Option(names = "--runs", description = "The runs themselves instead, newest first, with where their time went.")
    private boolean runs;

    @Override
    public Integer call() {
        Span span = last == null ? null : Span.parse(last);
        Watching watching = root.opener().watching(root.options().home());
        List<RunTimes> all = watching.runs().runs();
        long now = System.currentTimeMillis();
        if (runs) {
            write(TimesFields.runs(), (span == null ? Span.RUNS : span).of(all, now));
        } else {
            write(TimesFields.summaries(), span == null ? Summary.of(all, now) : Summary.of(all, span, now));
        }
        if (!root.quiet) {
            root.terminal.note(all.isEmpty() ? "No run was measured yet." : words(all.getFirst()));
        }
        return ExitStatus.DONE;
    }

    private <R> void write(List<Field<R>> fields, List<R> rows) {
        new Rows<>(fields, fields.stream().map(Field::name).toList()).write(rows, root.format, root.terminal.out());
    }

    /** Where the time of a run went. */
    private static String words(RunTimes run) {
        return Formats.text(
                "The last run took %s; threads were busy for %s in all: %s.",
                Formats.millis(run.took().millis()),
                Formats.millis(run.phases().total()),
                Diagnostics.phases(run.phases()));
    }
}
