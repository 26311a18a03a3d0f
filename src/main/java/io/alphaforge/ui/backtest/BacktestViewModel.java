package io.alphaforge.ui.backtest;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.PresetStore;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.ErrorText;
import io.alphaforge.ui.kit.FrameBudget;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.RunEventBridge;
import io.alphaforge.ui.kit.StoreContents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The backtest workspace without its looks: the form, the run that is going on, and the rows so far. All of it belongs
 * to one thread, that of the pulse scheduler; the service works on others.
 */
final class BacktestViewModel {
    /** Where a run is. */
    enum Phase {
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
    private final Desk desk;
    private final BacktestForm form;
    private final Presets presets;
    private final RunProgress progress;
    private final ShownRun shown = new ShownRun();
    private final RowFilter filter = new RowFilter(shown.rows(), shown.failures());
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper outcomeIsProblem = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<StoreContents> contents = new ReadOnlyObjectWrapper<>(StoreContents.EMPTY);
    private final BooleanBinding runnable;
    private final Subscription following;
    /** What is learnt of the table in one run serves the next. */
    private final FrameBudget budget = new FrameBudget();

    private final List<String> ended = new ArrayList<>();
    private @Nullable ActiveRuns active;
    private @Nullable Job job;

    /** A workspace for backtests with these strategies to choose from; follows the desk until {@link #close}. */
    BacktestViewModel(BacktestService service, PresetStore store, Desk desk, List<Strategy> strategies) {
        this.service = service;
        this.desk = desk;
        this.form = new BacktestForm(strategies, desk.watchlist());
        this.presets = new Presets(store, desk, form);
        this.progress = new RunProgress(desk.clock());
        this.runnable = Bindings.createBooleanBinding(
                () -> form.problem().get().isEmpty() && !phase.get().isActive(), form.problem(), phase);
        FormMemory memory = new FormMemory(form, desk.preferences());
        memory.restore();
        form.whenEdited(memory::keep);
        this.following = desk.contents().subscribe(this::show).and(MirroredCoins.follow(desk, shown, form.universe()));
    }

    private void show(StoreContents now) {
        contents.set(now);
        form.show(now);
    }

    /** Lets go of the desk; a run that is going on is cancelled and keeps its rows in the archive. */
    void close() {
        following.unsubscribe();
        form.close();
        cancel();
    }

    /** Runs what the form describes; does nothing while it cannot be run. */
    void run() {
        form.spec().ifPresent(spec -> start(List.of(spec)));
    }

    /** Runs what the form describes once under every fill policy, and then shows the difference side by side. */
    void runEveryFill() {
        form.spec()
                .ifPresent(spec -> start(Arrays.stream(FillPolicy.values())
                        .map(fill -> with(spec, fill))
                        .toList()));
    }

    private static RunSpec with(RunSpec spec, FillPolicy fill) {
        BacktestSpec backtest = spec.backtest();
        ExecutionSettings asked = backtest.execution();
        return new RunSpec(
                new BacktestSpec(
                        backtest.strategy(),
                        backtest.parameters(),
                        new ExecutionSettings(asked.capital(), asked.fee(), asked.slippage(), fill),
                        backtest.range()),
                spec.universe(),
                spec.interval(),
                spec.useCache());
    }

    private void start(List<RunSpec> specs) {
        if (!runnable.get()) {
            return;
        }
        RunEventBridge bridge = new RunEventBridge(desk.pulse(), this::apply, budget, service::shown);
        ActiveRuns runs = new ActiveRuns(service, desk.background(), specs, bridge, this::refuse);
        active = runs;
        ended.clear();
        outcome.set("");
        outcomeIsProblem.set(false);
        progress.start(0, 0, specs.size());
        phase.set(Phase.STARTING);
        Job started = new Job("Backtest", true, this::cancel, runs::await);
        started.fraction().bind(progress.fraction());
        started.text().bind(Bindings.createStringBinding(this::state, phase, progress.text()));
        job = started;
        desk.jobs().begin(started);
        runs.start();
    }

    private String state() {
        return switch (phase.get()) {
            case IDLE, ENDED -> "";
            case STARTING -> "starting…";
            case RUNNING -> progress.text().get();
            case PAUSED -> "paused at " + progress.text().get();
            case CANCELLING -> "cancelling…";
        };
    }

