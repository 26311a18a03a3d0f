package io.alphaforge.ui.kit.chart;

import java.util.Arrays;

/**
 * Consecutive candles that each stand for the same number of bars: a buffer that is filled again for every frame.
 *
 * <p>Candle i stands for the bars from {@code (first + i) · group} on; the last one may stand for fewer.
 */
public final class Candles {
    private int first;
    private int group = 1;
    private int count;
    double[] open = {};
    double[] high = {};
    double[] low = {};
    double[] close = {};
    double[] volume = {};

    /** Makes room; what was in it is lost. */
    void begin(int firstCandle, int candles, int barsEach) {
        first = firstCandle;
        count = candles;
        group = barsEach;
        if (open.length < candles) {
            int room = Math.max(candles, open.length * 2);
            open = new double[room];
            high = new double[room];
            low = new double[room];
            close = new double[room];
            volume = new double[room];
        }
    }

    public int count() {
        return count;
    }

    /** How many bars a candle stands for. */
    public int group() {
        return group;
    }

    /** Index of the first bar of a candle. */
    public int bar(int candle) {
        return (first + candle) * group;
    }

    public double open(int candle) {
        return open[candle];
    }

    public double high(int candle) {
        return high[candle];
    }

    public double low(int candle) {
        return low[candle];
    }

    public double close(int candle) {
        return close[candle];
    }

    public double volume(int candle) {
        return volume[candle];
    }

    /** The lowest low; infinite when there are no candles. */
    public double lowest() {
        return Arrays.stream(low, 0, count).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The highest high; minus infinite when there are no candles. */
    public double highest() {
        return Arrays.stream(high, 0, count).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /** The largest volume; 0 when there are no candles. */
    public double largestVolume() {
        return Arrays.stream(volume, 0, count).max().orElse(0);
    }
}
