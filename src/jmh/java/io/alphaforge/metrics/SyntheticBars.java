package io.alphaforge.metrics;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random walks in place of prices: 1 % a bar, opens a little off the close before, a few bars missing. */
final class SyntheticBars {
    private static final long FIRST = 1_577_836_800_000L;

    private SyntheticBars() {}

    static Bars[] hourly(int coins, int size) {
        Bars[] all = new Bars[coins];
        for (int c = 0; c < coins; c++) {
            all[c] = hourly(RandomGeneratorFactory.of("L64X128MixRandom").create(c), size);
        }
        return all;
    }

    private static Bars hourly(RandomGenerator random, int size) {
        long[] times = new long[size];
        double[] open = new double[size];
        double[] close = new double[size];
        double price = Math.exp(random.nextDouble(-12, 11));
        long time = FIRST;
        for (int i = 0; i < size; i++) {
            times[i] = time;
            time += Interval.H1.millis() * (random.nextInt(1000) == 0 ? 3 : 1);
            open[i] = price * Math.exp(0.001 * random.nextGaussian());
            price = open[i] * Math.exp(0.01 * random.nextGaussian());
            close[i] = price;
        }
        return Bars.owning(
                Interval.H1, times, Map.of(BarColumn.OPEN, Column.owning(open), BarColumn.CLOSE, Column.owning(close)));
    }
}
