package io.alphaforge.ui.backtest;

import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The run whose rows are on screen, live or out of the archive: its rows, its failures and what they amount to. */
final class ShownRun {
    private static final int MOST_BINS = 26;

    private final LiveSummary summary = new LiveSummary();
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ResultRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<FailedCoin> failures = FXCollections.observableArrayList();
    private final ObservableList<FailedCoin> failuresView = FXCollections.unmodifiableObservableList(failures);
    private final ReadOnlyBooleanWrapper appending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<ReturnBins> bins = new ReadOnlyObjectWrapper<>(ReturnBins.EMPTY);
    private final ReadOnlyObjectWrapper<IdleCoins> idle = new ReadOnlyObjectWrapper<>(IdleCoins.NONE);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper asOf = new ReadOnlyLongWrapper();
    private @Nullable RunSpec spec;
    private RunEvent.@Nullable Started expected;
    private double[] returns = new double[256];

    /**
     * A run has begun. Its first row will take the place of the rows of the run before: a table that is never empty in
     * between does not flicker.
     */
    void expect(RunEvent.Started started) {
        expected = started;
    }

    /** The rows of the run before give way, if they are still there. */
    void begin() {
        RunEvent.Started started = expected;
        if (started != null) {
            expected = null;
            clear(started.spec());
            title.set(RunWords.title(started.spec(), started.skipped()));
            asOf.set(0);
        }
    }

    /** Shows a run of the archive. */
    void show(ArchivedRun run) {
        expected = null;
        clear(run.header().spec());
        title.set(
                run.header().name().isEmpty()
                        ? RunWords.title(run.header().spec(), 0)
                        : run.header().name() + "  ·  "
                                + RunWords.title(run.header().spec(), 0));
        asOf.set(run.header().startedAt());
        append(
                run.rows(),
                run.failures().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(failure -> new FailedCoin(failure.getKey(), failure.getValue()))
                        .toList());
    }

    private void clear(RunSpec now) {
        spec = now;
        rows.clear();
        failures.clear();
        summary.clear();
        bins.set(ReturnBins.EMPTY);
        idle.set(IdleCoins.NONE);
    }

    /** Adds what has come since the last frame. */
    void append(List<ResultRow> added, List<FailedCoin> failed) {
        if (!added.isEmpty() || !failed.isEmpty()) {
            begin();
        }
        if (!added.isEmpty()) {
            gather(added);
            appending.set(true);
            try {
                rows.addAll(added);
            } finally {
                appending.set(false);
            }
            summary.add(added);
            bins.set(ReturnBins.of(Arrays.copyOf(returns, rows.size()), MOST_BINS));
            idle.set(idle.get().and(added));
        }
        if (!failed.isEmpty()) {
            failures.addAll(failed);
            summary.addFailed(failed.size());
        }
    }

    private void gather(List<ResultRow> added) {
        int size = rows.size();
        if (size + added.size() > returns.length) {
            returns = Arrays.copyOf(returns, 2 * (size + added.size()));
        }
        for (ResultRow row : added) {
            returns[size++] = row.result().statistics().returns().totalReturnPct();
        }
    }

    /** What was run; empty before the first run. */
    Optional<RunSpec> spec() {
        return Optional.ofNullable(spec);
    }

    LiveSummary summary() {
        return summary;
    }

    /** Rows in the order in which they came. */
    ObservableList<ResultRow> rows() {
        return rowsView;
    }

    ObservableList<FailedCoin> failures() {
        return failuresView;
    }

    /** True while a batch of rows is being added. */
    ReadOnlyBooleanProperty appending() {
        return appending.getReadOnlyProperty();
    }

    /** How the returns are distributed so far. */
    ReadOnlyObjectProperty<ReturnBins> bins() {
        return bins.getReadOnlyProperty();
    }

    /** The coins that were never traded, by reason. */
    ReadOnlyObjectProperty<IdleCoins> idle() {
        return idle.getReadOnlyProperty();
    }

    /** What the rows are of: strategy, parameters, universe, interval; empty before the first run. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** When a run out of the archive was started, UTC epoch milliseconds; 0 for a run of now. */
    ReadOnlyLongProperty asOf() {
        return asOf.getReadOnlyProperty();
    }
}
