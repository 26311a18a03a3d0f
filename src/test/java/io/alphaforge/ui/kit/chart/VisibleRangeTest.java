package io.alphaforge.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What zooming and moving do to the visible bars. */
class VisibleRangeTest {
    private static final int BARS = 1000;

    @Test
    void zoomingLeavesWhatIsBelowThePointerWhereItIs() {
        VisibleRange range = new VisibleRange(200, 400);
        VisibleRange nearer = range.zoom(0.5, 250, BARS);
        assertThat(nearer.width()).isCloseTo(100, within(1e-9));
        assertThat((250 - nearer.from()) / nearer.width()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void neverFewerThanTenBarsNorMoreThanAllAreVisible() {
        VisibleRange range = new VisibleRange(200, 400);
        assertThat(range.zoom(1e-6, 300, BARS).width()).isCloseTo(VisibleRange.FEWEST, within(1e-9));
        assertThat(range.zoom(1e6, 300, BARS)).isEqualTo(VisibleRange.all(BARS));
    }

    @Test
    void movingStopsAtBothEndsAndKeepsTheWidth() {
        VisibleRange range = new VisibleRange(200, 400);
        assertThat(range.pan(-1e9, BARS).from())
                .isEqualTo(VisibleRange.all(BARS).from());
        assertThat(range.pan(1e9, BARS).to()).isCloseTo(VisibleRange.all(BARS).to(), within(1e-9));
        assertThat(range.pan(1e9, BARS).width()).isCloseTo(200, within(1e-9));
        assertThat(range.atEnd(BARS)).isEqualTo(range.pan(1e9, BARS));
    }

    @Test
    void theVisibleBarsAreThoseOfTheSeries() {
        VisibleRange all = VisibleRange.all(BARS);
        assertThat(all.firstBar(BARS)).isZero();
        assertThat(all.endBar(BARS)).isEqualTo(BARS);
        VisibleRange part = new VisibleRange(10.5, 20.5);
        assertThat(part.firstBar(BARS)).isEqualTo(10);
        assertThat(part.endBar(BARS)).isEqualTo(21);
    }

    @Test
    void aSeriesOfOneBarOrNoneHasARangeToo() {
        for (int bars = 0; bars < 3; bars++) {
            VisibleRange range = VisibleRange.of(0, Math.max(0, bars - 1), bars)
                    .zoom(0.1, 0, bars)
                    .pan(5, bars);
            assertThat(range.width()).isPositive();
            assertThat(range.endBar(bars)).isLessThanOrEqualTo(bars);
        }
    }

    @Test
    void candlesAreAsFineAsFourPixelsAllow() {
        assertThat(new VisibleRange(0, 250).group(1000)).isEqualTo(1);
        assertThat(new VisibleRange(0, 251).group(1000)).isEqualTo(2);
        assertThat(new VisibleRange(0, 1_000_000).group(1000)).isEqualTo(4096);
    }
}
