package io.alphaforge.ui.data;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoReport;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.ImportProgress;
import io.alphaforge.feed.ImportSummary;
import io.alphaforge.feed.Importer;
import io.alphaforge.ui.data.FillEvent.Ended;
import io.alphaforge.ui.data.FillEvent.Ending;
import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.ErrorText;
import io.alphaforge.ui.kit.Formats;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One filling of a database, to be done in the background. */
@FunctionalInterface
interface FillWork {
    /**
     * Does it, telling what happens but the end, which it returns.
     *
     * @param cancelled asked between files or coins
     */
    Ended run(Consumer<FillEvent> events, BooleanSupplier cancelled);

    /** Makes a universe of synthetic coins. */
    static FillWork demo(BarStore store, Clock clock, DemoOptions options) {
        return (events, cancelled) -> {
            long started = clock.millis();
            DemoReport report = new DemoUniverse(clock)
                    .write(
                            store,
                            options,
                            (done, total, bars) -> events.accept(new FillEvent.Progress(
                                    FillProgress.of(done, total, bars, clock.millis() - started))),
                            cancelled);
            String made =
                    Formats.plural(report.coins(), "synthetic coin") + " with " + Formats.plural(report.bars(), "bar");
            return report.cancelled()
                    ? new Ended(
                            Phase.REPORTING,
                            report.coins() > 0,
                            Ending.CANCELLED,
                            "Cancelled; " + made + " are stored.")
                    : new Ended(Phase.DONE, true, Ending.WELL, made + " created.");
        };
    }

    /** Imports files, and all files of folders. */
    static FillWork imports(Importer importer, Clock clock, List<Path> files, ImportOptions options) {
        return (events, cancelled) -> {
            long started = clock.millis();
            ImportListener listener = new ImportListener() {
                @Override
                public void finished(FileReport report) {
                    events.accept(new FillEvent.Reported(ReportLine.of(report, options.dryRun())));
                }

                @Override
                public void progress(ImportProgress now) {
                    events.accept(new FillEvent.Progress(FillProgress.of(now, clock.millis() - started)));
                }
            };
            ImportSummary summary = importer.run(files, options, listener, cancelled);
            String done = Formats.plural(summary.imported(), "file")
                    + (options.dryRun() ? " readable, " : " imported, ") + Formats.count(summary.failed()) + " not.";
            return new Ended(
                    Phase.REPORTING,
                    summary.imported() > 0 && !options.dryRun(),
                    summary.failed() > 0 ? Ending.AMISS : summary.cancelled() ? Ending.CANCELLED : Ending.WELL,
                    summary.cancelled() ? "Cancelled; " + done : done);
        };
    }

    /** This work, its errors turned into a sentence. */
    default FillWork guarded() {
        return (events, cancelled) -> {
            try {
                return run(events, cancelled);
            } catch (Throwable e) {
                return new Ended(Phase.REPORTING, false, Ending.AMISS, ErrorText.logged("Filling the database", e));
            }
        };
    }
}
