package io.alphaforge.ui.data;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.Importer;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.data.FillEvent.Ending;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.PulseQueue;
import io.alphaforge.ui.kit.PulseScheduler;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Fills a database in the background, with progress, cancel and a report of every file. Belongs to the thread of the
 * pulse scheduler.
 */
public final class FillViewModel {
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

    private final BarStore store;
    private final Clock clock;
    private final DemoOptions demo;
    private final Executor background;
    private final PulseScheduler pulse;
    private final Runnable changed;
    private final Jobs jobs;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final ObservableList<ReportLine> reports = FXCollections.observableArrayList();
    private final ObservableList<ReportLine> reportsView = FXCollections.unmodifiableObservableList(reports);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.OFFERING);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper queued = new ReadOnlyIntegerWrapper();
    /** Files that are not imported, since the application works with them. */
    private Predicate<Path> own = file -> false;

    private @Nullable Job running;
    private boolean stored;
    private Ending ending = Ending.WELL;
    private int imports;
    private AtomicBoolean cancelled = new AtomicBoolean();
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    /**
     * Fills a store.
     *
     * @param demo the universe to make when one is asked for
     * @param changed told on the thread of the pulse scheduler when the store may have changed
     * @param jobs knows the filling while it goes on
     */
    public FillViewModel(
            BarStore store,
            Clock clock,
            DemoOptions demo,
            Executor background,
            PulseScheduler pulse,
            Runnable changed,
            Jobs jobs) {
        this.store = store;
        this.clock = clock;
        this.demo = demo;
        this.background = background;
        this.pulse = pulse;
        this.changed = changed;
        this.jobs = jobs;
    }

    /** Fills the store of a workspace, with what the desk offers. */
    static FillViewModel of(Workspace workspace, Desk desk, DemoOptions demo) {
        FillViewModel model = new FillViewModel(
                workspace.bars(),
                desk.clock(),
                demo,
                desk.background(),
                desk.pulse(),
                desk.storeChanged(),
                desk.jobs());
        model.own = workspace.ownFiles();
        return model;
    }

    /** Makes the universe of synthetic coins that was given at the beginning. */
    public void createDemo() {
        createDemo(demo);
    }

    /** Makes a universe of synthetic coins; does nothing while something else goes on. */
    public void createDemo(DemoOptions options) {
        if (isWorking()) {
            return;
        }
        reports.clear();
        imports = 0;
        ending = Ending.WELL;
        begin("Demo coins", "Creating synthetic coins…", FillWork.demo(store, clock, options));
    }

    /** Imports files, and all files of folders, told from their content. */
    public void importFiles(List<Path> paths) {
        importFiles(paths, ImportOptions.DEFAULT);
    }

    /** Imports files, and all files of folders; while something else goes on they wait for its end. */
    public void importFiles(List<Path> paths, ImportOptions options) {
        List<Path> files = List.copyOf(paths);
        if (files.isEmpty()) {
            return;
        }
        if (isWorking()) {
            waiting.add(() -> startImport(files, options));
            queued.set(waiting.size());
        } else {
            reports.clear();
            imports = 0;
            startImport(files, options);
        }
    }

    private void startImport(List<Path> files, ImportOptions options) {
        if (imports == 0) {
            ending = Ending.WELL;
        }
        imports++;
        begin(
                "Import",
                "Looking into the files…",
                FillWork.imports(new Importer(store, clock, own), clock, files, options));
    }

    /** Stops after the file or coin at hand, and forgets what waits; what is stored stays. */
    public void cancel() {
        cancelled.set(true);
        waiting.clear();
        queued.set(0);
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

    private boolean isWorking() {
        return phase.get() == Phase.WORKING || phase.get() == Phase.CANCELLING;
    }

    private void begin(String title, String first, FillWork what) {
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        CompletableFuture<Void> over = new CompletableFuture<>();
        work = over;
        running = new Job(title, true, this::cancel, over::join);
        running.text().set(first);
        running.fraction().set(0);
        jobs.begin(running);
        fraction.set(0);
        text.set(first);
        outcome.set("");
        phase.set(Phase.WORKING);
        PulseQueue<FillEvent> events = new PulseQueue<>(pulse, this::apply);
        background.execute(() -> {
            try {
                events.accept(what.guarded().run(events, stop::get));
            } finally {
                over.complete(null);
            }
        });
    }

    private void apply(List<FillEvent> events) {
        List<ReportLine> lines = new ArrayList<>();
        for (FillEvent event : events) {
            switch (event) {
                case FillEvent.Progress progress -> show(progress.now());
                case FillEvent.Reported reported -> lines.add(reported.line());
                case FillEvent.Ended ended -> {
                    reports.addAll(lines);
                    lines.clear();
                    end(ended);
                }
            }
        }
        reports.addAll(lines);
    }

    /** How several imports ended that waited for each other. */
    private String together(FillEvent.Ended last) {
        long readable = reports.stream().filter(ReportLine::readable).count();
        return last.outcome() + " Together: " + Formats.plural(readable, "file") + ", "
                + Formats.count(reports.size() - readable) + " not.";
    }

    private void show(FillProgress now) {
        fraction.set(now.fraction());
        text.set(now.text());
        if (running != null) {
            running.fraction().set(now.fraction());
            running.text().set(now.text());
        }
    }

    private void end(FillEvent.Ended ended) {
        if (running != null) {
            jobs.end(running);
            running = null;
        }
        outcome.set(imports > 1 ? together(ended) : ended.outcome());
        stored |= ended.stored();
        ending = ended.ending().compareTo(ending) > 0 ? ended.ending() : ending;
        changed.run();
        phase.set(ended.phase());
        Runnable next = waiting.poll();
        if (next != null) {
            queued.set(waiting.size());
            next.run();
        }
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

    /** The outcome as a notice: a success only where nothing of it failed and nothing was cancelled. */
    Notice notice() {
        return switch (ending) {
            case WELL -> Notice.success(outcome.get());
            case CANCELLED -> Notice.information(outcome.get());
            case AMISS -> Notice.problem(outcome.get());
        };
    }

    /** How many imports wait for the end of what goes on. */
    public ReadOnlyIntegerProperty queued() {
        return queued.getReadOnlyProperty();
    }

    ObservableList<ReportLine> reports() {
        return reportsView;
    }
}
