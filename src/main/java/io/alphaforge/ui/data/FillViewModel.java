package io.alphaforge.ui.data;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoReport;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.ImportProgress;
import io.alphaforge.feed.ImportSummary;
import io.alphaforge.feed.Importer;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PulseQueue;
import io.alphaforge.ui.kit.PulseScheduler;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a database in the background, with progress, cancel and a report of every file. Belongs to the thread of the
 * pulse scheduler.
 */
public final class FillViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(FillViewModel.class);

    /** Where the filling is. */
    public enum Phase {
        /** Nothing has been asked for. */
        OFFERING,
        WORKING,
        CANCELLING,
        /** Over, with a report that wants to be read. */
        REPORTING,
        /** Over, nothing to be read, and there is data now. */
        DONE
    }

    private sealed interface Event {}

    private record Progress(double fraction, String text) implements Event {}

    private record Reported(ReportLine line) implements Event {}

    /** @param stored whether there is data now that was not there before */
    private record Ended(Phase phase, boolean stored, String outcome) implements Event {}

    private final BarStore store;
    private final Clock clock;
    private final DemoOptions demo;
    private final Executor background;
    private final PulseScheduler pulse;
    private final Runnable changed;
    private final ObservableList<ReportLine> reports = FXCollections.observableArrayList();
    private final ObservableList<ReportLine> reportsView = FXCollections.unmodifiableObservableList(reports);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OFFERING);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private boolean stored;
    private AtomicBoolean cancelled = new AtomicBoolean();
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    /**
     * Fills a store.
     *
     * @param demo the universe to make when one is asked for
     * @param changed told on the thread of the pulse scheduler when the store may have changed
     */
    public FillViewModel(
            BarStore store,
            Clock clock,
            DemoOptions demo,
            Executor background,
            PulseScheduler pulse,
            Runnable changed) {
        this.store = store;
        this.clock = clock;
        this.demo = demo;
        this.background = background;
        this.pulse = pulse;
        this.changed = changed;
    }

    /** Makes a universe of synthetic coins. */
    public void createDemo() {
        begin("Creating synthetic coins…", (events, stop) -> {
            DemoReport report = new DemoUniverse(clock)
                    .write(
                            store,
                            demo,
                            (done, total, bars) -> events.accept(new Progress(
                                    (double) done / total,
                                    Formats.count(done) + " / " + Formats.plural(total, "coin") + "  ·  "
                                            + Formats.plural(bars, "bar"))),
                            stop::get);
            String made =
                    Formats.plural(report.coins(), "synthetic coin") + " with " + Formats.plural(report.bars(), "bar");
            return report.cancelled()
                    ? new Ended(Phase.REPORTING, report.coins() > 0, "Cancelled; " + made + " are stored.")
                    : new Ended(Phase.DONE, true, made + " created.");
        });
    }

    /** Imports files, and all files of folders. */
    public void importFiles(List<Path> paths) {
        begin("Looking into the files…", (events, stop) -> {
            ImportListener listener = new ImportListener() {
                @Override
                public void finished(FileReport report) {
                    events.accept(new Reported(ReportLine.of(report)));
                }

                @Override
                public void progress(ImportProgress now) {
                    events.accept(new Progress(
                            now.bytes() == 0 ? 0 : (double) now.bytesDone() / now.bytes(),
                            Formats.count(now.filesDone()) + " / " + Formats.plural(now.files(), "file") + "  ·  "
                                    + Formats.plural(now.bars(), "bar")));
                }
            };
            ImportSummary summary =
                    new Importer(store, clock).run(List.copyOf(paths), ImportOptions.DEFAULT, listener, stop::get);
            String done = Formats.plural(summary.imported(), "file") + " imported, " + Formats.count(summary.failed())
                    + " not.";
            return new Ended(
                    Phase.REPORTING, summary.imported() > 0, summary.cancelled() ? "Cancelled; " + done : done);
        });
    }

    /** Stops after the file or coin at hand; what is stored stays. */
    public void cancel() {
        cancelled.set(true);
        if (phase.get() == Phase.WORKING) {
            phase.set(Phase.CANCELLING);
        }
    }

    /** The report has been read: on to the work, or back to the offer where nothing came of it. */
    public void proceed() {
        if (phase.get() == Phase.REPORTING) {
            reports.clear();
            phase.set(stored ? Phase.DONE : Phase.OFFERING);
        }
    }

    /** Waits until nothing is written any more; never on the JavaFX thread. Call {@link #cancel} first to have that soon. */
    public Runnable end() {
        CompletableFuture<Void> current = work;
        return current::join;
    }

    private interface Job {
        Ended run(Consumer<Event> events, AtomicBoolean stop);
    }

    private void begin(String first, Job job) {
        if (phase.get() == Phase.WORKING || phase.get() == Phase.CANCELLING) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        reports.clear();
        fraction.set(0);
        text.set(first);
        outcome.set("");
        phase.set(Phase.WORKING);
        PulseQueue<Event> events = new PulseQueue<>(pulse, this::apply);
        work = CompletableFuture.runAsync(() -> events.accept(run(job, events, stop)), background);
    }

    private static Ended run(Job job, Consumer<Event> events, AtomicBoolean stop) {
        Function<String, Ended> failed = sentence -> new Ended(Phase.REPORTING, false, sentence);
        try {
            return job.run(events, stop);
        } catch (StoreException | IllegalArgumentException e) {
            LOG.warn("The database could not be filled.", e);
            return failed.apply(String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            LOG.error("The database could not be filled.", e);
            return failed.apply("This did not work because of an error in the program; see the log.");
        }
    }

    private void apply(List<Event> events) {
        List<ReportLine> lines = new ArrayList<>();
        for (Event event : events) {
            switch (event) {
                case Progress now -> {
                    fraction.set(now.fraction());
                    text.set(now.text());
                }
                case Reported reported -> lines.add(reported.line());
                case Ended ended -> {
                    reports.addAll(lines);
                    lines.clear();
                    outcome.set(ended.outcome());
                    stored |= ended.stored();
                    changed.run();
                    phase.set(ended.phase());
                }
            }
        }
        reports.addAll(lines);
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** How far it is, 0 to 1. */
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /** How far it is, in words. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** How it ended, in one sentence. */
    public ReadOnlyStringProperty outcome() {
        return outcome.getReadOnlyProperty();
    }

    ObservableList<ReportLine> reports() {
        return reportsView;
    }
}
