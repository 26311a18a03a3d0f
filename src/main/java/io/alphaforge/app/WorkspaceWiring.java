package io.alphaforge.app;

import io.alphaforge.cache.LayeredResultCache;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.cache.RedisOptions;
import io.alphaforge.cache.RedisResultCache;
import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.instance.Call;
import io.alphaforge.run.BacktestRunner;
import io.alphaforge.run.BarMemory;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.Finding;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.RowDroppingStore;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.store.duckdb.LocalRestore;
import io.alphaforge.store.mirror.MirrorSettings;
import io.alphaforge.store.mirror.MirroredStore;
import io.alphaforge.store.timescale.ServerOptions;
import io.alphaforge.store.timescale.TimescaleStore;
import io.alphaforge.telemetry.SlowQueries;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Wires a workspace together: on a local database file, or on a server with a mirror of it on this machine; with the
 * team's Redis behind the cache where one is named.
 */
final class WorkspaceWiring implements WorkspaceOpener {
    private static final String CACHE = "results.cache";
    /** Environment variable with the most that a mirror may take, in megabytes. */
    private static final String MIRROR_LIMIT = "ALPHAFORGE_MIRROR_LIMIT_MB";

    private static final long DEFAULT_LIMIT = 8L << 30;
    /**
     * Bars may take this share of the heap; the rest is for what is being read, computed and shown. Of 768 MB it holds
     * times, opens and closes of 263 coins with five years of hours, 277 MB, and keeps the process below 1 GB where there
     * are more.
     */
    private static final double SHARE_OF_BARS = 0.37;
    /** Environment variable with the URL of a Redis, for when the options name none. */
    private static final String REDIS = "ALPHAFORGE_REDIS";

    private final Map<String, String> environment;
    private final Duration patience;
    private final KeyStore keys;
    private final Map<String, String> typed = new ConcurrentHashMap<>();

    WorkspaceWiring(Map<String, String> environment) {
        this(environment, RedisResultCache.PATIENCE);
    }

    /**
     * A workspace whose runs wait for Redis as long as they are told to.
     *
     * @param patience see {@link RedisResultCache#open}
     */
    WorkspaceWiring(Map<String, String> environment, Duration patience) {
        this.environment = environment;
        this.patience = patience;
        this.keys = new KeyStore(environment, System.getProperty("os.name"));
    }

    @Override
    public ServerConnections connections(Path home) {
        return new ServerConnections(home, environment, keys, typed);
    }

    @Override
    public Watching watching(Path home) {
        return measures(home).watching();
    }

    /**
     * Looks at the options without opening anything.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    void check(Options options) {
        redis(options);
        connections(options.home()).server(options);
        SlowQueries.of(environment, InstantSource.system());
        mirrorLimit();
    }

    /**
     * The servers that options lead to.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    Call.Services services(Options options) {
        ServerOptions server = connections(options.home()).server(options);
        RedisOptions redis = redis(options);
        return new Call.Services(server == null ? "" : server.identity(), redis == null ? "" : redis.toString());
    }

    private @Nullable RedisOptions redis(Options options) {
        String url = options.redis();
        if (url == null) {
            String beside = connections(options.home()).redis(options);
            url = beside.isEmpty() ? environment.getOrDefault(REDIS, "") : beside;
        }
        return url.isBlank() ? null : RedisOptions.parse(url, environment);
    }

    @Override
    public BackupReport restore(Options options, Path backup, BackupProgress progress, BooleanSupplier cancelled) {
        if (connections(options.home()).server(options) != null) {
            throw new StoreException("A backup of a local database cannot be put on a server; 'pg_restore' brings back"
                    + " what 'pg_dump -Fc' has written.");
        }
        return new LocalRestore(DatabaseFiles.local(options), InstantSource.system()).run(backup, progress, cancelled);
    }

    @Override
    public List<Finding> settings(Path home) {
        List<Finding> findings = new ArrayList<>(SettingsFile.check(home.resolve("settings.json")));
        findings.addAll(new ProfileFile(home.resolve(ServerConnections.FILE)).check());
        return findings;
    }

    /** The file on this machine that options lead to: the database, or what is kept of a server's. */
    Path file(Options options) {
        ServerOptions server = connections(options.home()).server(options);
        return server == null
                ? DatabaseFiles.local(options)
                : DatabaseFiles.mirror(options.home(), server.address()).resolve(DatabaseFiles.MIRROR);
    }

