package io.alphaforge.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.market.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmaTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 30, 200, 1000})
    void agreesWithTaLibAtEveryPositionOfRandomWalks(int period) {
        for (int seed = 0; seed < 20; seed++) {
            double[] values = Series.walk(period + 700, 100, seed);
            TaLib.assertAgrees(Sma.of(Column.of(values), period), TaLib.sma(values, period));
        }
    }

    @Test
    void agreesWithTaLibAtEveryPositionOfRealSeries() {
        for (double[] values : Series.real()) {
            TaLib.assertAgrees(Sma.of(Column.of(values), 30), TaLib.sma(values, 30));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 30, 200, 1000})
    void staysWithinItsErrorBoundOnCollapsesSlidesAndSpikes(int period) {
        for (double[] values : Series.adversarial()) {
            Column means = Sma.of(Column.of(values), period);
            int step = period > 100 ? 37 : 1;
            for (int i = period - 1; i < values.length; i += step) {
                assertThat(Series.relativeError(means.get(i), Series.mean(values, i, period)))
                        .as("position %d", i)
                        .isLessThan(1e-13);
            }
        }
    }

    @Test
    void meanOfEqualValuesIsExactlyThatValueWhateverCameBefore() {
        for (int period : new int[] {2, 3, 7, 10, 30, 49, 500}) {
            for (double[] before : Series.adversarial()) {
                for (double value : new double[] {0.1, 1e-6 / 3, 7.3e4, 1 / 3.0}) {
                    double[] values = new double[before.length + 3 * period];
                    System.arraycopy(before, 0, values, 0, before.length);
                    java.util.Arrays.fill(values, before.length, values.length, value);
                    Column means = Sma.of(Column.of(values), period);
                    for (int i = before.length + period - 1; i < values.length; i++) {
                        assertThat(means.get(i)).isEqualTo(value);
                    }
                }
            }
        }
    }

    @Test
    void hasNoValueBeforeItsFirstPositionAndOneAtIt() {
        Column means = Sma.of(Column.of(1, 2, 3, 4), 3);
        assertThat(Sma.firstValue(3)).isEqualTo(2);
        assertThat(means).isEqualTo(Column.of(Double.NaN, Double.NaN, 2, 3));
    }

    @Test
    void hasNoValueAtAllWhereThereAreFewerBarsThanItsWindow() {
        assertThat(Sma.of(Column.of(1, 2), 3)).isEqualTo(Column.of(Double.NaN, Double.NaN));
        assertThat(Sma.of(Column.of(), 3)).isEqualTo(Column.of());
        assertThat(Sma.of(Column.of(5), 1)).isEqualTo(Column.of(5));
    }

    @Test
    void takesValuesOfEitherSign() {
        double[] values = Series.walk(3000, 1, 5);
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - 1) * (i % 3 - 1);
        }
        Column means = Sma.of(Column.of(values), 20);
        for (int i = 19; i < values.length; i++) {
            double exact = Series.mean(values, i, 20).doubleValue();
            double largest = 0;
            for (int j = i - 19; j <= i; j++) {
                largest = Math.max(largest, Math.abs(values[j]));
            }
            assertThat(Math.abs(means.get(i) - exact)).isLessThanOrEqualTo(1e-13 * largest);
        }
    }

    @Test
    void piecesAgreeWithTheWholeToTheLastDigit() {
        Column values = Column.of(Series.walk(5000, 100, 6));
        Column whole = Sma.of(values, 30);
        double[] piece = new double[1024];
        for (int from = 29; from < 5000; from += 1024) {
            int to = Math.min(5000, from + 1024);
            Sma.fill(values, 30, from, to, piece);
            for (int i = from; i < to; i++) {
                assertThat(Math.abs(piece[i - from] - whole.get(i))).isLessThanOrEqualTo(Math.ulp(whole.get(i)));
            }
        }
    }

    @Test
    void earlierValuesNeverChangeWhenLaterOnesAreAdded() {
        double[] values = Series.collapse(3000, 8);
        Column whole = Sma.of(Column.of(values), 50);
        for (int n : new int[] {49, 50, 51, 1000, 1001, 2047, 2999}) {
            Column part = Sma.of(Column.of(java.util.Arrays.copyOf(values, n)), 50);
            assertThat(part.toArray()).containsExactly(whole.toArray(0, n));
        }
    }

    @Test
    void periodBelowOneIsRefused() {
        assertThatThrownBy(() -> Sma.of(Column.of(1, 2), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The period is 0; it must be at least 1.");
    }
}
