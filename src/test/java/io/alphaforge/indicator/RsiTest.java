package io.alphaforge.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.alphaforge.market.Column;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RsiTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 14, 100, 1000})
    void agreesWithTaLibAtEveryPositionOfRandomWalks(int period) {
        for (int seed = 0; seed < 20; seed++) {
            double[] values = Series.walk(period + 700, 1000, seed);
            TaLib.assertAgrees(Rsi.of(Column.of(values), period), TaLib.rsi(values, period));
        }
    }

    @Test
    void agreesWithTaLibAtEveryPositionOfRealSeries() {
        for (double[] values : Series.real()) {
            TaLib.assertAgrees(Rsi.of(Column.of(values), 14), TaLib.rsi(values, 14));
        }
    }

    @Test
    void scalingPricesByAPowerOfTwoLeavesEveryBit() {
        double[] values = Series.walk(5000, 1000, 7);
        Column rsi = Rsi.of(Column.of(values), 14);
        for (int k : new int[] {-60, -30, -1, 1, 20, 60}) {
            assertThat(Rsi.of(Column.of(Series.scaled(values, Math.scalb(1.0, k))), 14))
                    .isEqualTo(rsi);
        }
    }

    @Test
    void worksForCoinsPricedAtAMillionth() {
        double[] values = Series.walk(3000, 1000, 9);
        double[] tiny = Series.scaled(values, 1e-9);
        Column rsi = Rsi.of(Column.of(tiny), 14);
        double[] reference = TaLib.rsi(values, 14);
        for (int i = 14; i < values.length; i++) {
            assertThat(Math.abs(rsi.get(i) - reference[i])).isLessThan(1e-9 * 100);
        }
    }

    @Test
    void isFiftyWhereNothingMovedAtAll() {
        Column rsi = Rsi.of(Column.of(Series.constant(20, 0.1)), 14);
        assertThat(rsi.get(13)).isNaN();
        for (int i = 14; i < 20; i++) {
            assertThat(rsi.get(i)).isEqualTo(50);
        }
    }

    @Test
    void keepsItsValueThroughAFlatStretchOfAnyLength() {
        double[] values = new double[50_000];
        System.arraycopy(Series.walk(100, 1000, 3), 0, values, 0, 100);
        Arrays.fill(values, 100, values.length, values[99]);
        values[49_999] = values[99] * 1.01;
        Column rsi = Rsi.of(Column.of(values), 14);
        for (int i = 100; i < 49_999; i++) {
            assertThat(rsi.get(i)).isCloseTo(rsi.get(99), offset(1e-9));
        }
        assertThat(rsi.get(49_999)).isEqualTo(100);
    }

    @Test
    void isHundredWhereAllRoseAndZeroWhereAllFell() {
        assertThat(Rsi.of(Column.of(1, 2, 3, 4, 5), 3)).isEqualTo(nan(3, 100, 100));
        assertThat(Rsi.of(Column.of(5, 4, 3, 2, 1), 3)).isEqualTo(nan(3, 0, 0));
    }

    @Test
    void simpleSmoothingIsTheShareOfGainsInTheLastChanges() {
        // Changes +1, −1, +3, 0, −2 over windows of 3: 4/5, 3/4, 3/5.
        Column rsi = Rsi.of(Column.of(10, 11, 10, 13, 13, 11), 3, Rsi.Smoothing.SIMPLE);
        assertThat(rsi.get(2)).isNaN();
        assertThat(rsi.get(3)).isCloseTo(80, offset(1e-12));
        assertThat(rsi.get(4)).isCloseTo(75, offset(1e-12));
        assertThat(rsi.get(5)).isCloseTo(60, offset(1e-12));
    }

    @Test
    void simpleSmoothingIsFiftyInAFlatWindowAfterMoves() {
        double[] values = new double[200];
        System.arraycopy(Series.walk(100, 1000, 4), 0, values, 0, 100);
        Arrays.fill(values, 100, 200, values[99]);
        Column rsi = Rsi.of(Column.of(values), 14, Rsi.Smoothing.SIMPLE);
        for (int i = 113; i < 200; i++) {
            assertThat(rsi.get(i)).isEqualTo(50);
        }
    }

    @Test
    void hasItsFirstValueAfterAsManyChangesAsItsPeriod() {
        assertThat(Rsi.firstValue(14)).isEqualTo(14);
        double[] values = Series.walk(14, 100, 1);
        assertThat(Rsi.of(Column.of(values), 14).toArray()).containsOnly(Double.NaN);
        Column one = Rsi.of(Column.of(Series.walk(15, 100, 1)), 14);
        assertThat(one.get(13)).isNaN();
        assertThat(one.get(14)).isBetween(0.0, 100.0);
        assertThat(Rsi.of(Column.of(), 14)).isEqualTo(Column.of());
    }

    private static Column nan(int leading, double... values) {
        double[] all = new double[leading + values.length];
        Arrays.fill(all, 0, leading, Double.NaN);
        System.arraycopy(values, 0, all, leading, values.length);
        return Column.of(all);
    }
}
