package io.alphaforge.run;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.NotTestableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run from plan to archive. The thread that calls {@link #run} reads; the workers compute what it hands them, so
 * reading overlaps with computing, and every row is emitted the moment it exists.
 */
final class RunTask {
    private static final Logger LOG = LoggerFactory.getLogger(RunTask.class);
    /** Bars read but not yet computed may take this much, so that a reader faster than the workers cannot fill the heap. */
    private static final int IN_FLIGHT_KIB = 96 * 1024;

    private final RunSpec spec;
    private final BarStore store;
    private final ResultCache cache;
    private final BarMemory memory;
    private final Executor workers;
    private final RunControl control;
    private final RunEmitter emitter;
    private final Set<BarColumn> columns;
    private final RunKey.Setup setup;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_KIB);
    private final Phaser pending = new Phaser(1);

    RunTask(
            RunSpec spec,
            BarStore store,
            ResultCache cache,
            BarMemory memory,
            Executor workers,
            RunControl control,
            RunEmitter emitter) {
        this.spec = spec;
        this.store = store;
        this.cache = cache;
        this.memory = memory;
        this.workers = workers;
        this.control = control;
        this.emitter = emitter;
        this.columns = Backtest.columns(spec.backtest());
        this.setup = RunKey.Setup.of(spec.backtest(), spec.interval(), EngineVersion.current());
    }

    /** What came of the run as a whole. */
    record Outcome(RunSummary summary, String problem) {}

    Outcome run() {
        List<String> symbols = List.of();
        int total = 0;
        String problem = "";
        try {
            RunPlan plan = RunPlan.of(spec, store.series(), store::dashboard);
            symbols = plan.coins().stream().map(StoredSeries::symbol).toList();
            total = symbols.size() + plan.failures().size();
            emitter.started(spec, total, plan.skipped());
            plan.failures().forEach(emitter::failed);
            List<StoredSeries> missing = answerFromCache(plan.coins());
            List<StoredSeries> unread = computeFromMemory(missing);
            computeFromStore(unread);
        } catch (StoreException e) {
            LOG.error("Run broken", e);
            problem = e.getMessage();
        } catch (RuntimeException e) {
            LOG.error("Run broken", e);
            problem = "The run stopped on an internal error; the log has the details.";
        }
        pending.arriveAndAwaitAdvance();
        if (!problem.isEmpty() && !control.cancelled()) {
            for (String symbol : emitter.owed(symbols)) {
                emitter.failed(symbol, problem);
            }
        }
        RunSummary.Status status = control.cancelled()
                ? RunSummary.Status.CANCELLED
                : problem.isEmpty() ? RunSummary.Status.FINISHED : RunSummary.Status.BROKEN;
        return new Outcome(emitter.summary(status, total), problem);
    }

    private List<StoredSeries> answerFromCache(List<StoredSeries> coins) {
        if (!spec.useCache()) {
            return coins;
        }
        Map<StoredSeries, RunKey> keys = new HashMap<>();
        coins.forEach(series -> keys.put(series, key(series)));
        Map<RunKey, ResultRow> known = cache.get(keys.values());
        List<StoredSeries> missing = new ArrayList<>();
        for (StoredSeries series : coins) {
            ResultRow row = known.get(keys.get(series));
            if (row == null) {
                missing.add(series);
            } else if (control.proceed()) {
                emitter.result(row.answering(series));
            }
        }
        return missing;
    }

    private List<StoredSeries> computeFromMemory(List<StoredSeries> coins) {
        List<StoredSeries> unread = new ArrayList<>();
        for (StoredSeries series : coins) {
            memory.get(memoryKey(series), series.digest(), columns)
                    .ifPresentOrElse(bars -> submit(series, bars, 0), () -> unread.add(series));
        }
        return unread;
    }

    private void computeFromStore(List<StoredSeries> coins) {
        if (coins.isEmpty() || !control.proceed()) {
            return;
        }
        List<SeriesKey> wanted = coins.stream().map(StoredSeries::key).toList();
        try (BarCursor cursor = store.read(new BarRequest(wanted, columns))) {
            while (control.proceed()) {
                BarCursor.Delivery delivery = cursor.next();
                if (delivery == null) {
                    return;
                }
                if (delivery instanceof BarCursor.Unreadable unreadable) {
                    emitter.failed(unreadable.key().symbol(), unreadable.reason());
                } else if (delivery instanceof BarCursor.Delivered delivered) {
                    int kib = (int) Math.min(IN_FLIGHT_KIB, delivered.bars().bytes() / 1024 + 1);
                    inFlight.acquireUninterruptibly(kib);
                    submit(delivered.series(), delivered.bars(), kib);
                }
            }
        }
    }

    /** Hands a coin to the workers; {@code kib} is what it holds of the bars in flight, 0 when they were in memory. */
    private void submit(StoredSeries series, Bars bars, int kib) {
        pending.register();
        workers.execute(() -> {
            try {
                if (control.proceed()) {
                    compute(series, bars, kib > 0);
                }
            } finally {
                inFlight.release(kib);
                pending.arriveAndDeregister();
            }
        });
    }

    private void compute(StoredSeries series, Bars delivered, boolean fresh) {
        try {
            Bars bars = fresh ? CoinJob.bars(spec, delivered) : delivered;
            if (fresh) {
                memory.put(memoryKey(series), series.digest(), bars);
            }
            ResultRow row = CoinJob.row(spec, series, bars);
            emitter.result(row);
            cache.put(Map.of(key(series), row));
        } catch (NotTestableException e) {
            emitter.failed(series.symbol(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} failed", series.key(), e);
            emitter.failed(series.symbol(), "The computation failed on an internal error; the log has the details.");
        } catch (OutOfMemoryError e) {
            LOG.error("{} does not fit into memory", series.key(), e);
            emitter.failed(series.symbol(), "Its bars do not fit into memory; choose a longer interval.");
        }
    }

    private RunKey key(StoredSeries series) {
        return RunKey.of(series.symbol(), setup, series.interval(), series.digest());
    }

    private BarMemory.Key memoryKey(StoredSeries series) {
        return new BarMemory.Key(series.symbol(), series.interval(), spec.interval());
    }
}
