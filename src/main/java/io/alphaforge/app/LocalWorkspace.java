package io.alphaforge.app;

import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.run.BacktestRunner;
import io.alphaforge.run.BarMemory;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Wires a workspace together on a local database file. */
final class LocalWorkspace implements WorkspaceOpener {
    static final String DATABASE = "alphaforge.duckdb";
    private static final String CACHE = "results.cache";
    /** Bars may take this share of the heap; the rest is for what is being read, computed and shown. */
    private static final double SHARE_OF_BARS = 0.5;

    @Override
    public Workspace open(Options options) {
        Path database = options.database() == null ? options.home().resolve(DATABASE) : options.database();
        // The two files are independent, and each takes its time to open.
        CompletableFuture<LocalResultCache> opening = CompletableFuture.supplyAsync(
                () -> LocalResultCache.open(options.home().resolve(CACHE), EngineVersion.current()));
        DuckDbStore store;
        try {
            store = DuckDbStore.open(database, InstantSource.system());
        } catch (RuntimeException e) {
            opening.join().close();
            throw e;
        }
        LocalResultCache cache = opening.join();
        BacktestRunner runner = new BacktestRunner(
                store,
                cache,
                store.runs(),
                new BarMemory((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_BARS)),
                InstantSource.system(),
                Runtime.getRuntime().availableProcessors());
        return new Workspace(
                options.home(), store, store, cache, store.runs(), store.presets(), runner, Optional.empty(), () -> {
                    try (store;
                            cache) {
                        runner.close();
                    }
                });
    }
}
