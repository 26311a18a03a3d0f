package io.alphaforge.cli;

import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.run.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes the whole local database into one file that was read back. */
@Command(
        name = "backup",
        description = "Writes the whole local database into one file, while it is in use, and reads that file back.")
final class BackupCommand implements Callable<Integer> {
    static final List<Field<BackupReport>> FIELDS = List.of(
            Field.text("file", r -> r.file() == null ? null : r.file().toString()),
            Field.integer("series", BackupReport::series),
            Field.integer("bars", BackupReport::bars),
            Field.integer("runs", BackupReport::runs),
            Field.integer("bytes", BackupReport::bytes),
            Field.text("sha256", BackupReport::sha256),
            Field.text(
                    "damaged",
                    r -> r.damaged().isEmpty()
                            ? null
                            : r.damaged().stream().map(SeriesKey::toString).collect(Collectors.joining(", "))));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private DatabaseCommand parent;

    @Parameters(paramLabel = "FILE", description = "The file to be written; one that is there is replaced.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    public Integer call() {
        RootCommand root = parent.root();
        try (Interrupt interrupt = new Interrupt(root.terminal, () -> {})) {
            return backUp(root, interrupt);
        }
    }

    private int backUp(RootCommand root, Interrupt interrupt) {
        Progress progress = root.progress("Backup");
        Path target = file.toAbsolutePath().normalize();
        try (Workspace workspace = root.open()) {
            // Of the database itself the store knows more to say.
            if (workspace.admin().file().filter(target::equals).isEmpty()
                    && workspace.ownFiles().test(target)) {
                throw new IllegalArgumentException(
                        target + " is a file that AlphaForge itself works with; name another one for the backup.");
            }
            BackupReport report = workspace
                    .admin()
                    .backUp(target, (what, done, total) -> progress.update(done, total, what), interrupt::raised);
            progress.end();
            if (root.format != OutputFormat.table) {
                new Rows<>(FIELDS, List.of()).write(List.of(report), root.format, root.terminal.out());
            } else {
                root.terminal
                        .out()
                        .println(Formats.text(
                                "%s holds %,d series with %,d bars and %,d runs, and was read back; SHA-256 %s",
                                report.file(), report.series(), report.bars(), report.runs(), report.sha256()));
                root.terminal.out().flush();
            }
            report.warning().ifPresent(root.terminal::note);
            return report.damaged().isEmpty() ? ExitStatus.DONE : ExitStatus.SOME_FAILED;
        } catch (CancellationException e) {
            // While the interrupt holds the process: after that nobody would read it any more.
            progress.end();
            root.terminal.note(String.valueOf(e.getMessage()));
            return ExitStatus.CANCELLED;
        }
    }
}
