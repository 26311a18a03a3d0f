package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnBinsTest {
    private static final int MOST = 12;

    private static int[] counts(ReturnBins bins) {
        return IntStream.range(0, bins.size()).map(bins::count).toArray();
    }

    @Test
    void withoutReturnsThereAreNoBins() {
        assertThat(ReturnBins.of(new double[0], MOST).size()).isZero();
        assertThat(ReturnBins.EMPTY.tallest()).isZero();
    }

    @Test
    void aHandWorkedCase() {
        // From −25 to 45 in at most 12 bins: the round width above 7 is 10, edges at −30, −20, … 50.
        ReturnBins bins = ReturnBins.of(new double[] {-25, -20, -1, 0, 0, 3, 9.9, 10, 45}, MOST);
        assertThat(bins.from(0)).isEqualTo(-30);
        assertThat(bins.to(0)).isEqualTo(-20);
        assertThat(counts(bins)).containsExactly(1, 1, 1, 4, 1, 0, 0, 1);
        assertThat(bins.zeros(3)).isEqualTo(2);
        assertThat(bins.zeros(2)).isZero();
        assertThat(bins.tallest()).isEqualTo(4);
        assertThat(bins.openBelow()).isFalse();
        assertThat(bins.openAbove()).isFalse();
    }

    @Test
    void oneFarAwayCoinIsCountedInTheLastBinAndLeavesTheOthersTheirRoom() {
        double[] returns = new double[100];
        for (int i = 0; i < 99; i++) {
            returns[i] = i - 49;
        }
        returns[99] = 1_000_000;
        ReturnBins bins = ReturnBins.of(returns, MOST);
        assertThat(bins.to(bins.size() - 1)).isLessThan(100);
        assertThat(bins.openAbove()).isTrue();
        assertThat(bins.openBelow()).isFalse();
        assertThat(Arrays.stream(counts(bins)).sum()).isEqualTo(100);
        assertThat(bins.count(bins.size() - 1)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, -7, 1e-9, -3e8, 0.04})
    void equalReturnsShareABin(double value) {
        ReturnBins bins = ReturnBins.of(new double[] {value, value, value}, MOST);
        assertThat(counts(bins)).containsExactly(3);
        assertThat(value).isBetween(bins.from(0), bins.to(0));
    }

    @Test
    void whateverTheReturnsEveryOneIsCountedOnceInTheBinThatHoldsIt() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            double scale = Math.exp(random.nextGaussian() * 6);
            double[] returns = new double[1 + random.nextInt(400)];
            Arrays.setAll(returns, i -> random.nextInt(9) == 0 ? 0 : random.nextGaussian() * scale);
            ReturnBins bins = ReturnBins.of(returns, MOST);
            assertThat(bins.size()).isBetween(1, MOST);
            assertThat(Arrays.stream(counts(bins)).sum()).isEqualTo(returns.length);
            // The naive way: for every inner bin, the returns between its edges.
            for (int bin = 1; bin < bins.size() - 1; bin++) {
                double from = bins.from(bin);
                double to = bins.to(bin);
                assertThat(bins.count(bin)).isEqualTo((int)
                        Arrays.stream(returns).filter(v -> v >= from && v < to).count());
            }
            int zeros = IntStream.range(0, bins.size()).map(bins::zeros).sum();
            assertThat(zeros)
                    .isEqualTo((int) Arrays.stream(returns).filter(v -> v == 0).count());
        }
    }

    @Test
    void noBinHoldsGainsAndLosses() {
        Random random = new Random(12);
        for (int round = 0; round < 100; round++) {
            double[] returns = new double[50];
            Arrays.setAll(returns, i -> random.nextGaussian() * 40 + 10);
            ReturnBins bins = ReturnBins.of(returns, MOST);
            for (int bin = 0; bin < bins.size(); bin++) {
                assertThat(bins.from(bin) < 0 && bins.to(bin) > 0).isFalse();
            }
        }
    }

    @Test
    void aBinIsDescribedWithWhatItHolds() {
        ReturnBins bins = ReturnBins.of(new double[] {-25, -20, -1, 0, 0, 3, 9.9, 10, 45}, MOST);
        assertThat(ReturnHistogram.describe(bins, 0)).isEqualTo("−30 % to −20 %: 1 coin");
        assertThat(ReturnHistogram.describe(bins, 3)).isEqualTo("0 % to +10 %: 4 coins, 2 of them unchanged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.025|+0.025 % to +0.050 %",
                "0.02|+0.02 % to +0.04 %",
                "0.1|+0.1 % to +0.2 %",
                "2.5|+2.5 % to +5.0 %",
                "25|+25 % to +50 %",
                "5|+5 % to +10 %"
            })
    void theEdgesOfABinAreWrittenSoThatTheyDiffer(double width, String range) {
        // Bins that hold two of these each: ten of them over returns from 0 on.
        double[] returns =
                IntStream.range(0, 20).mapToDouble(i -> i * width / 2).toArray();
        assertThat(ReturnHistogram.describe(ReturnBins.of(returns, MOST), 1)).startsWith(range + ": ");
    }
}
