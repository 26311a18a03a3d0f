package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.RunArchive;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.ErrorText;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.InOrder;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.JobWork;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.SpecWords;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The runs of the archive: listed, renamed and deleted in the background, one after the other; filtered. */
final class RunsViewModel {
    private static final String DELETING = "Deleting runs";

    private final RunArchive archive;
    private final Desk desk;
    private final Executor inOrder;
    private final Loading<List<Header>> loading;
    private final ObservableList<Header> runs = FXCollections.observableArrayList();
    private final FilteredList<Header> shown = new FilteredList<>(runs);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();
    private boolean held;
    private @Nullable List<Header> waiting;

    RunsViewModel(RunArchive archive, Desk desk) {
        this.archive = archive;
        this.desk = desk;
        // A list that is read after a change shows it.
        inOrder = new InOrder(desk.background());
        loading = new Loading<>(inOrder, desk.pulse(), "Listing the runs", this::show);
        filter.subscribe(text -> shown.setPredicate(run -> matches(run, text)));
    }

    /** Lists the runs again. */
    void load() {
        loading.start(archive::list);
    }

    /** Gives a run a name; an empty one takes its name away. */
    void rename(Header run, String name) {
        String clean = name.strip();
        if (!clean.equals(run.name())) {
            inOrder.execute(() -> {
                try {
                    archive.rename(run.runId(), clean);
                } catch (Throwable e) {
                    String problem = ErrorText.logged("Renaming the run", e);
                    desk.pulse().request(() -> desk.notices().tell(Notice.problem(problem)));
                }
            });
            load();
        }
    }

    /** Forgets runs with their rows, one after the other; a cancel leaves those that were not yet deleted. */
    void delete(List<Header> which) {
        List<String> ids = which.stream().map(Header::runId).toList();
        if (ids.isEmpty()) {
            return;
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        new JobWork(inOrder, desk.pulse(), desk.jobs())
                .start(
                        DELETING,
                        () -> cancelled.set(true),
                        job -> delete(ids, job, cancelled::get),
                        outcome -> desk.notices().tell(outcome));
        load();
    }

    private Notice delete(List<String> ids, Job job, BooleanSupplier cancelled) {
        int done = 0;
        String problem = "";
        while (done < ids.size() && problem.isEmpty() && !cancelled.getAsBoolean()) {
            try {
                archive.delete(ids.get(done));
                int now = ++done;
                desk.pulse().request(() -> {
                    job.fraction().set((double) now / ids.size());
                    job.text().set(Formats.count(now) + " / " + Formats.count(ids.size()));
                });
            } catch (Throwable e) {
                problem = ErrorText.logged(DELETING, e);
            }
        }
        String deleted = done == ids.size()
                ? Formats.plural(done, "run") + " deleted."
                : Formats.count(done) + " of " + Formats.plural(ids.size(), "run") + " deleted.";
        return problem.isEmpty()
                ? Notice.success(deleted)
                : Notice.problem(done == 0 ? problem : deleted + " " + problem);
    }

    /** What goes when these are deleted, for the question beforehand. */
    String describe(List<Header> which) {
        long rows = which.stream().mapToLong(run -> run.summary().completed()).sum();
        Header first = which.getFirst();
        String name = which.size() > 1
                ? Formats.plural(which.size(), "run")
                : "the run "
                        + (first.name().isEmpty()
                                ? SpecWords.strategy(first.spec().backtest())
                                : "“" + first.name() + "”")
                        + " of " + desk.times().minute(first.startedAt());
        return "Delete " + name + "? " + Formats.plural(rows, "row") + (rows == 1 ? " goes" : " go")
                + " from the archive for good.";
    }

    /**
     * Leaves the rows as they are while this is so, since somebody types into one of them; what is listed meanwhile is shown
     * afterwards.
     */
    void hold(boolean hold) {
        held = hold;
        List<Header> found = waiting;
        if (!hold && found != null) {
            show(found);
        }
    }

    private void show(List<Header> found) {
        loaded.set(true);
        waiting = held ? found : null;
        if (held) {
            return;
        }
        if (!runs.equals(found)) {
            replacing.set(true);
            runs.setAll(found);
            replacing.set(false);
        }
    }

    /** Every word of the filter is found in name, strategy, parameters, universe, interval, fill policy or status. */
    private static boolean matches(Header run, String text) {
        String all = String.join(
                        " ",
                        run.name(),
                        SpecWords.strategy(run.spec().backtest()),
                        SpecWords.universe(run.spec().universe()),
                        run.spec().universe().text(),
                        run.spec().interval().code(),
                        run.spec().backtest().execution().fill().code(),
                        RunWords.status(run.summary().status()))
                .toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    /** What is being loaded is not wanted any more. */
    void close() {
        loading.cancel();
        waiting = null;
        runs.clear();
    }

    /** Every run, newest first. */
    ObservableList<Header> runs() {
        return runs;
    }

    /** The runs that match the filter. */
    ObservableList<Header> shown() {
        return shown;
    }

    StringProperty filter() {
        return filter;
    }

    /** Whether the archive has been listed once. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** True while a new list takes the place of the old one, so that the view can keep its selection. */
    ReadOnlyBooleanProperty replacing() {
        return replacing.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return loading.busy();
    }

    /** Why the archive could not be read; empty when it could. */
    ReadOnlyStringProperty problem() {
        return loading.problem();
    }
}
