package io.alphaforge.metrics;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.market.Bars;
import io.alphaforge.market.TimeRange;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Nanoseconds a bar for whole backtests in memory, on one thread, beside a floor: a plain loop over the same bars that
 * yields nothing but the number of trades and the final value.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(
        value = 2,
        jvmArgs = {"-Xms1500m", "-Xmx1500m"})
public class EngineBenchmark {
    private static final int COINS = 243;
    private static final int BARS = 44_000;

    @Param({"rsi", "sma-cross"})
    public String strategy;

    private Bars[] coins;
    private double[][] open;
    private double[][] close;
    private BacktestSpec spec;

    @Setup
    public void fill() {
        coins = SyntheticBars.hourly(COINS, BARS);
        open = new double[COINS][];
        close = new double[COINS][];
        for (int c = 0; c < COINS; c++) {
            open[c] = coins[c].open().toArray();
            close[c] = coins[c].close().toArray();
        }
        Strategy chosen = Strategies.named(strategy);
        spec = new BacktestSpec(chosen, Parameters.defaults(chosen), ExecutionSettings.DEFAULT, TimeRange.ALL);
        check();
    }

    /** All statistics of every coin. */
    @Benchmark
    @OperationsPerInvocation(COINS * BARS)
    public void engine(Blackhole hole) {
        for (Bars bars : coins) {
            hole.consume(Backtest.run(bars, spec));
        }
    }

    /** Trade count and final value of every coin. */
    @Benchmark
    @OperationsPerInvocation(COINS * BARS)
    public void floor(Blackhole hole) {
        for (int c = 0; c < COINS; c++) {
            hole.consume(floor(c));
        }
    }

    private double floor(int coin) {
        return strategy.equals("rsi")
                ? PlainLoops.rsi(open[coin], close[coin], 14, 10_000, 0.001)
                : PlainLoops.smaCross(open[coin], close[coin], 10, 30, 10_000, 0.001);
    }

    /** A floor that computes something else would be no floor. */
    private void check() {
        for (int c = 0; c < COINS; c++) {
            Statistics statistics = Backtest.run(coins[c], spec).statistics();
            double wanted = statistics.returns().finalValue()
                    + 1e9 * statistics.trades().numTrades();
            if (Math.abs(floor(c) - wanted) > 1e-6 * Math.abs(wanted)) {
                throw new IllegalStateException("Coin " + c + ": the floor gives " + floor(c) + ", not " + wanted);
            }
        }
    }
}
