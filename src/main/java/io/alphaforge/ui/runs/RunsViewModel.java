package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.RunArchive;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.InOrder;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.SpecWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The runs of the archive: listed, renamed and deleted in the background, one after the other; filtered. */
final class RunsViewModel {
    private final RunArchive archive;
    private final Desk desk;
    private final Loading<List<Header>> loading;
    private final ObservableList<Header> runs = FXCollections.observableArrayList();
    private final FilteredList<Header> shown = new FilteredList<>(runs);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();

    RunsViewModel(RunArchive archive, Desk desk) {
        this.archive = archive;
        this.desk = desk;
        loading = new Loading<>(new InOrder(desk.background()), desk.pulse(), "Listing the runs", this::show);
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
            loading.start(() -> {
                archive.rename(run.runId(), clean);
                return archive.list();
            });
        }
    }

    /** Forgets runs with their rows. */
    void delete(List<Header> which) {
        List<String> ids = which.stream().map(Header::runId).toList();
        if (ids.isEmpty()) {
            return;
        }
        loading.start(() -> {
            ids.forEach(archive::delete);
            desk.pulse()
                    .request(() ->
                            desk.notices().tell(Notice.success(Formats.plural(ids.size(), "run") + " deleted.")));
            return archive.list();
        });
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

    private void show(List<Header> found) {
        loaded.set(true);
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

    /** Why the archive could not be read or written; empty when it could. */
    ReadOnlyStringProperty problem() {
        return loading.problem();
    }
}
