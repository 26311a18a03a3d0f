package io.alphaforge.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmaTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 12, 26, 200})
    void agreesWithTaLibAtEveryPositionOfRandomWalks(int period) {
        for (int seed = 0; seed < 20; seed++) {
            double[] values = Series.walk(period + 700, 100, seed);
            TaLib.assertAgrees(Ema.of(Column.of(values), period), TaLib.ema(values, period));
        }
    }

    @Test
    void agreesWithTaLibAtEveryPositionOfRealSeries() {
        for (double[] values : Series.real()) {
            TaLib.assertAgrees(Ema.of(Column.of(values), 26), TaLib.ema(values, 26));
        }
    }

    @Test
    void seededWithTheFirstPriceFollowsTheRecursionFromThere() {
        Column ema = Ema.of(Column.of(2, 4, 8, 16), 3, Ema.Seed.FIRST_PRICE);
        // k = 1/2: 2, 3, 5.5, 10.75
        assertThat(ema).isEqualTo(Column.of(Double.NaN, Double.NaN, 5.5, 10.75));
    }

    @Test
    void startsWithTheMeanOfItsFirstWindow() {
        assertThat(Ema.of(Column.of(2, 4, 6, 8), 3)).isEqualTo(Column.of(Double.NaN, Double.NaN, 4, 6));
        assertThat(Ema.firstValue(3)).isEqualTo(2);
    }

    @Test
    void staysAtTheValueOfAFlatSeries() {
        double[] values = Series.constant(3000, 0.1);
        Column ema = Ema.of(Column.of(values), 14);
        for (int i = 13; i < values.length; i++) {
            assertThat(ema.get(i)).isEqualTo(0.1);
        }
    }

    @Test
    void hasNoValueWhereThereAreFewerBarsThanItsWindow() {
        assertThat(Ema.of(Column.of(1, 2), 3)).isEqualTo(Column.of(Double.NaN, Double.NaN));
        assertThat(Ema.of(Column.of(), 3)).isEqualTo(Column.of());
    }
}
