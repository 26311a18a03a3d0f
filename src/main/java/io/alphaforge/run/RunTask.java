package io.alphaforge.run;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Resampled;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.NotTestableException;
import io.alphaforge.telemetry.Phase;
import io.alphaforge.telemetry.PhaseTimer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run from its plan to its last row. The thread that calls {@link #run} reads, with a second one beside it; the workers compute what it hands them, so
 * reading overlaps with computing, and every row is emitted the moment it exists.
 */
final class RunTask {
    private static final Logger LOG = LoggerFactory.getLogger(RunTask.class);
    /** Bars read but not yet computed may take this much, so that a reader faster than the workers cannot fill the heap. */
    private static final int IN_FLIGHT_KIB = 96 * 1024;

    /** Threads that read side by side where the store says that it pays. */
    private static final int READERS = 2;

    private final RunSpec spec;
    private final BarStore store;
    private final ResultCache cache;
    private final BarMemory memory;
    private final Executor workers;
    private final StoreThreads threads;
    private final RunControl control;
    private final RunEmitter emitter;
    private final PhaseTimer phases;
    private final Set<BarColumn> columns;
    private final RunKey.Setup setup;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_KIB);
    private final Phaser pending = new Phaser(1);
    /** Known before the first coin is handed to a worker. */
    private KeptRows kept = KeptRows.NONE;

    private int asked;

    RunTask(
            RunSpec spec,
            BarStore store,
            ResultCache cache,
            BarMemory memory,
            Executor workers,
            Executor readers,
            RunControl control,
            RunEmitter emitter) {
        this.spec = spec;
        this.store = store;
        this.cache = cache;
        this.memory = memory;
        this.workers = workers;
        threads = new StoreThreads(readers, control);
        this.control = control;
        this.emitter = emitter;
        this.phases = emitter.phases();
        this.columns = Backtest.columns(spec.backtest());
        this.setup = RunKey.Setup.of(spec.backtest(), spec.interval(), EngineVersion.current());
    }

    /**
     * What came of the run as a whole.
     *
     * @param asked coins for which the cache was asked
     */
    record Outcome(RunSummary summary, String problem, int asked) {}

    Outcome run() {
        List<String> symbols = List.of();
        int total = 0;
        String problem = "";
        boolean started = false;
        long start = System.nanoTime();
        try {
            List<StoredSeries> stored = threads.ask(store::series);
            RunPlan plan = RunPlan.of(spec, stored, () -> threads.ask(store::dashboard), store::whereMissing);
            phases.add(Phase.PLAN, start);
            symbols = plan.coins().stream().map(StoredSeries::symbol).toList();
            total = symbols.size() + plan.failures().size();
            started = true;
            emitter.started(spec, total, plan.skipped());
            plan.failures().forEach(emitter::failed);
            List<StoredSeries> missing = answerFromCache(plan.coins());
            List<StoredSeries> unread = computeFromMemory(missing);
            computeFromStore(unread);
            problem = total > 0 ? "" : nothingToRun(stored, plan.skipped());
        } catch (Throwable e) {
            if (!(e instanceof CancellationException)) {
                LOG.error("Run broken", e);
                problem = sentence(e);
            }
        }
        if (!started) {
            emitter.started(spec, 0, 0);
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
        return new Outcome(emitter.summary(status, total), problem, asked);
    }

    private String nothingToRun(List<StoredSeries> stored, int skipped) {
        if (stored.isEmpty()) {
            return "The database is empty; import files or create the demo universe.";
        }
        long having = stored.stream().map(StoredSeries::symbol).distinct().count() - skipped;
        if (spec.universe() instanceof Universe.Top && having > 0) {
            return "Coins with bars at " + spec.interval() + " or finer: " + having + ", but none can be ranked by"
                    + " turnover. Their bars end over two days before the newest in the database, have no volume, or are"
                    + " quoted in another asset; choose all coins, or name them.";
        }
        return spec.universe() instanceof Universe.AtLeastBars atLeast
                ? "No coin has " + atLeast.bars() + " bars at " + spec.interval() + "; ask for fewer bars."
                : "No coin has bars at " + spec.interval() + " or finer; choose another interval or import such bars.";
    }

    /** What went wrong, for the user. */
    static String sentence(Throwable e) {
        if (e instanceof StoreException failure) {
            return failure.getMessage();
        }
        return e instanceof OutOfMemoryError
                ? "The bars do not fit into memory; choose a longer interval or fewer coins."
                : "The run stopped on an internal error; the log has the details.";
    }

    private List<StoredSeries> answerFromCache(List<StoredSeries> coins) {
        if (!spec.useCache()) {
            kept = KeptRows.UNWANTED;
            return coins;
        }
        long start = System.nanoTime();
        Map<RunKey, StoredSeries> keys = new LinkedHashMap<>();
        coins.stream().filter(StoredSeries::verified).forEach(series -> keys.put(key(series), series));
        kept = KeptRows.of(cache, keys);
        asked = keys.size();
        phases.add(Phase.CACHE, start);
        List<StoredSeries> missing = new ArrayList<>();
        for (StoredSeries series : coins) {
            ResultRow row = kept.answers().get(series.symbol());
            if (row == null) {
                missing.add(series);
            } else if (control.proceed()) {
                emitter.result(row);
            }
        }
        return missing;
    }

    private List<StoredSeries> computeFromMemory(List<StoredSeries> coins) {
        List<StoredSeries> unread = new ArrayList<>();
        for (StoredSeries series : coins) {
            Optional<Resampled> known =
                    series.verified() ? memory.get(memoryKey(series), series.digest(), columns) : Optional.empty();
            known.ifPresentOrElse(bars -> submit(series, 0, () -> bars), () -> unread.add(series));
        }
        return unread;
    }

    private void computeFromStore(List<StoredSeries> coins) {
        if (coins.isEmpty() || !control.proceed()) {
            return;
        }
        List<SeriesKey> wanted = coins.stream().map(StoredSeries::key).toList();
        long start = System.nanoTime();
        List<BarRequest> parts =
                threads.ask(() -> store.split(new BarRequest(wanted, columns).at(spec.interval()), READERS));
        phases.add(Phase.READ, start);
        threads.each(parts, this::read);
    }

    private void read(BarRequest request) {
        long start = System.nanoTime();
        try (BarCursor cursor = store.read(request)) {
            phases.add(Phase.READ, start);
            control.onCancel(cursor::close);
            while (control.proceed()) {
                start = System.nanoTime();
                BarCursor.Delivery delivery = cursor.next();
                phases.add(Phase.READ, start);
                if (delivery == null || control.cancelled()) {
                    return;
                }
                if (delivery instanceof BarCursor.Unreadable unreadable) {
                    emitter.failed(unreadable.key().symbol(), unreadable.reason());
                } else if (delivery instanceof BarCursor.Delivered delivered) {
                    int kib = (int) Math.min(IN_FLIGHT_KIB, delivered.bars().bytes() / 1024 + 1);
                    inFlight.acquireUninterruptibly(kib);
                    submit(delivered.series(), kib, () -> fresh(delivered));
                    giveWay();
                }
            }
        }
    }

    /** Bars as they were read, resampled and kept for the next run. */
    private Resampled fresh(BarCursor.Delivered delivered) {
        // What came from a server has every column; the others would only take room.
        Resampled whole = CoinJob.bars(spec, delivered);
        Resampled bars = new Resampled(whole.bars().only(columns), whole.partialBuckets());
        if (delivered.series().verified()) {
            memory.put(memoryKey(delivered.series()), delivered.series().digest(), bars);
        }
        return bars;
    }

    /** Hands a coin to the workers; {@code kib} is what it holds of the bars in flight, 0 when they were in memory. */
    private void submit(StoredSeries series, int kib, Supplier<Resampled> bars) {
        pending.register();
        workers.execute(() -> {
            try {
                if (control.proceed()) {
                    compute(series, bars);
                    giveWay();
                }
            } finally {
                inFlight.release(kib);
                pending.arriveAndDeregister();
            }
        });
    }

    /**
     * Lets the window draw, where the machine has fewer cores than a run has threads: it would wait for as long as a
     * whole slice of time otherwise.
     */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing depends on it but how smooth the window is.
    private static void giveWay() {
        Thread.yield();
    }

    private void compute(StoredSeries series, Supplier<Resampled> bars) {
        ResultRow row;
        try {
            row = row(series, bars);
        } catch (NotTestableException e) {
            emitter.failed(series.symbol(), e.getMessage());
            return;
        } catch (OutOfMemoryError e) {
            LOG.error("{} does not fit into memory", series.key(), e);
            emitter.failed(series.symbol(), "Its bars do not fit into memory; choose a longer interval.");
            return;
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", series.key(), e);
            emitter.failed(series.symbol(), "The computation failed on an internal error; the log has the details.");
            return;
        }
        emitter.result(row);
        if (series.verified()) {
            keep(series, row);
        }
    }

    /** A row that cannot be kept is computed again another time; it has been shown by now. */
    private void keep(StoredSeries series, ResultRow row) {
        long start = System.nanoTime();
        try {
            cache.put(Map.of(key(series), row));
        } catch (RuntimeException e) {
            LOG.error("The result of {} could not be kept", series.key(), e);
        } finally {
            phases.add(Phase.CACHE, start);
        }
    }

    private ResultRow row(StoredSeries series, Supplier<Resampled> bars) {
        long start = System.nanoTime();
        try {
            Origin origin = series.verified() ? kept.origin(series.symbol()) : Origin.UNVERIFIED;
            return CoinJob.row(spec, series, bars.get(), origin);
        } finally {
            phases.add(Phase.COMPUTE, start);
        }
    }

    private RunKey key(StoredSeries series) {
        return RunKey.of(series.symbol(), setup, series.interval(), series.digest());
    }

    private BarMemory.Key memoryKey(StoredSeries series) {
        return new BarMemory.Key(series.symbol(), series.interval(), spec.interval());
    }
}
