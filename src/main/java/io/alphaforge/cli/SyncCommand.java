package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries;
import io.alphaforge.catalog.SyncedSeries.Outcome;
import io.alphaforge.run.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Brings the mirror of a server up to date. */
@Command(name = "sync", description = "Brings the mirror of the server on this machine up to date.")
final class SyncCommand implements Callable<Integer> {
    private static final List<Field<SyncedSeries>> FIELDS = List.of(
            Field.text("symbol", s -> s.key().symbol()),
            Field.text("interval", s -> s.key().interval().code()),
            Field.text(
                    "outcome", s -> s.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
            Field.integer("bars", SyncedSeries::bars),
            Field.text("reason", s -> s.reason().isEmpty() ? null : s.reason()));
    private static final List<Field<SyncReport>> TOTALS = List.of(
            Field.integer("current", SyncReport::current),
            Field.integer("whole", r -> r.count(Outcome.WHOLE)),
            Field.integer("tails", r -> r.count(Outcome.TAIL)),
            Field.integer("removed", r -> r.count(Outcome.REMOVED)),
            Field.integer("no_room", r -> r.count(Outcome.NO_ROOM)),
            Field.integer("failed", r -> r.count(Outcome.FAILED)),
            Field.integer("bars", SyncReport::bars),
            Field.flag("cancelled", SyncReport::cancelled),
            Field.text("problem", r -> r.problem().isEmpty() ? null : r.problem()));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        try (Interrupt interrupt = new Interrupt(root.terminal, () -> {});
                Workspace workspace = root.open()) {
            Optional<Mirror> mirror = workspace.mirror();
            if (mirror.isEmpty()) {
                root.terminal.note("The database is on this machine already, so there is nothing to sync.");
                return ExitStatus.DONE;
            }
            Progress progress = root.progress("Sync");
            JsonLines json = new JsonLines(root.terminal.out());
            SyncReport report = mirror.get()
                    .sync(
                            (done, total, bars, latest) -> {
                                if (root.format == OutputFormat.json) {
                                    json.line(line -> line.put("type", "series").fields(FIELDS, latest));
                                }
                                progress.update(done, total, Formats.text("%s  %,d bars", latest.key(), bars));
                            },
                            interrupt::raised);
            progress.end();
            if (root.format == OutputFormat.json) {
                json.line(line -> line.put("type", "finished").fields(TOTALS, report));
            } else if (!report.series().isEmpty() || root.format == OutputFormat.csv) {
                new Rows<>(FIELDS, FIELDS.stream().map(Field::name).toList())
                        .write(report.series(), root.format, root.terminal.out());
            }
            return told(report);
        }
    }

    private int told(SyncReport report) {
        if (!root.quiet) {
            root.terminal.note(Formats.text(
                    "%s: %,d series were current, %,d fetched whole, %,d grew, %,d removed, %,d failed; %,d bars travelled",
                    report.cancelled() ? "Stopped" : "Done",
                    report.current(),
                    report.count(Outcome.WHOLE),
                    report.count(Outcome.TAIL),
                    report.count(Outcome.REMOVED),
                    report.count(Outcome.FAILED),
                    report.bars()));
        }
        if (report.count(Outcome.NO_ROOM) > 0) {
            root.terminal.note(Formats.text(
                    "%,d series found no room within the mirror's limit; raise ALPHAFORGE_MIRROR_LIMIT_MB to keep them.",
                    report.count(Outcome.NO_ROOM)));
        }
        if (report.cancelled()) {
            return ExitStatus.CANCELLED;
        }
        if (!report.problem().isEmpty()) {
            root.terminal.note(report.problem());
            return ExitStatus.UNUSABLE;
        }
        return report.count(Outcome.FAILED) == 0 ? ExitStatus.DONE : ExitStatus.SOME_FAILED;
    }
}
