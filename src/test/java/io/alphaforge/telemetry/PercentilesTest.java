package io.alphaforge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    private static final double DIGITS = 0.001;

    @Test
    void percentilesAreThoseOfTheSortedFigures() {
        Random random = new Random(7);
        for (int size : new int[] {1, 2, 3, 19, 20, 21, 99, 100, 101, 1000}) {
            for (double scale : new double[] {0.3, 40, 9_000, 3e7}) {
                double[] figures =
                        random.doubles(size).map(d -> scale * Math.exp(3 * d)).toArray();
                Percentiles told = Percentiles.of(figures);
                assertThat(told.count()).isEqualTo(size);
                close(told.average(), Arrays.stream(figures).average().orElseThrow());
                close(told.p50(), naive(figures, 50));
                close(told.p95(), naive(figures, 95));
                close(told.p99(), naive(figures, 99));
            }
        }
    }

    @Test
    void equalFiguresAreTheirOwnPercentiles() {
        Percentiles told = Percentiles.of(250, 250, 250);
        assertThat(told.p50()).isEqualTo(told.p99());
        close(told.p99(), 250);
    }

    @Test
    void whatIsNoFigureIsLeftOut() {
        assertThat(Percentiles.of(Double.NaN, -1, Double.POSITIVE_INFINITY)).isEqualTo(Percentiles.NONE);
        assertThat(Percentiles.of()).isEqualTo(Percentiles.NONE);
        assertThat(Percentiles.of(0, Double.NaN, 0)).isEqualTo(new Percentiles(2, 0, 0, 0, 0));
    }

    /** The smallest figure that so many percent of them do not exceed. */
    private static double naive(double[] figures, int percent) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int needed = (figures.length * percent + 99) / 100;
        return sorted[Math.max(1, needed) - 1];
    }

    private static void close(double told, double exact) {
        assertThat(told).isCloseTo(exact, within(Math.max(DIGITS, DIGITS * exact)));
    }
}
