package io.alphaforge.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Candles out of the pyramid against candles added up bar by bar. */
class BarPyramidTest {
    private final Candles candles = new Candles();

    @Test
    void aggregatesEqualThoseOfAPlainLoopOverRandomWindows() {
        Random random = new Random(7);
        for (int size : new int[] {1, 2, 3, 4, 5, 63, 64, 65, 1000, 4097}) {
            Bars bars = RandomBars.of(Interval.H1, size, size);
            BarPyramid pyramid = BarPyramid.of(bars);
            for (int i = 0; i < 60; i++) {
                int group = 1 << random.nextInt(14);
                int from = random.nextInt(size);
                int to = from + 1 + random.nextInt(size - from);
                pyramid.read(from, to, group, candles);
                compare(bars, from, to, group);
            }
        }
    }

    private void compare(Bars bars, int from, int to, int group) {
        assertThat(candles.bar(0)).isEqualTo(from / group * group);
        assertThat(candles.bar(candles.count() - 1)).isEqualTo((to - 1) / group * group);
        for (int c = 0; c < candles.count(); c++) {
            int first = candles.bar(c);
            int end = Math.min(bars.size(), first + group);
            assertThat(candles.open(c)).isEqualTo(bars.open().get(first));
            assertThat(candles.close(c)).isEqualTo(bars.close().get(end - 1));
            assertThat(candles.high(c))
                    .isEqualTo(IntStream.range(first, end)
                            .mapToDouble(bars.high()::get)
                            .max()
                            .orElseThrow());
            assertThat(candles.low(c))
                    .isEqualTo(IntStream.range(first, end)
                            .mapToDouble(bars.low()::get)
                            .min()
                            .orElseThrow());
            double volume =
                    IntStream.range(first, end).mapToDouble(bars.volume()::get).sum();
            assertThat(candles.volume(c)).isCloseTo(volume, within(volume * 1e-12));
        }
    }

    @Test
    void aCandleIsTheSameInWhicheverWindowItIsRead() {
        BarPyramid pyramid = BarPyramid.of(RandomBars.of(Interval.H1, 500, 3));
        pyramid.read(0, 500, 16, candles);
        double high = candles.high(5);
        pyramid.read(83, 95, 16, candles);
        assertThat(candles.count()).isOne();
        assertThat(candles.high(0)).isEqualTo(high);
    }

    @Test
    void anythingOutsideTheSeriesIsLeftOut() {
        BarPyramid pyramid = BarPyramid.of(RandomBars.of(Interval.H1, 10, 3));
        pyramid.read(-5, 99, 4, candles);
        assertThat(candles.count()).isEqualTo(3);
        pyramid.read(10, 12, 1, candles);
        assertThat(candles.count()).isZero();
        assertThat(candles.largestVolume()).isZero();
    }

    @Test
    void noBarsMakeNoCandles() {
        BarPyramid.of(Bars.empty(Interval.D1)).read(0, 0, 1, candles);
        assertThat(candles.count()).isZero();
    }

    @Test
    void groupsArePowersOfTwo() {
        BarPyramid pyramid = BarPyramid.of(RandomBars.of(Interval.H1, 10, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pyramid.read(0, 10, 3, candles))
                .withMessageContaining("powers of two");
    }
}
