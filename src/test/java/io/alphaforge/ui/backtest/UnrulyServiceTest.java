package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.backtest.BacktestViewModel.Phase;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Backtests on a service that refuses, dies, or is over before it has answered. */
@Timeout(60)
class UnrulyServiceTest {
    private final ManualPulse pulse = new ManualPulse();
    private final RecordedDesk recorded = new RecordedDesk(Runnable::run, pulse, Clock.systemUTC());

    @Test
    void aServiceThatRefusesIsQuoted() {
        BacktestViewModel refused =
                model(new Refusing(new StoreException("The database is gone; restore prices.duckdb.")));
        refused.run();
        pulse.frame();
        assertThat(refused.phase().get()).isEqualTo(Phase.ENDED);
        assertThat(refused.outcome().get()).isEqualTo("The database is gone; restore prices.duckdb.");
        assertThat(refused.outcomeIsProblem().get()).isTrue();
        assertThat(recorded.desk().jobs().running()).isEmpty();
    }

    @Test
    void anErrorInTheServiceIsNotShownAsItsStackTrace() {
        BacktestViewModel broken = model(new Refusing(new IllegalStateException("index 7 out of bounds")));
        broken.run();
        pulse.frame();
        assertThat(broken.outcome().get()).contains("see the log").doesNotContain("index 7");
    }

    @Test
    void aRunThatDiesWhileItStartsIsOverForWhoWaitsForIt() {
        BacktestViewModel dying = model(new Refusing(new NoClassDefFoundError("io/alphaforge/Gone")));
        dying.run();
        Job job = recorded.desk().jobs().running().getFirst();
        pulse.frame();
        job.await();
        assertThat(dying.phase().get()).isEqualTo(Phase.ENDED);
        assertThat(dying.runnable().get()).isTrue();
        assertThat(dying.outcome().get()).startsWith("Starting the run failed").doesNotContain("Gone");
        assertThat(recorded.desk().jobs().running()).isEmpty();
    }

    @Test
    void aRunWhoseEndCannotBeToldIsOverForWhoWaitsForIt() throws InterruptedException {
        Hasty hasty = new Hasty(new ArrayList<>());
        ActiveRuns deaf = new ActiveRuns(
                hasty,
                Runnable::run,
                List.of(model(hasty).form().spec().orElseThrow()),
                event -> {
                    if (event instanceof RunEvent.Finished) {
                        throw new NoClassDefFoundError("io/alphaforge/Gone");
                    }
                },
                problem -> {});
        deaf.start();
        Thread waiting = Thread.ofPlatform().daemon().start(deaf::await);
        waiting.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void ofSeveralRunsTheNewestIsControlledHoweverLateTheControlsOfTheOneBeforeCome() {
        List<String> cancelled = new ArrayList<>();
        BacktestViewModel several = model(new Hasty(cancelled));
        several.runEveryFill();
        pulse.frame();
        several.cancel();
        assertThat(cancelled).containsExactly("run-2");
    }

    private BacktestViewModel model(BacktestService backtests) {
        return new BacktestViewModel(backtests, new KeptPresets(), recorded.desk(), Strategies.all());
    }

    private record Refusing(Throwable problem) implements BacktestService {
        @Override
        public RunHandle start(RunSpec spec, Consumer<RunEvent> listener) {
            if (problem instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) problem;
        }

        @Override
        public CoinStudy study(CoinRequest request) {
            throw new AssertionError("Nobody asks for a coin.");
        }
    }

    /** A service whose first run is over, and its second begun, before the controls of the first are handed out. */
    private static final class Hasty implements BacktestService {
        private final List<String> cancelled;
        private int runs;

        Hasty(List<String> cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public RunHandle start(RunSpec spec, Consumer<RunEvent> listener) {
            String id = "run-" + ++runs;
            listener.accept(new RunEvent.Started(id, spec, 0, 0));
            if (runs == 1) {
                RunSummary summary = new RunSummary(id, RunSummary.Status.FINISHED, 0, 0, 0, 0, 1, 1);
                try {
                    listener.accept(new RunEvent.Finished(id, summary, ""));
                } catch (NoClassDefFoundError e) {
                    // Whoever listens does not keep the service from its work.
                    cancelled.add("nobody listens");
                }
            }
            return (RunHandle) Proxy.newProxyInstance(
                    RunHandle.class.getClassLoader(), new Class<?>[] {RunHandle.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("cancel")) {
                            cancelled.add(id);
                        }
                        return null;
                    });
        }

        @Override
        public CoinStudy study(CoinRequest request) {
            throw new AssertionError("Nobody asks for a coin.");
        }
    }
}
