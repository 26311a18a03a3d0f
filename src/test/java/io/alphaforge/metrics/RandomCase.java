package io.alphaforge.metrics;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * A backtest drawn at random: bars with holes, opens off the close before, flat stretches, any scale of price; signals
 * from rare to constant, also contradictory ones; any fees; any range.
 */
record RandomCase(Bars bars, Scripted script, ExecutionSettings settings, TimeRange range) {
    private static final Interval[] INTERVALS = {
        Interval.M15, Interval.H1, Interval.H1, Interval.H4, Interval.D1, Interval.D1, Interval.W1, Interval.MONTH
    };
    private static final double[] FEES = {0, 0, 0.001, 0.02, 0.4};
    private static final double[] SLIPPAGES = {0, 0, 0.0005, 0.1};

    static RandomCase of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 2 + random.nextInt(300);
        Bars bars = bars(random, size);
        Scripted script = new Scripted(bits(random, size), bits(random, size), 0);
        ExecutionSettings settings = new ExecutionSettings(
                Math.pow(10, random.nextDouble(0, 7)),
                FEES[random.nextInt(FEES.length)],
                SLIPPAGES[random.nextInt(SLIPPAGES.length)],
                random.nextBoolean() ? FillPolicy.NEXT_OPEN : FillPolicy.SAME_CLOSE);
        return new RandomCase(bars, script, settings, range(random, bars));
    }

    BacktestSpec spec() {
        return script.spec(settings, range);
    }

    RandomCase with(Bars others) {
        return new RandomCase(others, script, settings, range);
    }

    int from() {
        return bars.indexAtOrAfter(range.from());
    }

    int to() {
        return bars.indexAtOrAfter(range.to());
    }

    private static Bars bars(SplittableRandom random, int size) {
        Interval interval = INTERVALS[random.nextInt(INTERVALS.length)];
        double holes = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.2;
        boolean mayRest = random.nextBoolean();
        long[] times = new long[size];
        double[] open = new double[size];
        double[] close = new double[size];
        long time = interval.bucketStart(TestBars.at("2022-02-27T13:00:00Z"));
        double price = Math.pow(10, random.nextDouble(-7, 5));
        for (int i = 0; i < size; i++) {
            times[i] = time;
            int steps = random.nextDouble() < holes ? 2 + random.nextInt(60) : 1;
            for (int s = 0; s < steps; s++) {
                time = interval.next(time);
            }
            boolean rests = mayRest && random.nextInt(4) > 0;
            open[i] = rests ? price : price * (0.9 + 0.2 * random.nextDouble());
            close[i] = rests ? price : open[i] * (0.9 + 0.2 * random.nextDouble());
            price = close[i];
        }
        return TestBars.of(interval, times, open, close);
    }

    private static BitSet bits(SplittableRandom random, int size) {
        double density = Math.pow(10, -random.nextDouble() * 2);
        BitSet bits = new BitSet();
        for (int i = 0; i < size; i++) {
            bits.set(i, random.nextDouble() < density);
        }
        return bits;
    }

    /** At least two bars, more often than not with others before and after. */
    private static TimeRange range(SplittableRandom random, Bars bars) {
        int from = random.nextInt(bars.size() - 1);
        int to = from + 2 + random.nextInt(bars.size() - from - 1);
        return switch (random.nextInt(4)) {
            case 0 -> TimeRange.ALL;
            case 1 -> new TimeRange(bars.time(from), Long.MAX_VALUE);
            default -> new TimeRange(bars.time(from), bars.time(to - 1) + 1);
        };
    }
}
