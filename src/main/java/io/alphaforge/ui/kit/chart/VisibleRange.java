package io.alphaforge.ui.kit.chart;

/**
 * The stretch of bars that a chart shows, in bars from the first one: bar i takes the room from i to i + 1.
 *
 * @param from left edge, a little below 0 at the least
 * @param to right edge, a little above the number of bars at the most
 */
public record VisibleRange(double from, double to) {
    /** Fewer bars are never spread over a chart, unless there are no more. */
    static final double FEWEST = 10;

    /** Least width of a candle with the room around it, in pixels. */
    private static final double CANDLE_PIXELS = 4;

    /** Every bar, with a little air at both ends. */
    public static VisibleRange all(int bars) {
        return new VisibleRange(-0.5, bars + Math.max(0.5, bars * 0.01));
    }

    /** The bars {@code first} to {@code last}, both included, with a little air around, as far as there are bars. */
    public static VisibleRange of(int first, int last, int bars) {
        double width = last - first + 1;
        return new VisibleRange(first - width * 0.01 - 0.5, last + 1 + width * 0.01 + 0.5).within(bars);
    }

    /** How many bars are visible. */
    public double width() {
        return to - from;
    }

    /**
     * The range that shows {@code factor} times as many bars while what is at {@code anchor} stays where it is.
     *
     * @param anchor in bars
     */
    public VisibleRange zoom(double factor, double anchor, int bars) {
        double width = Math.clamp(
                width() * factor, Math.min(FEWEST, all(bars).width()), all(bars).width());
        double scale = width / width();
        return new VisibleRange(anchor - (anchor - from) * scale, anchor + (to - anchor) * scale).within(bars);
    }

    /** The range further right by this many bars, as far as there are bars. */
    public VisibleRange pan(double by, int bars) {
        return new VisibleRange(from + by, to + by).within(bars);
    }

    /** The same width at the newest bar. */
    public VisibleRange atEnd(int bars) {
        return pan(all(bars).to() - to, bars);
    }

    /** A range of this many bars with the given one in the middle. */
    public static VisibleRange around(double middle, double width, int bars) {
        return new VisibleRange(middle - width / 2, middle + width / 2).within(bars);
    }

    /** Index of the first bar that is at least partly visible. */
    public int firstBar(int bars) {
        return (int) Math.clamp(Math.floor(from), 0, Math.max(0, bars - 1));
    }

    /** Index after the last bar that is at least partly visible. */
    public int endBar(int bars) {
        return (int) Math.clamp(Math.ceil(to), 0, bars);
    }

    /** How many bars a candle stands for on so many pixels: the least power of two that leaves a candle enough of them. */
    public int group(double pixels) {
        int group = 1;
        while (group < 1 << 30 && pixels * group < width() * CANDLE_PIXELS) {
            group <<= 1;
        }
        return group;
    }

    private VisibleRange within(int bars) {
        VisibleRange all = all(bars);
        double width = Math.clamp(width(), Math.min(FEWEST, all.width()), all.width());
        double middle = (from + to) / 2;
        double start = Math.clamp(middle - width / 2, all.from, Math.max(all.from, all.to - width));
        return new VisibleRange(start, start + width);
    }
}