    /** Holds the run still, or lets it go on. */
    void pauseOrResume() {
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
    void cancel() {
        if (active != null && phase.get().isActive()) {
            phase.set(Phase.CANCELLING);
            active.cancel();
        }
    }

    /** Shows a run of the archive and sets the form so that it describes that run. */
    void reopen(ArchivedRun run) {
        if (phase.get().isActive()) {
            desk.notices()
                    .tell(Notice.problem(
                            "A backtest is going on; cancel it or wait for its end, then open the run" + " again."));
            return;
        }
        form.set(run.header().spec());
        shown.show(run);
        progress.show(
                run.header().summary().completed() + run.header().summary().failed(),
                run.header().summary().total());
        outcomeIsProblem.set(false);
        outcome.set(RunWords.outcome(run.header().summary()));
        phase.set(Phase.ENDED);
    }

    /** Opens the coin of a row with the backtest that the row is of. */
    void open(ResultRow row) {
        shown.spec().ifPresent(spec -> desk.navigator().openCoin(CoinRequest.of(spec, row)));
    }

    /** Opens a coin that has no row, without a backtest. */
    void open(FailedCoin coin) {
        shown.spec()
                .filter(spec -> contents.get().symbols().contains(coin.symbol()))
                .ifPresent(spec -> desk.navigator().openCoin(CoinRequest.bars(coin.symbol(), spec.interval())));
    }

    private void refuse(Throwable problem) {
        String sentence = ErrorText.logged("Starting the run", problem);
        desk.pulse().request(() -> end(sentence, true));
    }

    /** Nothing comes after the end of a run, and no run starts before the end of the last, so no event is of another. */
    private void apply(List<RunEvent> events) {
        ActiveRuns runs = active;
        if (runs == null) {
            return;
        }
        List<ResultRow> rows = new ArrayList<>();
        List<FailedCoin> failed = new ArrayList<>();
        for (RunEvent event : events) {
            switch (event) {
                case RunEvent.Started started -> {
                    append(rows, failed);
                    shown.expect(started);
                    progress.start(started.total(), ended.size(), runs.size());
                    move(Phase.RUNNING);
                }
                case RunEvent.Result result -> rows.add(result.row());
                case RunEvent.Failed failure -> failed.add(new FailedCoin(failure.symbol(), failure.reason()));
                case RunEvent.Paused paused -> {
                    append(rows, failed);
                    // Of the run before nothing is to be seen beside a run that stands still.
                    shown.begin();
                    progress.rest();
                    move(Phase.PAUSED);
                }
                case RunEvent.Resumed resumed -> {
                    progress.restart();
                    move(Phase.RUNNING);
                }
                case RunEvent.Finished end -> {
                    append(rows, failed);
                    finish(runs, end);
                }
            }
        }
        append(rows, failed);
    }

    /** A cancelled run stays so until its end, whatever was under way. */
    private void move(Phase next) {
        if (phase.get() != Phase.CANCELLING) {
            phase.set(next);
        }
    }

    private void append(List<ResultRow> rows, List<FailedCoin> failed) {
        shown.append(rows, failed);
        if (rows.size() + failed.size() > 0) {
            progress.advance(rows.size() + failed.size());
        }
        rows.clear();
        failed.clear();
    }

    private void finish(ActiveRuns runs, RunEvent.Finished finished) {
        ended.add(finished.summary().runId());
        shown.begin();
        boolean succeeded = ActiveRuns.succeeded(finished);
        if (succeeded && ended.size() < runs.size()) {
            return;
        }
        boolean problem = !finished.problem().isEmpty();
        end(problem ? finished.problem() : RunWords.outcome(finished.summary()), problem);
        if (succeeded && runs.size() > 1) {
            desk.navigator().compareRuns(ended.getFirst(), ended.getLast());
        }
    }

    private void end(String sentence, boolean problem) {
        outcomeIsProblem.set(problem);
        outcome.set(sentence);
        progress.rest();
        phase.set(Phase.ENDED);
        active = null;
        if (job != null) {
            job.text().unbind();
            job.fraction().unbind();
            desk.jobs().end(job);
            job = null;
        }
    }

    BacktestForm form() {
        return form;
    }

    Presets presets() {
        return presets;
    }

    RunProgress progress() {
        return progress;
    }

    ShownRun shown() {
        return shown;
    }

    RowFilter filter() {
        return filter;
    }

    ReadOnlyObjectProperty<Phase> phase() {
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

    ReadOnlyObjectProperty<StoreContents> contents() {
        return contents.getReadOnlyProperty();
    }

    /** The work that closing has to wait for; empty while nothing runs. */
    Optional<Job> job() {
        return Optional.ofNullable(job);
    }
}
