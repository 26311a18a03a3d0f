package io.alphaforge.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.DashboardRow.Extreme;
import io.alphaforge.catalog.DashboardRow.Window;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DashboardSummaryTest {
    private static final long HOUR = 3_600_000L;
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    /** Bar i has close i + 1, high i + 2, low i + 0.5 and volume 10. */
    private static Bars bars(Interval interval, long... opens) {
        int n = opens.length;
        double[] open = new double[n];
        double[] high = new double[n];
        double[] low = new double[n];
        double[] close = new double[n];
        double[] volume = new double[n];
        for (int i = 0; i < n; i++) {
            open[i] = i + 1;
            high[i] = i + 2;
            low[i] = i + 0.5;
            close[i] = i + 1;
            volume[i] = 10;
        }
        return Bars.of(interval, opens, open, high, low, close, volume);
    }

    private static long[] hours(int from, int to) {
        long[] opens = new long[to - from];
        Arrays.setAll(opens, i -> (from + i) * HOUR);
        return opens;
    }

    @Test
    void figuresOfAnHourlyCoinWithoutGapsAreThoseWorkedByHand() {
        DashboardSummary s = DashboardSummary.of(bars(Interval.H1, hours(0, 1000)));
        assertThat(s.price()).isEqualTo(1000);
        // E is hour 1000; the bar that closes at hour 976 opened at 975 and has close 976.
        assertThat(s.change24hPct()).isEqualTo(100 * (1000.0 / 976 - 1), CLOSE);
        assertThat(s.change7dPct()).isEqualTo(100 * (1000.0 / 832 - 1), CLOSE);
        // Bars 976 to 999.
        assertThat(s.day()).isEqualTo(new Window(1001, 976.5, 240));
        assertThat(s.week()).isEqualTo(new Window(1001, 832.5, 1680));
        assertThat(s.month()).isEqualTo(new Window(1001, 280.5, 7200));
        // 10 · (281 + … + 1000)
        assertThat(s.turnover30d()).isEqualTo(10 * 720 * (281 + 1000) / 2.0, CLOSE);
        assertThat(s.allTimeHigh()).isEqualTo(new Extreme(1001, 999 * HOUR));
        assertThat(s.allTimeLow()).isEqualTo(new Extreme(0.5, 0));
    }

    @Test
    void aDailyCoinChangesAgainstTheCloseOfTheBarBefore() {
        DashboardSummary s = DashboardSummary.of(bars(Interval.D1, 0, 24 * HOUR, 48 * HOUR));
        assertThat(s.change24hPct()).isEqualTo(50, CLOSE);
        assertThat(s.day()).isEqualTo(new Window(4, 2.5, 10));
        assertThat(s.change7dPct()).isNaN();
    }

    @Test
    void aCloseOneIntervalTooOldStillCountsAndAnOlderOneDoesNot() {
        // E is hour 30, so the wanted close is that at hour 6; bars are missing before it.
        assertThat(DashboardSummary.of(bars(Interval.H1, 4 * HOUR, 29 * HOUR)).change24hPct())
                .isEqualTo(100, CLOSE);
        assertThat(DashboardSummary.of(bars(Interval.H1, 3 * HOUR, 29 * HOUR)).change24hPct())
                .isNaN();
    }

    @Test
    void aWeeklyCoinHasNoFiguresOfADay() {
        DashboardSummary s = DashboardSummary.of(bars(Interval.W1, 96 * HOUR, 264 * HOUR));
        assertThat(s.day().high()).isNaN();
        assertThat(s.day().low()).isNaN();
        assertThat(s.day().volume()).isNaN();
        assertThat(s.week()).isEqualTo(new Window(3, 1.5, 10));
        assertThat(s.change7dPct()).isEqualTo(100, CLOSE);
    }

    @Test
    void aSparklineHasTheLastCloseOfEachOfThirtyDays() {
        // The last day has 16 of its hours; bar i closes at i + 1.
        DashboardSummary s = DashboardSummary.of(bars(Interval.H1, hours(0, 24 * 40 + 16)));
        double[] closes = new double[30];
        Arrays.setAll(closes, day -> day == 29 ? 24 * 40 + 16 : 24 * (12 + day));
        assertThat(s.sparkline()).isEqualTo(Column.of(closes));
        assertThat(s.sparkline().get(29)).isEqualTo(s.price());
    }

    @Test
    void aSparklineLeavesOutDaysWithoutBarsAndOnesBeforeTheThirty() {
        long day = 24 * HOUR;
        assertThat(DashboardSummary.of(bars(Interval.D1, 0, day, 10 * day, 11 * day, 30 * day))
                        .sparkline())
                .isEqualTo(Column.of(2, 3, 4, 5));
        assertThat(DashboardSummary.of(bars(Interval.W1, 0, 7 * day, 14 * day, 21 * day, 28 * day, 35 * day))
                        .sparkline())
                .isEqualTo(Column.of(2, 3, 4, 5, 6));
    }

    @Test
    void extremesReachedTwiceAreDatedByTheFirstTime() {
        double[] flat = {5, 5, 5};
        Bars bars = Bars.of(Interval.H1, hours(0, 3), flat, flat, flat, flat, flat);
        DashboardSummary s = DashboardSummary.of(bars);
        assertThat(s.allTimeHigh()).isEqualTo(new Extreme(5, 0));
        assertThat(s.allTimeLow()).isEqualTo(new Extreme(5, 0));
        assertThat(s.change24hPct()).isNaN();
    }
}
