package io.alphaforge.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Column;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BollingerTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20, 100})
    void agreesWithTaLibAtEveryPositionOfRandomWalks(int period) {
        for (int seed = 0; seed < 20; seed++) {
            assertBandsAgree(Series.walk(period + 500, 100, seed), period);
        }
    }

    @Test
    void agreesWithTaLibAtEveryPositionOfRealSeries() {
        for (double[] values : Series.real()) {
            assertBandsAgree(values, 20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 300})
    void deviationIsRightOnCollapsesSlidesAndSpikes(int period) {
        for (double[] values : Series.adversarial()) {
            Column sigma = Deviation.of(Column.of(values), period);
            for (int i = period - 1; i < values.length; i += period > 100 ? 97 : 7) {
                assertThat(Series.relativeError(sigma.get(i), Series.deviation(values, i, period)))
                        .as("position %d", i)
                        .isLessThan(1e-9);
            }
        }
    }

    @Test
    void deviationIsRightWhereItIsASixMillionthOfThePrice() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[5000];
        Arrays.setAll(values, i -> 60_000 + 0.01 * (random.nextDouble() - 0.5));
        Column sigma = Deviation.of(Column.of(values), 20);
        for (int i = 19; i < values.length; i++) {
            assertThat(Series.relativeError(sigma.get(i), Series.deviation(values, i, 20)))
                    .isLessThan(1e-9);
        }
    }

    @Test
    void bandsOfAFlatCoinLieExactlyOnItsPrice() {
        for (double[] before : Series.adversarial()) {
            double[] values = Arrays.copyOf(before, before.length + 100);
            Arrays.fill(values, before.length, values.length, 1e-6 / 3);
            Bollinger bands = Bollinger.of(Column.of(values), 20, 2);
            for (int i = before.length + 19; i < values.length; i++) {
                assertThat(bands.upper().get(i)).isEqualTo(values[i]);
                assertThat(bands.lower().get(i)).isEqualTo(values[i]);
            }
        }
    }

    @Test
    void scalingPricesByAPowerOfTwoScalesTheBandsToTheBit() {
        double[] values = Series.walk(3000, 100, 5);
        Bollinger bands = Bollinger.of(Column.of(values), 20, 2);
        double factor = Math.scalb(1.0, -27);
        Bollinger scaled = Bollinger.of(Column.of(Series.scaled(values, factor)), 20, 2);
        assertThat(scaled.upper().toArray())
                .containsExactly(Series.scaled(bands.upper().toArray(), factor));
        assertThat(scaled.lower().toArray())
                .containsExactly(Series.scaled(bands.lower().toArray(), factor));
    }

    @Test
    void handWorkedExample() {
        // Mean 4, squares of deviations 4 + 0 + 4, σ² = 8/3.
        Bollinger bands = Bollinger.of(Column.of(2, 4, 6), 3, 1.5);
        assertThat(bands.middle()).isEqualTo(Column.of(Double.NaN, Double.NaN, 4));
        assertThat(bands.upper().get(2)).isEqualTo(4 + 1.5 * Math.sqrt(8 / 3.0));
        assertThat(bands.lower().get(2)).isEqualTo(4 - 1.5 * Math.sqrt(8 / 3.0));
        assertThat(bands.upper().get(1)).isNaN();
    }

    @Test
    void hasNoValueWhereThereAreFewerBarsThanItsWindow() {
        Bollinger bands = Bollinger.of(Column.of(1, 2), 3, 2);
        assertThat(bands.upper()).isEqualTo(Column.of(Double.NaN, Double.NaN));
        assertThat(Bollinger.of(Column.of(), 3, 2).lower()).isEqualTo(Column.of());
        assertThat(Bollinger.firstValue(3)).isEqualTo(2);
    }

    private static void assertBandsAgree(double[] values, int period) {
        Bollinger bands = Bollinger.of(Column.of(values), period, 2);
        double[] upper = TaLib.upperBand(values, period, 2);
        double[] lower = TaLib.lowerBand(values, period, 2);
        for (int i = 0; i < values.length; i++) {
            // Below this spread TA-Lib's own difference of squares has lost the digits that are compared.
            if (Double.isNaN(upper[i]) || upper[i] - lower[i] > 1e-3 * upper[i]) {
                TaLib.assertClose(i, bands.upper().get(i), upper[i]);
                TaLib.assertClose(i, bands.lower().get(i), lower[i]);
            }
        }
    }
}
