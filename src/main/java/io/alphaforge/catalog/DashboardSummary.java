package io.alphaforge.catalog;

import io.alphaforge.catalog.DashboardRow.Extreme;
import io.alphaforge.catalog.DashboardRow.Window;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.util.Arrays;

/**
 * The figures of a {@link DashboardRow} that follow from the bars alone, computed when a series is written.
 *
 * <p>All windows end at E, the close time of the last bar. A window without bars has NaN for its figures.
 *
 * @param price last close
 * @param change24hPct last close against the latest close at or before E − 24 h in percent; NaN when there is none, or
 *     when that close is more than one interval older
 * @param change7dPct the same over 7 days
 * @param day high, low and volume of the bars that open at or after E − 24 h
 * @param week the same over 7 days
 * @param month the same over 30 days
 * @param turnover30d sum of volume · close over the bars of {@code month}
 * @param allTimeHigh the highest high and when it was first reached
 * @param allTimeLow the lowest low and when it was first reached
 * @param sparkline the close of the last bar of each of the 30 UTC days that end with the one in which the last bar
 *     opens, oldest first; days without a bar have no value
 */
public record DashboardSummary(
        double price,
        double change24hPct,
        double change7dPct,
        Window day,
        Window week,
        Window month,
        double turnover30d,
        Extreme allTimeHigh,
        Extreme allTimeLow,
        Column sparkline) {
    private static final long DAY = 86_400_000L;
    private static final int SPARKLINE_DAYS = 30;

    /**
     * Summarises a whole series.
     *
     * @param bars at least one bar, every column
     */
    public static DashboardSummary of(Bars bars) {
        int n = bars.size();
        Interval interval = bars.interval();
        long end = interval.next(bars.lastTime());
        int from30 = bars.indexAtOrAfter(end - 30 * DAY);
        double turnover = from30 == n ? Double.NaN : 0;
        for (int i = from30; i < n; i++) {
            turnover += bars.volume().get(i) * bars.close().get(i);
        }
        return new DashboardSummary(
                bars.close().get(n - 1),
                change(bars, end, DAY),
                change(bars, end, 7 * DAY),
                window(bars, end - DAY),
                window(bars, end - 7 * DAY),
                window(bars, end - 30 * DAY),
                turnover,
                highest(bars),
                lowest(bars),
                sparkline(bars));
    }

    private static double change(Bars bars, long end, long window) {
        Interval interval = bars.interval();
        long wanted = end - window;
        // The first bar that closes after the wanted time; the one before it has the latest close at or before.
        int index = bars.indexAtOrAfter(wanted);
        while (index > 0 && interval.next(bars.time(index - 1)) > wanted) {
            index--;
        }
        if (index == 0) {
            return Double.NaN;
        }
        long closed = interval.next(bars.time(index - 1));
        if (interval.next(closed) < wanted) {
            return Double.NaN;
        }
        double last = bars.close().get(bars.size() - 1);
        return 100 * (last / bars.close().get(index - 1) - 1);
    }

    private static Window window(Bars bars, long from) {
        int n = bars.size();
        int first = bars.indexAtOrAfter(from);
        if (first == n) {
            return new Window(Double.NaN, Double.NaN, Double.NaN);
        }
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double volume = 0;
        for (int i = first; i < n; i++) {
            high = Math.max(high, bars.high().get(i));
            low = Math.min(low, bars.low().get(i));
            volume += bars.volume().get(i);
        }
        return new Window(high, low, volume);
    }

    private static Column sparkline(Bars bars) {
        long firstDay = Interval.D1.bucketStart(bars.lastTime()) - (SPARKLINE_DAYS - 1) * DAY;
        double[] closes = new double[SPARKLINE_DAYS];
        int days = 0;
        for (int i = bars.indexAtOrAfter(firstDay); i < bars.size(); i++) {
            boolean lastOfDay =
                    i == bars.size() - 1 || bars.time(i + 1) >= Interval.D1.next(Interval.D1.bucketStart(bars.time(i)));
            if (lastOfDay) {
                closes[days++] = bars.close().get(i);
            }
        }
        return Column.owning(Arrays.copyOf(closes, days));
    }

    private static Extreme highest(Bars bars) {
        Column high = bars.high();
        int best = 0;
        for (int i = 1; i < high.size(); i++) {
            best = high.get(i) > high.get(best) ? i : best;
        }
        return new Extreme(high.get(best), bars.time(best));
    }

    private static Extreme lowest(Bars bars) {
        Column low = bars.low();
        int best = 0;
        for (int i = 1; i < low.size(); i++) {
            best = low.get(i) < low.get(best) ? i : best;
        }
        return new Extreme(low.get(best), bars.time(best));
    }
}
