package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoReport;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Fills the database with synthetic coins. */
@Command(
        name = "demo",
        description = "Fills the database with synthetic coins to try things out on; their symbols end in .DEMO.")
final class DemoCommand implements Callable<Integer> {
    private static final List<Field<DemoReport>> FIELDS = List.of(
            Field.integer("coins", DemoReport::coins),
            Field.integer("bars", DemoReport::bars),
            Field.integer("added", DemoReport::added));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Option(
            names = "--symbols",
            paramLabel = "N",
            defaultValue = "260",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int symbols = 260;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "1500",
            description = "How far back (default: ${DEFAULT-VALUE}).")
    private int days = 1_500;

    @Option(names = "--interval", paramLabel = "1d|1h", defaultValue = "1d", description = "Default: ${DEFAULT-VALUE}.")
    private String interval = "1d";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed, another universe.")
    private long seed = 1;

    @Option(names = "--if-empty", description = "Does nothing when the database holds anything.")
    private boolean ifEmpty;

    @Override
    public Integer call() {
        DemoOptions options = new DemoOptions(symbols, days, Interval.parse(interval), seed);
        try (Interrupt interrupt = new Interrupt(root.terminal, () -> {});
                Workspace workspace = root.open()) {
            if (ifEmpty && !workspace.bars().series().isEmpty()) {
                return ExitStatus.DONE;
            }
            Progress progress = root.progress("Demo");
            DemoReport report = new DemoUniverse(InstantSource.system())
                    .write(
                            workspace.bars(),
                            options,
                            (done, total, bars) -> progress.update(done, total, Formats.text("%,d bars", bars)),
                            interrupt::raised);
            progress.end();
            if (root.format != OutputFormat.table) {
                new Rows<>(FIELDS, List.of()).write(List.of(report), root.format, root.terminal.out());
            } else if (!root.quiet) {
                root.terminal.note(Formats.text(
                        "%,d synthetic coins with %,d bars, %,d of them new",
                        report.coins(), report.bars(), report.added()));
            }
            return report.cancelled() ? ExitStatus.CANCELLED : ExitStatus.DONE;
        }
    }
}
