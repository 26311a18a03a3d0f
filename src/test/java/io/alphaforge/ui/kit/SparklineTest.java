package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Column;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void theHighestValueIsAtTheUpperEdgeAndTheLowestAtTheLowerOne() {
        Sparkline line = of(10, 30, 20);
        assertThat(xs(line)).containsExactly(2, 52, 102);
        assertThat(ys(line)).containsExactly(21, 1, 11);
    }

    @Test
    void valuesThatAreNotFiniteAreLeftOutAndTheOthersKeepTheirPlace() {
        Sparkline line = of(Double.NaN, 10, Double.POSITIVE_INFINITY, 20, Double.NaN);
        assertThat(xs(line)).containsExactly(27, 77);
        assertThat(ys(line)).containsExactly(21, 1);
    }

    @Test
    void equalValuesLieInTheMiddle() {
        assertThat(ys(of(5, 5, 5))).containsExactly(11, 11, 11);
    }

    @Test
    void aSingleValueLiesAtTheRight() {
        Sparkline line = of(5);
        assertThat(xs(line)).containsExactly(102);
        assertThat(ys(line)).containsExactly(11);
    }

    @Test
    void nothingIsDrawnWithoutValues() {
        assertThat(of().size()).isZero();
        assertThat(of(Double.NaN, Double.NaN).size()).isZero();
    }

    @Test
    void theTrendComparesTheLastFiniteValueWithTheFirst() {
        assertThat(Sparkline.trend(Column.of(1, 9, 2))).isPositive();
        assertThat(Sparkline.trend(Column.of(Double.NaN, 3, 9, 2, Double.NaN))).isNegative();
        assertThat(Sparkline.trend(Column.of(3, 9, 3))).isZero();
        assertThat(Sparkline.trend(Column.of(3))).isZero();
        assertThat(Sparkline.trend(Column.of())).isZero();
        assertThat(Sparkline.trend(Column.of(Double.NaN))).isZero();
    }

    private static Sparkline of(double... values) {
        return Sparkline.of(Column.of(values), 2, 100, 1, 20);
    }

    private static double[] xs(Sparkline line) {
        return Arrays.copyOf(line.x(), line.size());
    }

    private static double[] ys(Sparkline line) {
        return Arrays.copyOf(line.y(), line.size());
    }
}
