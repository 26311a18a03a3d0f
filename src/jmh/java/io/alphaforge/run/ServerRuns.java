package io.alphaforge.run;

import io.alphaforge.Samples;
import io.alphaforge.cache.LocalResultCache;
import io.alphaforge.market.Interval;
import io.alphaforge.store.timescale.ServerOptions;
import io.alphaforge.store.timescale.TimescaleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * How long an RSI over every coin of a server takes without a mirror, beside one COPY stream of the columns that it needs,
 * whose bytes are thrown away. Both alternate in one virtual machine, each on connections that are there already.
 *
 * <p>Arguments: the address of a database and the interval of the run.
 */
public final class ServerRuns {
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;

    private ServerRuns() {}

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        Interval interval = Interval.parse(arguments[1]);
        String table = interval == Interval.D1 ? "crypto_prices_daily" : "crypto_prices";
        String copy = "COPY (SELECT crypto_id, datetime, open_price, close_price FROM " + table
                + " WHERE interval_type = '1h') TO STDOUT (FORMAT binary)";
        Path folder = Files.createTempDirectory("alphaforge-benchmark");
        List<Double> floors = new ArrayList<>();
        List<Double> runs = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of()));
                LocalResultCache cache =
                        LocalResultCache.open(folder.resolve("results.cache"), EngineVersion.current());
                BacktestRunner runner =
                        new BacktestRunner(store, cache, NoArchive.NONE, new BarMemory(0), InstantSource.system(), 2);
                Connection floor = DriverManager.getConnection(url)) {
            RunSpec cached = Samples.run("rsi", Map.of(), "all", interval);
            RunSpec spec = new RunSpec(cached.backtest(), cached.universe(), cached.interval(), false);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long start = System.nanoTime();
                long bytes = read(floor, copy);
                double plain = (System.nanoTime() - start) / 1e6;
                RunSummary run = runner.start(spec, event -> {}).await();
                if (bytes == 0 || run.completed() == 0 || run.failed() > 0) {
                    throw new IllegalStateException(bytes + " bytes, " + run);
                }
                if (round == -WARM_UP) {
                    print("first round", plain, run.elapsedMs(), run.firstResultMs());
                } else if (round >= 0) {
                    floors.add(plain);
                    runs.add(run.elapsedMs());
                    firsts.add(run.firstResultMs());
                }
            }
        }
        print("median", median(floors), median(runs), median(firsts));
        System.out.printf(Locale.ROOT, "ratio of medians %.2f%n", median(runs) / median(floors));
    }

    private static void print(String what, double floor, double run, double first) {
        System.out.printf(
                Locale.ROOT, "%s: COPY %.0f ms, run %.0f ms, first result %.0f ms%n", what, floor, run, first);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static long read(Connection connection, String copy) throws Exception {
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        long bytes = 0;
        for (byte[] message = out.readFromCopy(); message != null; message = out.readFromCopy()) {
            bytes += message.length;
        }
        return bytes;
    }
}
