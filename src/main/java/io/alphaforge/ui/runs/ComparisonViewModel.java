package io.alphaforge.ui.runs;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.RunArchive;
import io.alphaforge.run.RunComparison.Pair;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Loading;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** Two runs of the archive side by side, read and compared in the background; filtered. */
final class ComparisonViewModel {
    /** A longer name does not fit above a column. */
    private static final int LABEL = 16;

    private final RunArchive archive;
    private final Desk desk;
    private final Loading<Compared> loading;
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Pair> pairs = FXCollections.observableArrayList();
    private final FilteredList<Pair> shown = new FilteredList<>(pairs);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty differencesOnly = new SimpleBooleanProperty();

    ComparisonViewModel(RunArchive archive, Desk desk) {
        this.archive = archive;
        this.desk = desk;
        loading = new Loading<>(desk.background(), desk.pulse(), "Comparing the runs", this::show);
        filter.subscribe(text -> choose());
        differencesOnly.subscribe(only -> choose());
    }

    /** Compares two runs by their ids. */
    void compare(String first, String second) {
        compared.set(null);
        pairs.clear();
        loading.start(() -> Compared.of(find(first), find(second)));
    }

    private ArchivedRun find(String runId) {
        return archive.find(runId)
                .orElseThrow(() -> new StoreException(
                        "The run " + runId + " is not in the archive any more; go back and choose another."));
    }

    private void show(Compared found) {
        pairs.setAll(found.comparison().pairs());
        compared.set(found);
    }

    private void choose() {
        String text = filter.get().strip().toUpperCase(Locale.ROOT);
        boolean only = differencesOnly.get();
        shown.setPredicate(pair -> pair.symbol().contains(text) && (!only || Compared.differs(pair)));
    }

    /** The settings in which the runs differ; empty while there are none to compare. */
    List<SpecDifference> differences() {
        Compared now = compared.get();
        return now == null
                ? List.of()
                : SpecDifference.between(
                        now.first().header().spec(), now.second().header().spec(), desk.times());
    }

    /** What the first run is called: by what it does differently where that is short, else "A". */
    String firstName() {
        return name(true, "A");
    }

    /** What the second run is called. */
    String secondName() {
        return name(false, "B");
    }

    private String name(boolean first, String otherwise) {
        List<SpecDifference> differences = differences();
        String a = SpecDifference.label(differences, true, LABEL);
        String b = SpecDifference.label(differences, false, LABEL);
        // Either both are called by what they do, or none.
        return a.isEmpty() || b.isEmpty() ? otherwise : first ? a : b;
    }

    /** The coin of a pair as the first run that has it saw it. */
    @Nullable
    CoinRequest coin(Pair pair) {
        Compared now = compared.get();
        if (now == null) {
            return null;
        }
        ArchivedRun run = pair.first() == null ? now.second() : now.first();
        return CoinRequest.of(run.header().spec(), pair.any());
    }

    /** Lets go of the rows. */
    void close() {
        loading.cancel();
        compared.set(null);
        pairs.clear();
    }

    /** What was compared; null before that. */
    ReadOnlyObjectProperty<@Nullable Compared> compared() {
        return compared.getReadOnlyProperty();
    }

    /** The coins that pass both filters. */
    ObservableList<Pair> shown() {
        return shown;
    }

    /** Part of the symbols to be shown. */
    StringProperty filter() {
        return filter;
    }

    /** Whether coins without any difference are left out. */
    BooleanProperty differencesOnly() {
        return differencesOnly;
    }

    ReadOnlyBooleanProperty busy() {
        return loading.busy();
    }

    /** Why the runs could not be compared; empty when they could. */
    ReadOnlyStringProperty problem() {
        return loading.problem();
    }
}
