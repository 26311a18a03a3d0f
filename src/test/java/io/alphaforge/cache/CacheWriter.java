package io.alphaforge.cache;

import io.alphaforge.Samples;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.Origin;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills a cache in a process of its own, gives its writer the time to write, and prints what it then answers. */
final class CacheWriter {
    private static final int ROWS = 400;

    private CacheWriter() {}

    public static void main(String[] arguments) throws InterruptedException {
        BacktestSpec spec = Samples.run("rsi", Map.of(), "all", Interval.D1).backtest();
        Map<RunKey, ResultRow> rows = new HashMap<>();
        for (int i = 0; i < ROWS; i++) {
            Bars bars = Samples.walk(Interval.D1, 200, i);
            DataDigest digest = DataDigest.of(bars);
            String symbol = "C" + i + "USDT";
            rows.put(
                    RunKey.of(symbol, RunKey.Setup.of(spec, Interval.D1, "engine-1"), Interval.D1, digest),
                    new ResultRow(
                            symbol,
                            Interval.D1,
                            Interval.D1,
                            Backtest.run(bars, spec),
                            0,
                            100,
                            "next-open",
                            false,
                            digest,
                            Origin.FIRST,
                            1));
        }
        try (LocalResultCache cache = LocalResultCache.open(Path.of(arguments[0]), "engine-1")) {
            cache.put(rows);
            // The store writes once a second by itself.
            Thread.sleep(2_500);
            cache.put(rows);
            System.out.println("entries " + cache.statistics().entries());
            System.out.println("found " + cache.get(List.copyOf(rows.keySet())).size());
            System.out.println("cleared " + cache.clear().rows());
        }
        System.out.println("closed");
    }
}
