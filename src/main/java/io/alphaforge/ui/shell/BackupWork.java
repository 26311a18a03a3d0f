package io.alphaforge.ui.shell;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.ErrorText;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.JobWork;
import io.alphaforge.ui.kit.Notice;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a backup in the background while everything else goes on. */
final class BackupWork {
    private static final Logger LOG = LoggerFactory.getLogger(BackupWork.class);

    private BackupWork() {}

    static void start(Workspace workspace, Desk desk, Path file) {
        AtomicBoolean cancelled = new AtomicBoolean();
        new JobWork(desk.background(), desk.pulse(), desk.jobs(), true)
                .start(
                        "Backup",
                        () -> cancelled.set(true),
                        job -> backUp(workspace, file, progress(job, desk), cancelled),
                        outcome -> desk.notices().tell(outcome));
    }

    private static BackupProgress progress(Job job, Desk desk) {
        return (what, done, total) -> desk.pulse().request(() -> {
            job.text().set(words(what, done, total));
            job.fraction().set((double) done / total);
        });
    }

    private static Notice backUp(Workspace workspace, Path file, BackupProgress progress, AtomicBoolean cancelled) {
        try {
            return notice(workspace.admin().backUp(file, progress, cancelled::get));
        } catch (CancellationException e) {
            LOG.info("The backup was cancelled.");
            return Notice.information("The backup was cancelled; there is no new file.");
        } catch (Throwable e) {
            return Notice.problem(ErrorText.logged("The backup", e));
        }
    }

    static String words(String what, long done, long total) {
        return what + "  " + Formats.percent(100.0 * done / total, 0);
    }

    private static Notice notice(BackupReport report) {
        return report.warning()
                .map(warning -> Notice.problem(said(report) + " " + warning))
                .orElseGet(() -> Notice.success(said(report)));
    }

    private static String said(BackupReport report) {
        return (report.file() == null ? "The backup" : report.file().getFileName()) + " holds "
                + Formats.count(report.series()) + " series with "
                + Formats.plural(report.bars(), "bar") + " and " + Formats.plural(report.runs(), "run")
                + ", and was read back.";
    }
}
