package io.alphaforge.ui.scripted;

import io.alphaforge.Samples;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.RunSummary.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A service that emits the rows it was given, each when a test lets it: on a background thread, as the real one does. */
public final class ScriptedBacktests implements BacktestService {
    private final List<ResultRow> rows;
    private final List<RunEvent.Failed> failures;
    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger runs = new AtomicInteger();
    private final List<RunSpec> specs = new ArrayList<>();

    public ScriptedBacktests(List<ResultRow> rows, List<RunEvent.Failed> failures) {
        this.rows = List.copyOf(rows);
        this.failures = List.copyOf(failures);
    }

    /** Lets this many more rows out. */
    public void release(int count) {
        permits.release(count);
    }

    /** What was asked for so far. */
    public synchronized List<RunSpec> specs() {
        return List.copyOf(specs);
    }

    @Override
    public synchronized RunHandle start(RunSpec spec, Consumer<RunEvent> listener) {
        specs.add(spec);
        Run run = new Run("run-" + runs.incrementAndGet(), spec, listener);
        Thread.ofPlatform().name(run.id).daemon().start(run::emit);
        return run;
    }

    /** Made of a random walk, computed for real. */
    @Override
    public CoinStudy study(CoinRequest request) {
        Bars bars = Samples.walk(request.interval(), 500, request.symbol().hashCode());
        BacktestSpec spec = request.backtest();
        StoredSeries series = Rows.series(List.of(request.symbol()), false).getFirst();
        return spec == null
                ? new CoinStudy(request, series, bars, null, List.of())
                : new CoinStudy(
                        request,
                        series,
                        bars,
                        Backtest.detail(bars, spec),
                        spec.strategy().plots(bars, spec.parameters()));
    }

    private final class Run implements RunHandle {
        private final String id;
        private final RunSpec spec;
        private final Consumer<RunEvent> listener;
        private final CompletableFuture<RunSummary> end = new CompletableFuture<>();
        private volatile boolean cancelled;
        private volatile boolean paused;

        Run(String id, RunSpec spec, Consumer<RunEvent> listener) {
            this.id = id;
            this.spec = spec;
            this.listener = listener;
        }

        void emit() {
            int total = rows.size() + failures.size();
            listener.accept(new RunEvent.Started(id, spec, total, 0));
            int done = 0;
            int cached = 0;
            boolean told = false;
            while (done < rows.size() && !cancelled) {
                if (paused != told) {
                    told = paused;
                    listener.accept(told ? new RunEvent.Paused(id) : new RunEvent.Resumed(id));
                }
                if (!paused && permit()) {
                    ResultRow row = rows.get(done++);
                    cached += row.cached() ? 1 : 0;
                    listener.accept(new RunEvent.Result(id, row));
                } else if (paused) {
                    Thread.onSpinWait();
                }
            }
            if (!cancelled) {
                failures.forEach(f -> listener.accept(new RunEvent.Failed(id, f.symbol(), f.reason())));
            }
            RunSummary summary = new RunSummary(
                    id,
                    cancelled ? Status.CANCELLED : Status.FINISHED,
                    total,
                    done,
                    cancelled ? 0 : failures.size(),
                    cached,
                    1234,
                    12);
            listener.accept(new RunEvent.Finished(id, summary, ""));
            end.complete(summary);
        }

        private boolean permit() {
            try {
                return permits.tryAcquire(5, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public String runId() {
            return id;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
        }

        @Override
        public boolean isPaused() {
            return paused;
        }

        @Override
        public boolean isDone() {
            return end.isDone();
        }

        @Override
        public RunSummary await() throws InterruptedException {
            try {
                return end.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
