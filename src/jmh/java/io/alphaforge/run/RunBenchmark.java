package io.alphaforge.run;

import io.alphaforge.Samples;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.DuckDbStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole runs over 243 coins × 44,000 hourly bars in a real database file, against the database reading the same columns
 * through the same interface with the values thrown away.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx768m", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 5, time = 4)
public class RunBenchmark {
    private static final int COINS = 243;
    private static final int BARS = 44_000;

    private static final RunSpec RSI = Samples.run("rsi", Map.of(), "all", Interval.H1);
    private static final RunSpec UNCACHED = new RunSpec(RSI.backtest(), RSI.universe(), RSI.interval(), false);

    private Path folder = Path.of("");
    private DuckDbStore store;
    private LocalResultCache cache;
    private DuckDBConnection floor;
    private BacktestRunner fromFile;
    private BacktestRunner fromMemory;

    @Setup(Level.Trial)
    public void open() throws IOException, InterruptedException, SQLException {
        folder = Files.createTempDirectory("alphaforge-benchmark");
        store = DuckDbStore.open(folder.resolve("bars.duckdb"), InstantSource.system());
        for (int i = 0; i < COINS; i++) {
            store.write(new SeriesWrite(
                    Instrument.parse("C%03dUSDT".formatted(i)),
                    Samples.walk(Interval.H1, BARS, i),
                    "benchmark",
                    0,
                    0,
                    SeriesWrite.Mode.MERGE,
                    false));
        }
        // The floor has a database of its own, so that it is nobody's connection but DuckDB's.
        store.close();
        Files.copy(folder.resolve("bars.duckdb"), folder.resolve("floor.duckdb"));
        store = DuckDbStore.open(folder.resolve("bars.duckdb"), InstantSource.system());
        floor = connect(folder.resolve("floor.duckdb"));
        cache = LocalResultCache.open(folder.resolve("results.cache"), EngineVersion.current());
        fromFile = runner(0);
        fromMemory = runner(1L << 30);
        fromMemory.start(RSI, event -> {}).await();
    }

    private BacktestRunner runner(long budget) {
        return new BacktestRunner(store, cache, NoArchive.NONE, new BarMemory(budget), InstantSource.system(), 2);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        floor.close();
        fromFile.close();
        fromMemory.close();
        cache.close();
        store.close();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }

    /** The floor for {@link #rsiOutOfTheFile}: the columns that this run reads. */
    @Benchmark
    public double floorReadingTimesOpensAndCloses() throws SQLException {
        return read(
                "SELECT crypto_id, epoch_us(datetime), open_price, close_price FROM crypto_prices WHERE interval_type = '1h'",
                4);
    }

    /** Reading closes alone, to compare machines. */
    @Benchmark
    public double floorReadingCloses() throws SQLException {
        return read("SELECT close_price FROM crypto_prices WHERE interval_type = '1h'", 1);
    }

    @Benchmark
    public RunSummary rsiOutOfTheFile() throws InterruptedException {
        return run(fromFile, UNCACHED);
    }

    /** Time to the first result of such a run. */
    @Benchmark
    public RunSummary rsiOutOfTheFileUntilTheFirstResult() throws InterruptedException {
        RunHandle[] handle = new RunHandle[1];
        synchronized (handle) {
            handle[0] = fromFile.start(UNCACHED, event -> {
                if (event instanceof RunEvent.Result) {
                    synchronized (handle) {
                        handle[0].cancel();
                    }
                }
            });
        }
        return handle[0].await();
    }

    @Benchmark
    public RunSummary rsiOutOfMemory() throws InterruptedException {
        return run(fromMemory, UNCACHED);
    }

    @Benchmark
    public RunSummary identicalRunOutOfTheCache() throws InterruptedException {
        RunSummary summary = run(fromMemory, RSI);
        if (summary.cached() != COINS) {
            throw new IllegalStateException("Not cached: " + summary);
        }
        return summary;
    }

    private static RunSummary run(BacktestRunner runner, RunSpec spec) throws InterruptedException {
        RunSummary summary = runner.start(spec, event -> {}).await();
        if (summary.completed() != COINS) {
            throw new IllegalStateException("Not complete: " + summary);
        }
        return summary;
    }

    private double read(String sql, int columns) throws SQLException {
        double sum = 0;
        try (DuckDBPreparedStatement query = (DuckDBPreparedStatement) floor.prepareStatement(sql);
                DuckDBChunkedResult rows = query.query()) {
            while (rows.nextChunk()) {
                DuckDBDataChunkReader chunk = rows.chunk();
                int count = (int) chunk.rowCount();
                for (int c = 0; c < columns; c++) {
                    var vector = chunk.vector(c);
                    if (columns > 1 && c == 0) {
                        for (int r = 0; r < count; r++) {
                            sum += vector.getInt(r);
                        }
                    } else if (columns > 1 && c == 1) {
                        for (int r = 0; r < count; r++) {
                            sum += vector.getLong(r);
                        }
                    } else {
                        for (int r = 0; r < count; r++) {
                            sum += vector.getDouble(r);
                        }
                    }
                }
            }
        }
        return sum;
    }

    /** A connection with the settings of the store. */
    private static DuckDBConnection connect(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "2");
        settings.setProperty("memory_limit", "256MB");
        settings.setProperty("jdbc_stream_results", "true");
        DuckDBConnection connection =
                (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET streaming_buffer_size = '2MB'");
        }
        return connection;
    }
}
