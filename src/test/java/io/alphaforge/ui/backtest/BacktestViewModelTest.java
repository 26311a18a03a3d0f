package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSpec;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.Rows;
import io.alphaforge.ui.scripted.ScriptedBacktests;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BacktestViewModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final List<ResultRow> rows =
            Rows.symbols(20).stream().map(s -> Rows.lifelike(s, false, false)).toList();
    private final ScriptedBacktests service =
            new ScriptedBacktests(rows, List.of(new RunEvent.Failed("", "GONEUSDT", "No bars in the range.")));
    private final BacktestViewModel model = model(service);

    @Test
    void rowsAppearWhileTheRunGoesOnAndInTheirOrder() throws InterruptedException {
        model.run();
        service.release(5);
        until(() -> model.results().size() == 5);
        assertThat(model.phase().get()).isEqualTo(Phase.RUNNING);
        assertThat(model.progress().done().get()).isEqualTo(5);
        assertThat(model.progress().total().get()).isEqualTo(21);
        service.release(15);
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.results()).containsExactlyElementsOf(rows);
        assertThat(model.failures()).containsExactly(new FailedCoin("GONEUSDT", "No bars in the range."));
        assertThat(model.summary().count().get()).isEqualTo(20);
        assertThat(model.summary().failed().get()).isEqualTo(1);
        assertThat(model.progress().fraction().get()).isEqualTo(1);
        assertThat(model.outcome().get()).isEqualTo("20 coins in 1.2 s, 1 failed");
    }

    @Test
    void rowsAreAddedInBatchesThatAreAnnounced() throws InterruptedException {
        List<Integer> sizesAtEnd = new ArrayList<>();
        model.appending().subscribe((was, is) -> {
            if (!is) {
                sizesAtEnd.add(model.results().size());
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
        until(() -> model.results().size() == 7);
        model.cancel();
        assertThat(model.phase().get()).isEqualTo(Phase.CANCELLING);
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.results()).containsExactlyElementsOf(rows.subList(0, 7));
        assertThat(model.outcome().get()).isEqualTo("Cancelled after 7 of 21 coins; their rows are kept");
        assertThat(model.runnable().get()).isTrue();
    }

    @Test
    void aRunCancelledBeforeTheServiceAnsweredIsCancelledAllTheSame() throws InterruptedException {
        List<Runnable> later = new ArrayList<>();
        BacktestViewModel slow =
                new BacktestViewModel(service, later::add, pulse, InstantSource.system(), Strategies.all());
        slow.run();
        slow.cancel();
        later.forEach(Runnable::run);
        until(() -> slow.phase().get() == Phase.ENDED);
        assertThat(slow.results()).isEmpty();
        assertThat(slow.outcome().get()).startsWith("Cancelled after 0 of");
    }

    @Test
    void aPausedRunGoesOnWhenResumed() throws InterruptedException {
        model.run();
        service.release(3);
        until(() -> model.results().size() == 3);
        model.pauseOrResume();
        until(() -> model.phase().get() == Phase.PAUSED);
        service.release(17);
        assertThat(model.results()).hasSizeLessThan(20);
        model.pauseOrResume();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.results()).hasSize(20);
    }

    @Test
    void aPausedRunCanBeCancelled() throws InterruptedException {
        model.run();
        service.release(3);
        until(() -> model.results().size() == 3);
        model.pauseOrResume();
        until(() -> model.phase().get() == Phase.PAUSED);
        model.cancel();
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.results()).hasSize(3);
    }

    @Test
    void theRowsOfTheLastRunGiveWayWhenTheNextOneHasStarted() throws InterruptedException {
        model.run();
        service.release(20);
        until(() -> model.phase().get() == Phase.ENDED);
        model.run();
        assertThat(model.results()).as("until the next run knows its coins").hasSize(20);
        until(() -> model.phase().get() == Phase.RUNNING);
        assertThat(model.results()).isEmpty();
        assertThat(model.failures()).isEmpty();
        assertThat(model.summary().count().get()).isZero();
        service.release(20);
        until(() -> model.phase().get() == Phase.ENDED);
        assertThat(model.results()).hasSize(20);
        assertThat(service.specs()).hasSize(2);
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
    void aServiceThatRefusesIsQuoted() {
        BacktestViewModel refused =
                model(new Refusing(new StoreException("The database is gone; restore prices.duckdb.")));
        refused.run();
        pulse.frame();
        assertThat(refused.phase().get()).isEqualTo(Phase.ENDED);
        assertThat(refused.outcome().get()).isEqualTo("The database is gone; restore prices.duckdb.");
        assertThat(refused.outcomeIsProblem().get()).isTrue();
        refused.end().run();
    }

    @Test
    void anErrorInTheServiceIsNotShownAsItsStackTrace() {
        BacktestViewModel broken = model(new Refusing(new IllegalStateException("index 7 out of bounds")));
        broken.run();
        pulse.frame();
        assertThat(broken.outcome().get()).contains("see the log").doesNotContain("index 7");
    }

    @Test
    void theEndOfARunCanBeWaitedFor() throws InterruptedException {
        model.run();
        until(() -> model.phase().get() == Phase.RUNNING);
        Runnable end = model.end();
        Thread waiting = Thread.ofPlatform().start(end);
        assertThat(waiting.join(java.time.Duration.ofMillis(50))).isFalse();
        model.cancel();
        waiting.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(waiting.isAlive()).isFalse();
    }

    private BacktestViewModel model(BacktestService backtests) {
        return new BacktestViewModel(backtests, Runnable::run, pulse, InstantSource.system(), Strategies.all());
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            pulse.awaitRequest();
            pulse.frame();
        }
    }

    private record Refusing(RuntimeException problem) implements BacktestService {
        @Override
        public RunHandle start(RunSpec spec, Consumer<RunEvent> listener) {
            throw problem;
        }

        @Override
        public CoinStudy study(CoinRequest request) {
            throw problem;
        }
    }
}
