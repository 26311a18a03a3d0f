package io.alphaforge.ui.kit.chart;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.util.Random;

/** Seeded random walks in place of prices. */
public final class RandomBars {
    private static final long FIRST = 1_577_836_800_000L;

    private RandomBars() {}

    /** So many bars without gaps from 2020-01-01 on. */
    public static Bars of(Interval interval, int size, long seed) {
        Random random = new Random(seed);
        long[] times = new long[size];
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        double price = 100;
        double scale = Math.sqrt(interval.millis() / 86_400_000.0) * 0.03;
        for (int i = 0; i < size; i++) {
            times[i] = FIRST + i * interval.millis();
            open[i] = price;
            price *= Math.exp(random.nextGaussian() * scale);
            close[i] = price;
            high[i] = Math.max(open[i], price) * (1 + random.nextDouble() * scale);
            low[i] = Math.min(open[i], price) * (1 - random.nextDouble() * scale / 2);
            volume[i] = Math.exp(random.nextGaussian()) * 1000;
        }
        return Bars.of(interval, times, open, high, low, close, volume);
    }
}
