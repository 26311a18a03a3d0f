package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.ReturnSummary;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rows;
import io.alphaforge.ui.scripted.ScriptedBacktests;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BacktestViewModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final RecordedDesk recorded = new RecordedDesk(Runnable::run, pulse, Clock.systemUTC());
    private final KeptPresets presets = new KeptPresets();
    private final List<ResultRow> rows =
            Rows.symbols(20).stream().map(s -> Rows.lifelike(s, false, false)).toList();
    private final ScriptedBacktests service =
            new ScriptedBacktests(rows, List.of(new RunEvent.Failed("", "GONEUSDT", "No bars in the range.")));
    private final BacktestViewModel model = model(service);

    @Test
    void rowsAppearWhileTheRunGoesOnAndInTheirOrder() throws InterruptedException {
        model.run();
        service.release(5);
        until(() -> model.shown().rows().size() == 5);
        assertThat(model.phase().get()).isEqualTo(Phase.RUNNING);
        assertThat(model.progress().done().get()).isEqualTo(5);
        assertThat(model.progress().total().get()).isEqualTo(21);
        service.release(15);
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.shown().rows()).containsExactlyElementsOf(rows);
        assertThat(model.shown().failures()).containsExactly(new FailedCoin("GONEUSDT", "No bars in the range."));
        assertThat(model.shown().summary().count().get()).isEqualTo(20);
        assertThat(model.shown().summary().failed().get()).isEqualTo(1);
        assertThat(model.progress().fraction().get()).isEqualTo(1);
        assertThat(model.outcome().get()).isEqualTo("20 coins in 1.2 s, 1 failed");
    }

    @Test
    void rowsAreAddedInBatchesThatAreAnnounced() throws InterruptedException {
        List<Integer> sizesAtEnd = new ArrayList<>();
        model.shown().appending().subscribe((was, is) -> {
            if (!is) {
                sizesAtEnd.add(model.shown().rows().size());
            }
        });
        model.run();
        service.release(20);
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(sizesAtEnd).isNotEmpty().isSorted().endsWith(20).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void cancellingKeepsTheRowsThatAreDone() throws InterruptedException {
        model.run();
        service.release(7);
        until(() -> model.shown().rows().size() == 7);
        model.cancel();
        assertThat(model.phase().get()).isEqualTo(Phase.CANCELLING);
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.shown().rows()).containsExactlyElementsOf(rows.subList(0, 7));
        assertThat(model.outcome().get()).isEqualTo("Cancelled after 7 of 21 coins; their rows are kept");
        assertThat(model.runnable().get()).isTrue();
    }

    @Test
    void aRunCancelledBeforeTheServiceAnsweredIsCancelledAllTheSame() throws InterruptedException {
        List<Runnable> later = new ArrayList<>();
        BacktestViewModel slow = new BacktestViewModel(
                service, presets, new RecordedDesk(later::add, pulse, Clock.systemUTC()).desk(), Strategies.all());
        slow.run();
        slow.cancel();
        later.forEach(Runnable::run);
        until(() -> slow.phase().get() == Phase.ENDED);
        assertThat(slow.shown().rows()).isEmpty();
        assertThat(slow.outcome().get()).startsWith("Cancelled after 0 of");
    }

    @Test
    void aPausedRunGoesOnWhenResumed() throws InterruptedException {
        model.run();
        service.release(3);
        until(() -> model.shown().rows().size() == 3);
        model.pauseOrResume();
        until(() -> model.phase().get() == Phase.PAUSED);
        service.release(17);
        assertThat(model.shown().rows()).hasSizeLessThan(20);
        model.pauseOrResume();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.shown().rows()).hasSize(20);
    }

    @Test
    void nothingOfTheRunBeforeStandsBesideAPausedOne() throws InterruptedException {
        model.run();
        service.release(20);
        until(() -> model.phase().get() == Phase.ENDED);
        model.run();
        until(() -> model.phase().get() == Phase.RUNNING);
        model.pauseOrResume();
        until(() -> model.phase().get() == Phase.PAUSED);
        assertThat(model.shown().rows()).isEmpty();
        assertThat(model.progress().text().get()).isEqualTo("0 / 21");
        model.cancel();
        until(() -> model.phase().get() == Phase.ENDED);
    }

    @Test
    void aPausedRunCanBeCancelled() throws InterruptedException {
        model.run();
        service.release(3);
        until(() -> model.shown().rows().size() == 3);
        model.pauseOrResume();
        until(() -> model.phase().get() == Phase.PAUSED);
        model.cancel();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.shown().rows()).hasSize(3);
    }

    @Test
    void theRowsOfTheLastRunGiveWayToTheFirstRowOfTheNextOne() throws InterruptedException {
        model.run();
        service.release(20);
        until(() -> model.phase().get() == Phase.ENDED);
        model.form().parameters().getFirst().text().set("9");
        model.run();
        until(() -> model.phase().get() == Phase.RUNNING);
        assertThat(model.shown().rows()).as("until the next run has a row").hasSize(20);
        assertThat(model.shown().title().get()).contains("period 14");
        service.release(1);
        until(() -> model.progress().done().get() == 1);
        assertThat(model.shown().rows()).containsExactly(rows.getFirst());
        assertThat(model.shown().failures()).isEmpty();
        assertThat(model.shown().summary().count().get()).isOne();
        assertThat(model.shown().title().get()).contains("period 9");
        service.release(19);
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.shown().rows()).hasSize(20);
        assertThat(service.specs()).hasSize(2);
    }

    @Test
    void aRunCancelledBeforeItsFirstRowLeavesNoRowsOfTheLastOne() throws InterruptedException {
        model.run();
        service.release(20);
        until(() -> model.phase().get() == Phase.ENDED);
        model.run();
        until(() -> model.phase().get() == Phase.RUNNING);
        model.cancel();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.shown().rows()).isEmpty();
        assertThat(model.shown().bins().get().size()).isZero();
    }

    @Test
    void aRunIsAJobThatTellsHowFarItIsAndKeepsItsResults() throws InterruptedException {
        assertThat(recorded.desk().jobs().running()).isEmpty();
        model.run();
        Job job = recorded.desk().jobs().running().getFirst();
        assertThat(job.title()).isEqualTo("Backtest");
        assertThat(job.keepsResults()).isTrue();
        assertThat(job.text().get()).isEqualTo("starting…");
        service.release(7);
        until(() -> model.progress().done().get() == 7);
        assertThat(job.text().get()).startsWith("7 / 21");
        assertThat(job.fraction().get()).isEqualTo(7 / 21.0);
        job.cancel();
        assertThat(model.phase().get()).isEqualTo(Phase.CANCELLING);
        job.await();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(recorded.desk().jobs().running()).isEmpty();
    }

    @Test
    void everyFillPolicyIsRunAsOneJobAndThenComparedSideBySide() throws InterruptedException {
        service.release(40);
        model.runEveryFill();
        Job job = recorded.desk().jobs().running().getFirst();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(service.specs())
                .extracting(spec -> spec.backtest().execution().fill())
                .containsExactly(FillPolicy.values());
        assertThat(service.specs().stream()
                        .map(spec -> spec.backtest().parameters())
                        .distinct())
                .hasSize(1);
        assertThat(recorded.visited).containsExactly("compare run-1 run-2");
        assertThat(model.progress().fraction().get()).isEqualTo(1);
        assertThat(model.progress().text().get()).startsWith("run 2 of 2");
        job.await();
        assertThat(recorded.desk().jobs().running()).isEmpty();
    }

    @Test
    void cancellingTheFirstOfSeveralRunsStartsNoOtherAndComparesNothing() throws InterruptedException {
        service.release(3);
        model.runEveryFill();
        until(() -> model.shown().rows().size() == 3);
        assertThat(model.progress().fraction().get()).isEqualTo(3 / 21.0 / 2);
        model.cancel();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(service.specs()).hasSize(1);
        assertThat(recorded.visited).isEmpty();
        assertThat(model.outcome().get()).startsWith("Cancelled after 3 of");
    }

    @Test
    void aRunOfTheArchiveIsShownAsItWasAndTheFormDescribesIt() {
        recorded.contents.set(StoreContents.of(Rows.series(Rows.symbols(20), false)));
        RunSpec spec = new RunSpec(
                new BacktestSpec(
                        Strategies.named("bollinger"),
                        Parameters.of(Strategies.named("bollinger"), Map.of("window", "30", "num_std", "2.25")),
                        new ExecutionSettings(1234.5, 0.00075, 0.0005, FillPolicy.SAME_CLOSE),
                        new TimeRange(1_704_067_200_000L, 1_706_745_600_000L)),
                new Universe.Listed(List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT")),
                Interval.D1,
                false);
        ArchivedRun run = archived(spec, "before the crash");
        model.reopen(run);
        assertThat(model.form().spec()).contains(spec);
        assertThat(model.shown().rows()).containsExactlyElementsOf(rows);
        assertThat(model.shown().failures())
                .containsExactly(new FailedCoin("AUSDT", "No bars."), new FailedCoin("ZUSDT", "Too few bars."));
        assertThat(model.shown().summary().count().get()).isEqualTo(20);
        assertThat(model.shown().asOf().get()).isEqualTo(1_700_000_000_000L);
        assertThat(model.shown().title().get()).startsWith("before the crash  ·  bollinger (window 30, num_std 2.25)");
        assertThat(model.outcome().get()).isEqualTo("20 coins in 1.5 s, 2 failed");
        assertThat(model.progress().text().get()).isEqualTo("22 / 22");
        model.open(rows.getFirst());
        assertThat(recorded.coins).containsExactly(CoinRequest.of(spec, rows.getFirst()));
    }

    @Test
    void aNewRunTakesThePlaceOfAReopenedOne() throws InterruptedException {
        model.reopen(archived(model.form().spec().orElseThrow(), ""));
        service.release(20);
        model.run();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.shown().asOf().get()).isZero();
        assertThat(model.shown().failures()).hasSize(1);
    }

    @Test
    void aRunOfTheArchiveWaitsForTheOneThatGoesOn() throws InterruptedException {
        model.run();
        service.release(2);
        until(() -> model.shown().rows().size() == 2);
        model.reopen(archived(model.form().spec().orElseThrow(), ""));
        assertThat(model.shown().rows()).hasSize(2);
        assertThat(recorded.notices.getFirst().sentence()).startsWith("A backtest is going on");
        model.cancel();
        until(() -> model.phase().get() == Phase.ENDED);
    }

    @Test
    void theCoinOfARowOpensWithTheRunItIsOfWhateverTheFormSaysNow() throws InterruptedException {
        service.release(20);
        model.run();
        until(() -> model.phase().get() == Phase.ENDED);
        RunSpec ran = service.specs().getFirst();
        model.form().strategy().set(Strategies.named("sma-cross"));
        model.open(rows.get(3));
        assertThat(recorded.coins).containsExactly(CoinRequest.of(ran, rows.get(3)));
    }

    @Test
    void theFormIsFoundAgainAtTheNextStart() {
        model.form().strategy().set(Strategies.named("sma-cross"));
        model.form().parameters().getFirst().text().set("5");
        model.close();
        BacktestViewModel next = model(service);
        assertThat(next.form().strategy().get().name()).isEqualTo("sma-cross");
        assertThat(next.form().parameters().getFirst().text().get()).isEqualTo("5");
    }

    @Test
    void aClosedWorkspaceFollowsTheDeskNoMore() {
        model.close();
        recorded.contents.set(StoreContents.of(Rows.series(Rows.symbols(3), false)));
        assertThat(model.contents().get().isEmpty()).isTrue();
    }

    private ArchivedRun archived(RunSpec spec, String name) {
        RunSummary summary = new RunSummary("id", RunSummary.Status.FINISHED, 22, 20, 2, 0, 1500, 3);
        return new ArchivedRun(
                new ArchivedRun.Header(1_700_000_000_000L, name, spec, summary, ReturnSummary.of(rows), "engine"),
                rows,
                Map.of("ZUSDT", "Too few bars.", "AUSDT", "No bars."));
    }

    @Test
    void nothingRunsTwiceAtATime() throws InterruptedException {
        model.run();
        model.run();
        until(() -> model.phase().get() == Phase.RUNNING);
        model.run();
        assertThat(service.specs()).hasSize(1);
        assertThat(model.runnable().get()).isFalse();
        model.cancel();
        until(() -> model.phase().get() == Phase.ENDED);
    }

    @Test
    void whatIsInvalidDoesNotRun() {
        model.form().capital().text().set("nothing");
        assertThat(model.runnable().get()).isFalse();
        model.run();
        assertThat(model.phase().get()).isEqualTo(Phase.IDLE);
        model.form().capital().text().set("500");
        assertThat(model.runnable().get()).isTrue();
    }

    @Test
    void theEndOfARunCanBeWaitedFor() throws InterruptedException {
        model.run();
        until(() -> model.phase().get() == Phase.RUNNING);
        Runnable end = model.job().orElseThrow()::await;
        Thread waiting = Thread.ofPlatform().start(end);
        assertThat(waiting.join(java.time.Duration.ofMillis(50))).isFalse();
        model.cancel();
        waiting.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(waiting.isAlive()).isFalse();
    }

    private BacktestViewModel model(BacktestService backtests) {
        return new BacktestViewModel(backtests, presets, recorded.desk(), Strategies.all());
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            pulse.awaitRequest();
            pulse.frame();
        }
    }
}
