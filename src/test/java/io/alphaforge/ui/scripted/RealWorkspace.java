package io.alphaforge.ui.scripted;

import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.run.BacktestRunner;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.BarMemory;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.RunArchive;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.store.duckdb.LocalRestore;
import io.alphaforge.telemetry.FileWatch;
import io.alphaforge.telemetry.RunFile;
import io.alphaforge.telemetry.SlowQueries;
import io.alphaforge.telemetry.SlowQueryFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens a real database file with the real runner, whose results wait until a test lets them through. */
public final class RealWorkspace implements WorkspaceOpener {
    private final Semaphore permits = new Semaphore(0);
    private volatile boolean closed;
    private volatile @Nullable Workspace current;
    private volatile Runnable restoring = () -> {};
    private volatile @Nullable RunSpec lastSpec;

    /** Lets this many more results through. */
    public void release(int results) {
        permits.release(results);
    }

    /** Lets nothing through any more of what was released and not used. */
    public void hold() {
        permits.drainPermits();
    }

    /** What was opened last. */
    public Workspace current() {
        return Objects.requireNonNull(current, "nothing was opened");
    }

    /** What was run last. */
    public RunSpec lastSpec() {
        return Objects.requireNonNull(lastSpec, "nothing was run");
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public Workspace open(Options options) {
        Path home = options.home();
        LocalResultCache cache = LocalResultCache.open(home.resolve("results.cache"), EngineVersion.current());
        DuckDbStore store = DuckDbStore.open(home.resolve("alphaforge.duckdb"), InstantSource.system());
        RunArchive archive = store.runs();
        RunFile runs = RunFile.under(home);
        SlowQueryFile queries = SlowQueryFile.under(home);
        BacktestRunner runner =
                new BacktestRunner(store, cache, archive, new BarMemory(1 << 26), InstantSource.system(), 2, runs);
        Workspace opened = new Workspace(
                home,
                store,
                new Named(store),
                cache,
                archive,
                store.presets(),
                new Gated(runner),
                Optional.empty(),
                new FileWatch(new SlowQueries(SlowQueries.THRESHOLD, InstantSource.system()), queries, runs),
                () -> {
                    runner.close();
                    cache.close();
                    store.close();
                    runs.close();
                    queries.close();
                    closed = true;
                });
        current = opened;
        return opened;
    }

    @Override
    public BackupReport restore(Options options, Path backup, BackupProgress progress, BooleanSupplier cancelled) {
        return new LocalRestore(options.home().resolve("alphaforge.duckdb"), InstantSource.system())
                .run(
                        backup,
                        (what, done, total) -> {
                            progress.step(what, done, total);
                            restoring.run();
                        },
                        cancelled);
    }

    /** Done at every step of a restore, on the thread that does it. */
    public void whileRestoring(Runnable work) {
        restoring = work;
    }

    /** The store under a name that is the same on every computer, so that pictures are comparable. */
    private record Named(StoreAdmin store) implements StoreAdmin {
        @Override
        public String location() {
            return "AlphaForge/alphaforge.duckdb";
        }

        @Override
        public Map<String, String> describe() {
            return store.describe();
        }

        @Override
        public Optional<Maintenance> maintenance() {
            return store.maintenance();
        }

        @Override
        public BackupReport backUp(Path file, BackupProgress progress, BooleanSupplier cancelled) {
            return store.backUp(file, progress, cancelled);
        }
    }

    private final class Gated implements BacktestService {
        private final BacktestService real;

        Gated(BacktestService real) {
            this.real = real;
        }

        @Override
        public RunHandle start(RunSpec spec, Consumer<RunEvent> listener) {
            lastSpec = spec;
            return real.start(spec, event -> {
                if (event instanceof RunEvent.Result) {
                    permits.acquireUninterruptibly();
                }
                listener.accept(event);
            });
        }

        @Override
        public void shown(String runId, double millis) {
            real.shown(runId, millis);
        }

        @Override
        public CoinStudy study(CoinRequest request) {
            return real.study(request);
        }
    }
}
