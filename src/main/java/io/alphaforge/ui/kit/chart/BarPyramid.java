package io.alphaforge.ui.kit.chart;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars together with coarser and coarser candles made of them, each level with a quarter of the candles of the one below:
 * whatever stretch of a million bars is to be drawn, reading it touches few more values than candles are wanted.
 *
 * <p>Takes a third of the bars' memory beside them. To be made in the background: it goes over every bar.
 */
public final class BarPyramid {
    static final int FACTOR = 4;

    private final Bars bars;
    private final List<Level> levels = new ArrayList<>();

    private BarPyramid(Bars bars) {
        this.bars = bars;
        Level level = new Level(bars.open(), bars.high(), bars.low(), bars.close(), bars.volume());
        levels.add(level);
        while (level.size() > FACTOR) {
            level = level.coarser();
            levels.add(level);
        }
    }

    /** The pyramid over bars with all five columns. */
    public static BarPyramid of(Bars bars) {
        return new BarPyramid(bars);
    }

    public Bars bars() {
        return bars;
    }

    /**
     * Fills a buffer with the candles that the bars {@code from} (inclusive) to {@code to} (exclusive) belong to. Groups
     * begin at multiples of their size, so a candle stays the same whichever stretch it is read with.
     *
     * @param group bars a candle, a power of two
     */
    public void read(int from, int to, int group, Candles target) {
        if (Integer.bitCount(group) != 1) {
            throw new IllegalArgumentException("A candle of " + group + " bars: allowed are powers of two.");
        }
        int start = Math.max(0, from) / group;
        int end = (Math.min(to, bars.size()) + group - 1) / group;
        int parts = group;
        int depth = 0;
        while (parts >= FACTOR && depth < levels.size() - 1) {
            parts /= FACTOR;
            depth++;
        }
        target.begin(start, Math.max(0, end - start), group);
        Level level = levels.get(depth);
        for (int i = 0; i < target.count(); i++) {
            int first = (start + i) * parts;
            level.candle(first, Math.min(first + parts, level.size()), target, i);
        }
    }

    /** The candle that a bar belongs to, as the only one of a buffer. */
    public void readOne(int bar, int group, Candles target) {
        read(bar, bar + 1, group, target);
    }

    private record Level(Column open, Column high, Column low, Column close, Column volume) {
        int size() {
            return open.size();
        }

        Level coarser() {
            int candles = (size() + FACTOR - 1) / FACTOR;
            Candles made = new Candles();
            made.begin(0, candles, FACTOR);
            for (int i = 0; i < candles; i++) {
                candle(i * FACTOR, Math.min(i * FACTOR + FACTOR, size()), made, i);
            }
            return new Level(
                    Column.owning(made.open),
                    Column.owning(made.high),
                    Column.owning(made.low),
                    Column.owning(made.close),
                    Column.owning(made.volume));
        }

        void candle(int first, int end, Candles target, int at) {
            double highest = high.get(first);
            double lowest = low.get(first);
            double sum = volume.get(first);
            for (int i = first + 1; i < end; i++) {
                highest = Math.max(highest, high.get(i));
                lowest = Math.min(lowest, low.get(i));
                sum += volume.get(i);
            }
            target.open[at] = open.get(first);
            target.high[at] = highest;
            target.low[at] = lowest;
            target.close[at] = close.get(end - 1);
            target.volume[at] = sum;
        }
    }
}
