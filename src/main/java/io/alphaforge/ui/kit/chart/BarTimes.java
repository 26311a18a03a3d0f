package io.alphaforge.ui.kit.chart;

import io.alphaforge.market.Bars;
import io.alphaforge.ui.kit.TimeText;

/** How the times of candles are written. */
final class BarTimes {
    private final TimeText times;

    BarTimes(TimeText times) {
        this.times = times;
    }

    /** The opening time of a candle; of one that stands for several bars that of its first and its last. */
    String of(Bars bars, int firstBar, int group) {
        int last = Math.min(bars.size(), firstBar + group) - 1;
        String from = of(bars, firstBar);
        return last == firstBar ? from : from + " – " + of(bars, last);
    }

    /** The opening time of a bar: its day, or its minute where the day does not say it. */
    String of(Bars bars, int bar) {
        return times.bar(bars.time(bar), bars.interval());
    }
}
