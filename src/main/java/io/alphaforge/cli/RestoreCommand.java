package io.alphaforge.cli;

import io.alphaforge.catalog.BackupReport;
import io.alphaforge.run.WorkspaceOpener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts a backup in the place of the local database. */
@Command(
        name = "restore",
        description =
                "Puts a backup, after it was checked, in the place of the local database, which is kept beside it.")
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private DatabaseCommand parent;

    @Parameters(paramLabel = "FILE", description = "A file that 'db backup' has written.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--yes", description = "Does it; without this nothing is changed.")
    private boolean yes;

    @Override
    public Integer call() {
        RootCommand root = parent.root();
        WorkspaceOpener.Options options = root.options();
        if (!yes) {
            root.terminal.note("This puts " + file + " in the place of the database; what is there now is kept under"
                    + " another name. Nothing was changed; --yes does it.");
            return ExitStatus.WRONG_USAGE;
        }
        try (Interrupt interrupt = new Interrupt(root.terminal, () -> {})) {
            return restore(root, options, interrupt);
        }
    }

    private int restore(RootCommand root, WorkspaceOpener.Options options, Interrupt interrupt) {
        Progress progress = root.progress("Restore");
        try {
            BackupReport report = root.opener()
                    .restore(
                            options,
                            file.toAbsolutePath().normalize(),
                            (what, done, total) -> progress.update(done, total, what),
                            interrupt::raised);
            progress.end();
            if (root.format != OutputFormat.table) {
                new Rows<>(BackupCommand.FIELDS, List.of()).write(List.of(report), root.format, root.terminal.out());
            } else {
                root.terminal
                        .out()
                        .println(Formats.text(
                                "Restored %,d series with %,d bars and %,d runs; %s",
                                report.series(),
                                report.bars(),
                                report.runs(),
                                report.file() == null
                                        ? "there was no database before"
                                        : "the database from before is " + report.file()));
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
