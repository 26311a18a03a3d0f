package io.alphaforge.run;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.market.Resampled;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.NotTestableException;
import io.alphaforge.telemetry.RunLog;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background executor of runs. Each run has threads of its own that read and that
 * compute. Close cancels what is going on and waits for it.
 */
public final class BacktestRunner implements BacktestService, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestRunner.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final ThreadFactory WORKERS =
            Thread.ofPlatform().name("backtest-", 1).daemon().factory();

    private final BarStore store;
    private final ResultCache cache;
    private final RunArchive archive;
    private final BarMemory memory;
    private final InstantSource clock;
    private final int workerCount;
    private final RunLog log;
    private final ExecutorService readers;
    private final Set<Handle> active = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    public BacktestRunner(
            BarStore store,
            ResultCache cache,
            RunArchive archive,
            BarMemory memory,
            InstantSource clock,
            int workerCount) {
        this(store, cache, archive, memory, clock, workerCount, RunLog.NONE);
    }

    /** A runner that tells a log what each run took. */
    public BacktestRunner(
            BarStore store,
            ResultCache cache,
            RunArchive archive,
            BarMemory memory,
            InstantSource clock,
            int workerCount,
            RunLog log) {
        this.store = store;
        this.cache = cache;
        this.archive = archive;
        this.memory = memory;
        this.clock = clock;
        this.workerCount = workerCount;
        this.log = log;
        this.readers = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("run-", 1).daemon().factory());
    }

    @Override
    public RunHandle start(RunSpec spec, Consumer<RunEvent> listener) {
        long startedAt = clock.millis();
        String runId = STAMP.format(clock.instant()) + "-" + count.incrementAndGet();
        RunControl control = new RunControl(readers);
        RunEmitter emitter = new RunEmitter(runId, listener);
        Handle handle = new Handle(runId, control, emitter, new CompletableFuture<>());
        active.add(handle);
        readers.execute(() -> {
            try {
                handle.result.complete(perform(spec, startedAt, handle));
            } catch (Throwable e) {
                LOG.error("Run {} ended badly", runId, e);
                RunSummary broken = emitter.summary(RunSummary.Status.BROKEN, 0);
                emitter.finish(broken, RunTask.sentence(e));
                handle.result.complete(broken);
            } finally {
                active.remove(handle);
            }
        });
        return handle;
    }

    private RunSummary perform(RunSpec spec, long startedAt, Handle handle) {
        RunEmitter emitter = handle.emitter;
        RunTask.Outcome outcome;
        // Workers of its own: those of a paused run hold still, and other runs go on.
        try (ExecutorService workers = Executors.newFixedThreadPool(workerCount, WORKERS)) {
            outcome = new RunTask(spec, store, cache, memory, workers, readers, handle.control, emitter).run();
        }
        RunSummary summary = outcome.summary();
        ArchivedRun.Header header = new ArchivedRun.Header(
                startedAt, "", spec, summary, ReturnSummary.of(emitter.rows()), EngineVersion.current());
        log.record(RunMeasurement.of(header, outcome.asked(), emitter));
        emitter.finish(summary, archive(header, emitter, outcome.problem()));
        return summary;
    }

    @Override
    public void shown(String runId, double millis) {
        log.shown(runId, millis);
    }

    private String archive(ArchivedRun.Header header, RunEmitter emitter, String problem) {
        try {
            archive.save(new ArchivedRun(header, emitter.rows(), emitter.failures()));
            return problem;
        } catch (RuntimeException e) {
            LOG.error("Run {} could not be archived", header.runId(), e);
            return problem.isEmpty() ? "The run could not be archived: " + e.getMessage() : problem;
        }
    }

    @Override
    public CoinStudy study(CoinRequest request) {
        SeriesKey key = new SeriesKey(request.symbol(), source(request));
        BarRequest wanted = new BarRequest(List.of(key), EnumSet.allOf(BarColumn.class));
        try (BarCursor cursor = store.read(wanted)) {
            BarCursor.Delivery delivery = cursor.next();
            if (delivery instanceof BarCursor.Delivered delivered) {
                Bars bars = Resampled.of(delivered.bars(), request.interval()).bars();
                BacktestSpec spec = request.backtest();
                return spec == null
                        ? new CoinStudy(request, delivered.series(), bars, null, List.of())
                        : new CoinStudy(
                                request,
                                delivered.series(),
                                bars,
                                Backtest.detail(bars, spec),
                                spec.strategy().plots(bars, spec.parameters()));
            }
            throw new StoreException(
                    delivery instanceof BarCursor.Unreadable unreadable
                            ? unreadable.reason()
                            : "There are no bars of " + key + store.whereMissing() + ".");
        } catch (NotTestableException e) {
            throw new StoreException(request.symbol() + ": " + e.getMessage(), e);
        }
    }

    private Interval source(CoinRequest request) {
        Interval named = request.source();
        if (named != null) {
            return named;
        }
        BacktestSpec spec = request.backtest();
        List<StoredSeries> stored = store.series().stream()
                .filter(s -> s.symbol().equals(request.symbol()))
                .toList();
        return RunPlan.source(stored, request.interval(), spec == null ? TimeRange.ALL : spec.range())
                .map(StoredSeries::interval)
                .orElseThrow(() -> new StoreException("There are no bars of " + request.symbol() + " at "
                        + request.interval() + " or finer" + store.whereMissing() + "."));
    }

    /** Cancels every run and waits until each is archived. */
    @Override
    public void close() {
        active.forEach(Handle::cancel);
        for (Handle handle : List.copyOf(active)) {
            try {
                handle.result.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (ExecutionException e) {
                LOG.error("Run {} ended badly", handle.runId, e);
            }
        }
        readers.shutdown();
    }

    private record Handle(String runId, RunControl control, RunEmitter emitter, CompletableFuture<RunSummary> result)
            implements RunHandle {
        @Override
        public void cancel() {
            // Who is closed after a run has no threads left to cancel it with.
            if (!result.isDone()) {
                control.cancel();
            }
        }

        @Override
        public void pause() {
            if (control.pause(true)) {
                emitter.paused(true);
            }
        }

        @Override
        public void resume() {
            if (control.pause(false)) {
                emitter.paused(false);
            }
        }

        @Override
        public boolean isPaused() {
            return control.paused();
        }

        @Override
        public boolean isDone() {
            return result.isDone();
        }

        @Override
        public RunSummary await() throws InterruptedException {
            try {
                return result.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Run " + runId + " ended badly.", e);
            }
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
