package io.alphaforge;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.util.Map;
import java.util.SplittableRandom;

/** Made-up values that several tests share. */
public final class Samples {
    /** 2021-01-01T00:00Z. */
    public static final long START = 1_609_459_200_000L;

    private Samples() {}

    /** A random walk without gaps, the same for the same seed. */
    public static Bars walk(Interval interval, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] time = new long[size];
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        double price = 50 + random.nextDouble() * 100;
        long t = interval.bucketStart(START);
        for (int i = 0; i < size; i++) {
            time[i] = t;
            t = interval.next(t);
            open[i] = price * (1 + (random.nextDouble() - 0.5) * 0.002);
            close[i] = open[i] * (1 + (random.nextDouble() - 0.5) * 0.08);
            high[i] = Math.max(open[i], close[i]) * (1 + random.nextDouble() * 0.01);
            low[i] = Math.min(open[i], close[i]) * (1 - random.nextDouble() * 0.01);
            volume[i] = 10 + random.nextDouble() * 1000;
            price = close[i];
        }
        return Bars.of(interval, time, open, high, low, close, volume);
    }

    /** What a store would say of these bars. */
    public static StoredSeries stored(String symbol, Bars bars) {
        return new StoredSeries(
                Instrument.parse(symbol),
                bars.interval(),
                bars.size(),
                bars.firstTime(),
                bars.lastTime(),
                1,
                DataDigest.of(bars),
                Quality.of(bars, 0, 0),
                "test",
                false);
    }

    /** A run with default execution over all time, answered from the cache where it can be. */
    public static RunSpec run(String strategy, Map<String, String> parameters, String universe, Interval interval) {
        Strategy chosen = Strategies.named(strategy);
        return new RunSpec(
                new BacktestSpec(chosen, Parameters.of(chosen, parameters), ExecutionSettings.DEFAULT, TimeRange.ALL),
                Universe.parse(universe),
                interval,
                true);
    }
}
