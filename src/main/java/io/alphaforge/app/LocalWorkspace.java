package io.alphaforge.app;

import io.alphaforge.cache.LayeredResultCache;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.cache.RedisOptions;
import io.alphaforge.cache.RedisResultCache;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.run.BacktestRunner;
import io.alphaforge.run.BarMemory;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.RowDroppingStore;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Wires a workspace together on a local database file, with the team's Redis behind the cache where one is named. */
final class LocalWorkspace implements WorkspaceOpener {
    static final String DATABASE = "alphaforge.duckdb";
    private static final String CACHE = "results.cache";
    /** Bars may take this share of the heap; the rest is for what is being read, computed and shown. */
    private static final double SHARE_OF_BARS = 0.5;
    /** Environment variable with the URL of a Redis, for when the options name none. */
    private static final String REDIS = "ALPHAFORGE_REDIS";

    private final Map<String, String> environment;

    private final Duration patience;

    LocalWorkspace(Map<String, String> environment) {
        this(environment, RedisResultCache.PATIENCE);
    }

    /**
     * A workspace whose runs wait for Redis as long as they are told to.
     *
     * @param patience see {@link RedisResultCache#open}
     */
    LocalWorkspace(Map<String, String> environment, Duration patience) {
        this.environment = environment;
        this.patience = patience;
    }

    /**
     * Looks at the options without opening anything.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    void check(Options options) {
        redis(options);
    }

    private @Nullable RedisOptions redis(Options options) {
        String url = options.redis() == null ? environment.getOrDefault(REDIS, "") : options.redis();
        return url.isBlank() ? null : RedisOptions.parse(url, environment);
    }

    @Override
    public Workspace open(Options options) {
        RedisOptions redis = redis(options);
        Path database = options.database() == null ? options.home().resolve(DATABASE) : options.database();
        // The two files are independent, and each takes its time to open.
        CompletableFuture<ResultCache> opening = CompletableFuture.supplyAsync(() -> cache(options.home(), redis));
        DuckDbStore store;
        try {
            store = DuckDbStore.open(database, InstantSource.system());
        } catch (RuntimeException e) {
            opening.join().close();
            throw e;
        }
        ResultCache cache = opening.join();
        BarStore bars = new RowDroppingStore(store, cache);
        BacktestRunner runner = new BacktestRunner(
                bars,
                cache,
                store.runs(),
                new BarMemory((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_BARS)),
                InstantSource.system(),
                Runtime.getRuntime().availableProcessors());
        return new Workspace(options.home(), bars, store, cache, store.runs(), store.presets(), runner, () -> {
            try (store;
                    cache) {
                runner.close();
            }
        });
    }

    private ResultCache cache(Path home, @Nullable RedisOptions redis) {
        // The connection comes about in the background, while the files are opened.
        RedisResultCache shared = redis == null ? null : RedisResultCache.open(redis, patience);
        LocalResultCache local = LocalResultCache.open(home.resolve(CACHE), EngineVersion.current());
        return shared == null ? local : new LayeredResultCache(local, shared);
    }
}
