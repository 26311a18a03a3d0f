package io.alphaforge.ui.data;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.InOrder;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.JobWork;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The series of a store: listed in the background whenever the store has changed, filtered, deleted. */
final class DataViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DataViewModel.class);

    private final Workspace workspace;
    private final Desk desk;
    private final Executor inOrder;
    private final Loading<StoreFacts> loading;
    private final ObservableList<StoredSeries> series = FXCollections.observableArrayList();
    private final FilteredList<StoredSeries> shown = new FilteredList<>(series);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<StoreFacts> facts = new ReadOnlyObjectWrapper<>(StoreFacts.EMPTY);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper deleting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();
    private final Subscription subscriptions;

    DataViewModel(Workspace workspace, Desk desk) {
        this.workspace = workspace;
        this.desk = desk;
        inOrder = new InOrder(desk.background());
        loading = new Loading<>(inOrder, desk.pulse(), "Listing the stored series", this::show);
        subscriptions = Subscription.combine(
                filter.subscribe(text -> shown.setPredicate(s -> matches(s, text))),
                desk.contents().subscribe(contents -> load()),
                desk.offline().subscribe((was, is) -> load()));
    }

    /** Lists the series again. */
    void load() {
        loading.start(() -> new StoreFacts(workspace.bars().series(), size()));
    }

    private String size() {
        try {
            return workspace.admin().describe().getOrDefault("size", "");
        } catch (UnreachableException e) {
            LOG.debug("The server does not tell its size.", e);
            return "";
        }
    }

    private void show(StoreFacts found) {
        loaded.set(true);
        facts.set(found);
        if (!series.equals(found.series())) {
            replacing.set(true);
            series.setAll(found.series());
            replacing.set(false);
        }
    }

    /** Every word of the filter is found in symbol, interval or source. */
    private static boolean matches(StoredSeries series, String text) {
        String all = (series.symbol()
                        + ' '
                        + series.interval()
                        + ' '
                        + series.source()
                        + (series.synthetic() ? " synthetic demo" : ""))
                .toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    /** Deletes series in the background, one after the other; a cancel leaves those that were not yet deleted. */
    void delete(List<StoredSeries> which) {
        List<SeriesKey> keys = which.stream().map(StoredSeries::key).toList();
        if (keys.isEmpty() || deleting.get()) {
            return;
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        deleting.set(true);
        new JobWork(inOrder, desk.pulse(), desk.jobs())
                .start(
                        "Deleting series",
                        () -> cancelled.set(true),
                        job -> delete(keys, job, cancelled::get),
                        this::ended);
    }

    private Notice delete(List<SeriesKey> keys, Job job, BooleanSupplier cancelled) {
        int done = 0;
        while (done < keys.size() && !cancelled.getAsBoolean()) {
            try {
                workspace.bars().delete(keys.get(done), cancelled);
            } catch (CancellationException e) {
                LOG.info("{} was not deleted: cancelled.", keys.get(done), e);
                break;
            }
            int now = ++done;
            desk.pulse().request(() -> {
                job.fraction().set((double) now / keys.size());
                job.text().set(Formats.count(now) + " / " + Formats.count(keys.size()));
            });
        }
        if (done == 1 && keys.size() == 1) {
            return Notice.success(keys.getFirst() + " deleted.");
        }
        String rest = done < keys.size() ? " of " + Formats.count(keys.size()) : "";
        return Notice.success(Formats.count(done) + rest + " series deleted.");
    }

    private void ended(Notice outcome) {
        deleting.set(false);
        desk.notices().tell(outcome);
        load();
        desk.storeChanged().run();
    }

    /** What goes when these are deleted, for the question beforehand. */
    String describe(List<StoredSeries> which) {
        long bars = which.stream().mapToLong(StoredSeries::bars).sum();
        long first = which.stream().mapToLong(StoredSeries::firstOpen).min().orElse(0);
        long last = which.stream().mapToLong(StoredSeries::lastOpen).max().orElse(0);
        Interval finest = which.stream()
                .map(StoredSeries::interval)
                .min(Comparator.naturalOrder())
                .orElse(Interval.D1);
        String name = which.size() == 1
                ? which.getFirst().key().toString()
                : Formats.count(which.size()) + " series of "
                        + Formats.plural(
                                which.stream()
                                        .map(StoredSeries::symbol)
                                        .distinct()
                                        .count(),
                                "coin");
        return "Delete " + name + "? " + Formats.plural(bars, "bar") + " from "
                + desk.times().day(first, finest) + " to " + desk.times().day(last, finest)
                + " go from the database; archived runs keep their rows.";
    }

    /** Lets go of the desk and of what was loaded. */
    void close() {
        subscriptions.unsubscribe();
        loading.cancel();
        series.clear();
        facts.set(StoreFacts.EMPTY);
    }

    /** The series that match the filter. */
    ObservableList<StoredSeries> shown() {
        return shown;
    }

    StringProperty filter() {
        return filter;
    }

    ReadOnlyObjectProperty<StoreFacts> facts() {
        return facts.getReadOnlyProperty();
    }

    /** Whether the series have been listed once. */
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

    ReadOnlyBooleanProperty deleting() {
        return deleting.getReadOnlyProperty();
    }

    /** Why the series could not be listed; empty when they could. */
    ReadOnlyStringProperty problem() {
        return loading.problem();
    }
}
