package io.alphaforge.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Column;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lowest and highest values out of the pyramid against those found value by value. */
class LinePyramidTest {
    private final Extents extents = new Extents();

    @Test
    void extentsEqualThoseOfAPlainLoopWhereverValuesAreMissing() {
        Random random = new Random(11);
        for (int size : new int[] {1, 4, 5, 64, 1000, 3001}) {
            double[] values = IntStream.range(0, size)
                    .mapToDouble(i -> random.nextInt(3) == 0 ? Double.NaN : random.nextGaussian() * 50)
                    .toArray();
            LinePyramid pyramid = LinePyramid.of(Column.of(values));
            for (int i = 0; i < 60; i++) {
                int group = 1 << random.nextInt(12);
                int from = random.nextInt(size);
                int to = from + 1 + random.nextInt(size - from);
                pyramid.read(from, to, group, extents);
                compare(values, group);
            }
        }
    }

    private void compare(double[] values, int group) {
        for (int g = 0; g < extents.count(); g++) {
            int first = extents.bar(g);
            double[] there = IntStream.range(first, Math.min(values.length, first + group))
                    .mapToDouble(i -> values[i])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            // Boxed, so that no value equals no value.
            assertThat((Double) extents.low(g))
                    .isEqualTo((Double) Arrays.stream(there).min().orElse(Double.NaN));
            assertThat((Double) extents.high(g))
                    .isEqualTo((Double) Arrays.stream(there).max().orElse(Double.NaN));
        }
    }

    @Test
    void aSinglePeakIsSeenFromAnyHeight() {
        double[] values = new double[100_000];
        values[77_777] = 5;
        values[33_333] = -3;
        LinePyramid pyramid = LinePyramid.of(Column.of(values));
        for (int group = 1; group <= 1 << 17; group <<= 1) {
            pyramid.read(0, values.length, group, extents);
            assertThat(extents.highest()).isEqualTo(5);
            assertThat(extents.lowest()).isEqualTo(-3);
        }
    }

    @Test
    void aLineThatIsNotWarmHasNoExtent() {
        LinePyramid pyramid = LinePyramid.of(Column.of(Double.NaN, Double.NaN, Double.NaN, 4));
        pyramid.read(0, 2, 2, extents);
        assertThat(extents.low(0)).isNaN();
        assertThat(extents.lowest()).isInfinite();
    }

    @Test
    void theLastValueOfAGroupIsTheLastThatExists() {
        LinePyramid pyramid = LinePyramid.of(Column.of(1, 2, Double.NaN, 4, 5, Double.NaN));
        assertThat(pyramid.last(0, 1)).isEqualTo(1);
        assertThat(pyramid.last(2, 1)).isNaN();
        assertThat(pyramid.last(1, 4)).isEqualTo(4);
        assertThat(pyramid.last(5, 4)).isEqualTo(5);
    }
}
