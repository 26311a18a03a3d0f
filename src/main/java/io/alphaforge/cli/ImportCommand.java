package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Quality;
import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.ImportProgress;
import io.alphaforge.feed.ImportSummary;
import io.alphaforge.feed.Importer;
import io.alphaforge.feed.Layout;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Imports files and folders of market data. */
@Command(
        name = "import",
        description =
                "Imports files and folders of market data, also zipped or gzipped; layouts are recognised by content.")
final class ImportCommand implements Callable<Integer> {
    private static final int REJECTIONS_SHOWN = 5;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> paths;

    @Option(
            names = "--layout",
            paramLabel = "auto|NAME",
            defaultValue = "auto",
            description = "Default: ${DEFAULT-VALUE}.")
    private String layout = "auto";

    @Option(names = "--symbol", paramLabel = "S", description = "The symbol, where the file does not tell it.")
    private @Nullable String symbol;

    @Option(names = "--suffix", paramLabel = ".P", description = "Put behind every symbol, to keep markets apart.")
    private @Nullable String suffix;

    @Option(names = "--interval", paramLabel = "I", description = "The interval, where the spacing does not tell it.")
    private @Nullable String interval;

    @Option(names = "--replace", description = "Takes new bars even where most of them differ from stored ones.")
    private boolean replace;

    @Option(names = "--dry-run", description = "Reads and reports, but writes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        ImportOptions options = new ImportOptions(
                Layout.parse(layout).orElse(null),
                symbol,
                suffix,
                interval == null ? null : Interval.parse(interval),
                replace,
                dryRun);
        try (Interrupt interrupt = new Interrupt(root.terminal, () -> {});
                Workspace workspace = root.open()) {
            Progress progress = root.progress(dryRun ? "Reading" : "Import");
            ImportReportPrinter printer = new ImportReportPrinter(root.terminal, root.format, progress);
            Importer importer = new Importer(workspace.bars(), Clock.systemUTC(), workspace.ownFiles());
            ImportSummary summary = importer.run(paths, options, printer, interrupt::raised);
            progress.end();
            if (!root.quiet) {
                root.terminal.note(Formats.text(
                        "%s: %,d files, %,d bars, %,d added, %,d changed, %,d rows rejected, %,d files failed%s",
                        summary.cancelled() ? "Stopped" : dryRun ? "Dry run" : "Done",
                        summary.imported(),
                        printer.bars,
                        printer.added,
                        printer.changed,
                        printer.rejected,
                        summary.failed(),
                        dryRun ? "; nothing was written" : ""));
            }
            if (summary.cancelled()) {
                return ExitStatus.CANCELLED;
            }
            if (summary.reports().isEmpty()) {
                throw new IllegalArgumentException(
                        "There are no files in " + paths + "; name files or folders with data.");
            }
            return summary.failed() == 0
                    ? ExitStatus.DONE
                    : summary.imported() == 0 ? ExitStatus.UNUSABLE : ExitStatus.SOME_FAILED;
        }
    }

    /** One line a file, as it is done. */
    private static final class ImportReportPrinter implements ImportListener {
        private static final List<Field<FileReport.Imported>> FIELDS = List.of(
                Field.text("file", FileReport.Imported::file),
                Field.text("layout", r -> r.layout().code()),
                Field.text("symbol", r -> r.series().symbol()),
                Field.text("interval", r -> r.series().interval().code()),
                Field.integer("bars", FileReport.Imported::bars),
                Field.time("from", FileReport.Imported::firstOpen),
                Field.time("to", FileReport.Imported::lastOpen),
                Field.integer("gaps", r -> r.quality().gaps()),
                Field.integer("missing", r -> r.quality().missing()),
                Field.integer("duplicates", r -> r.quality().duplicates()),
                Field.integer("overridden", FileReport.Imported::overridden),
                Field.integer("rejected", r -> r.quality().rejected()),
                Field.integer("incomplete", FileReport.Imported::incomplete),
                Field.integer("added", FileReport.Imported::added),
                Field.integer("changed", FileReport.Imported::changed),
                Field.integer("unchanged", FileReport.Imported::unchanged),
                Field.text("note", r -> r.note().isEmpty() ? null : r.note()));

        private final Terminal terminal;
        private final OutputFormat format;
        private final Progress progress;
        private final JsonLines json;
        private final @Nullable CsvLines<FileReport.Imported> csv;
        private long bars;
        private long added;
        private long changed;
        private long rejected;

        ImportReportPrinter(Terminal terminal, OutputFormat format, Progress progress) {
            this.terminal = terminal;
            this.format = format;
            this.progress = progress;
            this.json = new JsonLines(terminal.out());
            this.csv = format == OutputFormat.csv ? new CsvLines<>(FIELDS, terminal.out()) : null;
        }

        @Override
        public void finished(FileReport report) {
            progress.end();
            if (report instanceof FileReport.Imported imported) {
                imported(imported);
            } else if (report instanceof FileReport.Failed failed) {
                if (format == OutputFormat.json) {
                    json.line(line -> line.put("type", "failed")
                            .put("file", failed.file())
                            .put("reason", failed.reason()));
                }
                terminal.note(failed.reason());
            }
        }

        @Override
        public void progress(ImportProgress now) {
            progress.update(now.filesDone(), now.files(), Formats.text("%,d bars", now.bars()));
        }

        private void imported(FileReport.Imported report) {
            bars += report.bars();
            added += report.added();
            changed += report.changed();
            rejected += report.quality().rejected();
            switch (format) {
                case table -> terminal.out().println(sentence(report));
                case json -> json.line(line -> line.put("type", "imported").fields(FIELDS, report));
                case csv -> {
                    if (csv != null) {
                        csv.line(report);
                    }
                }
            }
            terminal.out().flush();
            if (!report.note().isEmpty()) {
                terminal.note("  note: " + report.file() + ": " + report.note());
            }
            report.rejections().stream().limit(REJECTIONS_SHOWN).forEach(r -> terminal.note("  rejected " + r));
            long more = report.quality().rejected()
                    - Math.min(REJECTIONS_SHOWN, report.rejections().size());
            if (more > 0) {
                terminal.note(
                        Formats.text(more == 1 ? "  and %,d more rejected row" : "  and %,d more rejected rows", more));
            }
        }

        private static String sentence(FileReport.Imported report) {
            Quality quality = report.quality();
            return Formats.text(
                    "%s: %s, %,d bars, %s to %s, %s, %,d duplicates%s, %,d rejected%s; %,d added, %,d changed [%s]",
                    report.file(),
                    report.series(),
                    report.bars(),
                    Formats.time(report.firstOpen()),
                    Formats.time(report.lastOpen()),
                    quality.gaps() == 0
                            ? "no gaps"
                            : Formats.text("%,d gaps with %,d missing bars", quality.gaps(), quality.missing()),
                    quality.duplicates(),
                    report.overridden() == 0 ? "" : Formats.text(" (%,d with other values)", report.overridden()),
                    quality.rejected(),
                    report.incomplete() == 0 ? "" : Formats.text(", %,d not complete yet", report.incomplete()),
                    report.added(),
                    report.changed(),
                    report.layout().code());
        }
    }
}
