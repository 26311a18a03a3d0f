package io.alphaforge.ui.backtest;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.RunEventBridge;
import io.alphaforge.ui.kit.StoreContents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backtest workspace without its looks: the form, the run that is going on, and the rows so far. All of it belongs
 * to one thread, that of the pulse scheduler; the service works on others.
 */
public final class BacktestViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestViewModel.class);

    /** Where a run is. */
    public enum Phase {
        IDLE,
        STARTING,
        RUNNING,
        PAUSED,
        CANCELLING,
        ENDED;

        boolean isActive() {
            return this != IDLE && this != ENDED;
        }
    }

    private final BacktestService service;
    private final Executor background;
    private final PulseScheduler pulse;
    private final BacktestForm form;
    private final RunProgress progress;
    private final LiveSummary summary = new LiveSummary();
    private final ObservableList<ResultRow> results = FXCollections.observableArrayList();
    private final ObservableList<ResultRow> resultsView = FXCollections.unmodifiableObservableList(results);
    private final ObservableList<FailedCoin> failures = FXCollections.observableArrayList();
    private final ObservableList<FailedCoin> failuresView = FXCollections.unmodifiableObservableList(failures);
    private final ReadOnlyBooleanWrapper appending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper outcomeIsProblem = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<StoreContents> contents = new ReadOnlyObjectWrapper<>(StoreContents.EMPTY);
    private final BooleanBinding runnable;
    private @Nullable ActiveRun active;

    /**
     * A workspace for backtests.
     *
     * @param background where the service is asked to start, since it may read the store
     * @param pulse when and on which thread events are shown
     * @param strategies to choose from
     */
    public BacktestViewModel(
            BacktestService service,
            Executor background,
            PulseScheduler pulse,
            InstantSource clock,
            List<Strategy> strategies) {
        this.service = service;
        this.background = background;
        this.pulse = pulse;
        this.form = new BacktestForm(strategies);
        this.progress = new RunProgress(clock);
        this.runnable = new BooleanBinding() {
            {
                bind(form.problem(), phase);
            }

            @Override
            protected boolean computeValue() {
                return form.problem().get().isEmpty() && !phase.get().isActive();
            }
        };
    }

    /** Takes notice of what the database holds now. */
    public void show(StoreContents now) {
        contents.set(now);
        form.show(now);
    }

    /** Runs what the form describes; does nothing while it cannot be run. */
    public void run() {
        RunSpec spec = form.spec().orElse(null);
        if (spec == null || !runnable.get()) {
            return;
        }
        ActiveRun run = new ActiveRun();
        active = run;
        outcome.set("");
        outcomeIsProblem.set(false);
        phase.set(Phase.STARTING);
        RunEventBridge bridge = new RunEventBridge(pulse, events -> apply(run, events));
        background.execute(() -> {
            try {
                run.started(service.start(spec, bridge));
            } catch (IllegalArgumentException | StoreException e) {
                refuse(run, String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("A run could not be started.", e);
                refuse(run, "The run could not be started because of an error in the program; see the log.");
            }
        });
    }

    /** Holds the run still, or lets it go on. */
    public void pauseOrResume() {
        if (active == null) {
            return;
        }
        if (phase.get() == Phase.RUNNING) {
            active.pause();
        } else if (phase.get() == Phase.PAUSED) {
            active.resume();
        }
    }

    /** Stops the run and keeps the rows it has. */
    public void cancel() {
        if (active != null && phase.get().isActive()) {
            phase.set(Phase.CANCELLING);
            active.cancel();
        }
    }

    /** Waits until nothing runs any more; never on the JavaFX thread. Call {@link #cancel} first to have that soon. */
    public Runnable end() {
        ActiveRun run = active;
        return () -> {
            try {
                if (run != null) {
                    run.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void refuse(ActiveRun run, String sentence) {
        run.refused();
        pulse.request(() -> {
            if (run == active) {
                phase.set(Phase.ENDED);
                outcomeIsProblem.set(true);
                outcome.set(sentence);
            }
        });
    }

    private void apply(ActiveRun run, List<RunEvent> events) {
        if (run != active) {
            return;
        }
        List<ResultRow> rows = new ArrayList<>();
        List<FailedCoin> failed = new ArrayList<>();
        RunEvent.@Nullable Finished finished = null;
        for (RunEvent event : events) {
            switch (event) {
                case RunEvent.Started started -> {
                    begin(started);
                    move(Phase.RUNNING);
                }
                case RunEvent.Result result -> rows.add(result.row());
                case RunEvent.Failed failure -> failed.add(new FailedCoin(failure.symbol(), failure.reason()));
                case RunEvent.Paused paused -> move(Phase.PAUSED);
                case RunEvent.Resumed resumed -> {
                    progress.restart();
                    move(Phase.RUNNING);
                }
                case RunEvent.Finished end -> finished = end;
            }
        }
        append(rows, failed);
        if (finished != null) {
            finish(finished);
        }
    }

    /** Only here the rows of the run before give way: one that is answered at once then never shows an empty table. */
    private void begin(RunEvent.Started started) {
        results.clear();
        failures.clear();
        summary.clear();
        progress.start(started.total());
        title.set(RunWords.title(started.spec(), started.skipped()));
    }

    /** A cancelled run stays so until its end, whatever was under way. */
    private void move(Phase next) {
        if (phase.get() != Phase.CANCELLING) {
            phase.set(next);
        }
    }

    private void append(List<ResultRow> rows, List<FailedCoin> failed) {
        if (!rows.isEmpty()) {
            appending.set(true);
            try {
                results.addAll(rows);
            } finally {
                appending.set(false);
            }
            summary.add(rows);
        }
        if (!failed.isEmpty()) {
            failures.addAll(failed);
            summary.addFailed(failed.size());
        }
        if (rows.size() + failed.size() > 0) {
            progress.advance(rows.size() + failed.size());
        }
    }

    private void finish(RunEvent.Finished finished) {
        outcomeIsProblem.set(!finished.problem().isEmpty());
        outcome.set(finished.problem().isEmpty() ? RunWords.outcome(finished.summary()) : finished.problem());
        phase.set(Phase.ENDED);
    }

    BacktestForm form() {
        return form;
    }

    RunProgress progress() {
        return progress;
    }

    LiveSummary summary() {
        return summary;
    }

    /** Rows in the order in which they came. */
    ObservableList<ResultRow> results() {
        return resultsView;
    }

    ObservableList<FailedCoin> failures() {
        return failuresView;
    }

    /** True while a batch of rows is being added. */
    ReadOnlyBooleanProperty appending() {
        return appending.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Whether {@link #run} would run. */
    BooleanBinding runnable() {
        return runnable;
    }

    /** How the last run ended, in one sentence; empty before. */
    ReadOnlyStringProperty outcome() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty outcomeIsProblem() {
        return outcomeIsProblem.getReadOnlyProperty();
    }

    /** What the rows are of: strategy, parameters, universe, interval; empty before the first run. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** How far the run is, in one line. */
    public ReadOnlyStringProperty progressText() {
        return progress.text();
    }

    ReadOnlyObjectProperty<StoreContents> contents() {
        return contents.getReadOnlyProperty();
    }
}
