package io.alphaforge.ui.coin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.chart.RandomBars;
import org.junit.jupiter.api.Test;

/** The figures of a coin by hand, and against plain loops. */
class MarketFiguresTest {
    private static final long DAY = 86_400_000L;

    @Test
    void changesAreMeasuredFromTheCloseBeforeTheWindow() {
        Bars bars = daily(new long[] {0, 1, 2, 3, 4, 5, 6, 7}, 100, 110, 120, 130, 140, 150, 160, 170);
        MarketFigures market = new MarketFigures(bars);
        assertThat(market.price()).isEqualTo(170);
        assertThat(market.changePct(1)).isCloseTo((170 / 160.0 - 1) * 100, within(1e-9));
        assertThat(market.changePct(7)).isCloseTo(70, within(1e-9));
        assertThat(market.changePct(8)).isNaN();
    }

    @Test
    void aChangeAcrossAGapThatIsTooLongIsUndefined() {
        MarketFigures oneMissing = new MarketFigures(daily(new long[] {0, 1, 3}, 100, 110, 120));
        assertThat(oneMissing.changePct(1)).isCloseTo((120 / 110.0 - 1) * 100, within(1e-9));
        MarketFigures twoMissing = new MarketFigures(daily(new long[] {0, 1, 4}, 100, 110, 120));
        assertThat(twoMissing.changePct(1)).isNaN();
    }

    @Test
    void windowsShorterThanABarHaveNoFigures() {
        MarketFigures weeks = new MarketFigures(RandomBars.of(Interval.W1, 60, 4));
        assertThat(weeks.changePct(1)).isNaN();
        assertThat(weeks.turnover(1)).isNaN();
        assertThat(weeks.high(1)).isNaN();
        assertThat(weeks.changePct(7)).isFinite();
    }

    @Test
    void extremesAndTurnoverEqualThoseOfAPlainLoop() {
        Bars bars = RandomBars.of(Interval.H1, 2000, 9);
        MarketFigures market = new MarketFigures(bars);
        long end = bars.lastTime() + Interval.H1.millis();
        double high = 0;
        double low = Double.MAX_VALUE;
        double turnover = 0;
        double highest = 0;
        for (int i = 0; i < bars.size(); i++) {
            highest = Math.max(highest, bars.high().get(i));
            if (bars.time(i) >= end - 7 * DAY) {
                high = Math.max(high, bars.high().get(i));
                low = Math.min(low, bars.low().get(i));
                turnover += bars.volume().get(i) * bars.close().get(i);
            }
        }
        assertThat(market.high(7)).isEqualTo(high);
        assertThat(market.low(7)).isEqualTo(low);
        assertThat(market.turnover(7)).isCloseTo(turnover, within(turnover * 1e-12));
        assertThat(market.allTimeHigh()).isEqualTo(highest);
        assertThat(bars.high().get(bars.indexAtOrAfter(market.allTimeHighTime())))
                .isEqualTo(highest);
    }

    @Test
    void noBarsHaveNoFigures() {
        MarketFigures market = new MarketFigures(Bars.empty(Interval.D1));
        assertThat(market.price()).isNaN();
        assertThat(market.changePct(1)).isNaN();
        assertThat(market.high(7)).isNaN();
        assertThat(market.turnover(7)).isNaN();
        assertThat(market.allTimeHigh()).isNaN();
    }

    private static Bars daily(long[] days, double... closes) {
        long[] times = new long[days.length];
        for (int i = 0; i < days.length; i++) {
            times[i] = days[i] * DAY;
        }
        return Bars.of(Interval.D1, times, closes, closes, closes, closes, closes);
    }
}