    @Override
    public Workspace open(Options options) {
        RedisOptions redis = redis(options);
        ServerConnections connections = connections(options.home());
        ServerOptions server = connections.server(options);
        // The two files are independent, and each takes its time to open.
        CompletableFuture<ResultCache> opening = CompletableFuture.supplyAsync(() -> cache(options.home(), redis));
        Parts parts;
        try {
            parts = server == null ? local(options) : mirrored(options.home(), server, connections);
        } catch (RuntimeException e) {
            opening.join().close();
            throw e;
        }
        return workspace(options.home(), parts, opening.join());
    }

    /**
     * What a database consists of.
     *
     * @param file where past runs and presets are
     * @param notes what came about, for the user
     * @param closing closes store and file
     */
    private record Parts(
            BarStore bars,
            StoreAdmin admin,
            DuckDbStore file,
            Optional<Mirror> mirror,
            Watching watching,
            List<String> notes,
            Runnable closing) {}

    private LocalMeasures measures(Path home) {
        return LocalMeasures.under(home, SlowQueries.of(environment, InstantSource.system()));
    }

    private Parts local(Options options) {
        LocalMeasures measures = measures(options.home());
        DuckDbStore store = measures.open(DatabaseFiles.local(options));
        return new Parts(
                store,
                store,
                store,
                Optional.empty(),
                measures.watching(),
                List.of(),
                () -> measures.close(store::close));
    }

    private Parts mirrored(Path home, ServerOptions options, ServerConnections connections) {
        // While the file is opened, which takes about as long; the key store may not answer at all.
        LocalMeasures measures = measures(home);
        long limit = mirrorLimit();
        CompletableFuture<TimescaleStore> connecting =
                CompletableFuture.supplyAsync(() -> measures.server(connections.secret(options)));
        Path folder = DatabaseFiles.mirror(home, options.address());
        MirrorFile opened;
        try {
            opened = MirrorFile.open(folder, options.address().label(), measures);
        } catch (RuntimeException e) {
            connecting.join().close();
            throw e;
        }
        TimescaleStore server = connecting.join();
        MirroredStore mirrored = new MirroredStore(
                server,
                opened.store(),
                new MirrorSettings(
                        limit > 0, limit, folder.resolve(DatabaseFiles.MIRROR_USES), InstantSource.system()));
        return new Parts(
                mirrored,
                new ServerAdmin(server),
                opened.store(),
                Optional.of(mirrored),
                measures.watching(server.watching()),
                opened.notes(),
                () -> measures.close(mirrored::close));
    }

    private static Workspace workspace(Path home, Parts parts, ResultCache cache) {
        DuckDbStore file = parts.file();
        BarStore bars = new RowDroppingStore(parts.bars(), cache);
        BacktestRunner runner = new BacktestRunner(
                bars,
                cache,
                file.runs(),
                new BarMemory((long) (Runtime.getRuntime().maxMemory() * SHARE_OF_BARS)),
                InstantSource.system(),
                Runtime.getRuntime().availableProcessors(),
                parts.watching().runs());
        Runnable closing = parts.closing();
        return new Workspace(
                home,
                bars,
                parts.admin(),
                cache,
                file.runs(),
                file.presets(),
                runner,
                parts.mirror(),
                parts.watching(),
                parts.notes(),
                () -> {
                    try (cache) {
                        runner.close();
                    } finally {
                        closing.run();
                    }
                });
    }

    private long mirrorLimit() {
        String text = environment.getOrDefault(MIRROR_LIMIT, "").strip();
        try {
            long limit = text.isEmpty() ? DEFAULT_LIMIT : Math.multiplyExact(Long.parseLong(text), 1L << 20);
            if (limit >= 0) {
                return limit;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(wrongLimit(text), e);
        }
        throw new IllegalArgumentException(wrongLimit(text));
    }

    private static String wrongLimit(String text) {
        return MIRROR_LIMIT + " must be a whole number of megabytes, 0 to do without a mirror, not '" + text + "'.";
    }

    private ResultCache cache(Path home, @Nullable RedisOptions redis) {
        // The connection comes about in the background, while the files are opened.
        RedisResultCache shared = redis == null ? null : RedisResultCache.open(redis, patience);
        LocalResultCache local = LocalResultCache.open(home.resolve(CACHE), EngineVersion.current());
        return shared == null ? local : new LayeredResultCache(local, shared);
    }
}
