package io.alphaforge.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DataDigestTest {

    @Test
    void sumOfTheBarsInAnyOrderIsTheDigestOfTheSeries() {
        Bars bars = bars(500);
        DataDigest backwards = DataDigest.EMPTY;
        for (int i = bars.size() - 1; i >= 0; i--) {
            backwards = backwards.plus(DataDigest.of(bars.slice(i, i + 1)));
        }
        assertThat(backwards).isEqualTo(DataDigest.of(bars));
    }

    @Test
    void takingAwayWhatWasAddedLeavesTheRest() {
        Bars bars = bars(500);
        assertThat(DataDigest.of(bars).minus(DataDigest.of(bars.slice(200, 500))))
                .isEqualTo(DataDigest.of(bars.slice(0, 200)));
        assertThat(DataDigest.of(bars).minus(DataDigest.of(bars))).isEqualTo(DataDigest.EMPTY);
    }

    @Test
    void carriesIntoAndBorrowsFromTheUpperHalf() {
        DataDigest ones = new DataDigest(0, -1);
        DataDigest one = new DataDigest(0, 1);
        assertThat(ones.plus(one)).isEqualTo(new DataDigest(1, 0));
        assertThat(new DataDigest(1, 0).minus(one)).isEqualTo(ones);
    }

    @Test
    void anyChangedValueChangesIt() {
        DataDigest digest = DataDigest.ofBar(1, 2, 3, 4, 5, 6);
        Set<DataDigest> all = new HashSet<>();
        all.add(digest);
        all.add(DataDigest.ofBar(2, 2, 3, 4, 5, 6));
        all.add(DataDigest.ofBar(1, Math.nextUp(2.0), 3, 4, 5, 6));
        all.add(DataDigest.ofBar(1, 2, Math.nextUp(3.0), 4, 5, 6));
        all.add(DataDigest.ofBar(1, 2, 3, Math.nextUp(4.0), 5, 6));
        all.add(DataDigest.ofBar(1, 2, 3, 4, Math.nextUp(5.0), 6));
        all.add(DataDigest.ofBar(1, 2, 3, 4, 5, Math.nextUp(6.0)));
        all.add(DataDigest.ofBar(1, 3, 2, 4, 5, 6));
        assertThat(all).hasSize(8);
    }

    @Test
    void zeroVolumeOfEitherSignIsTheSame() {
        assertThat(DataDigest.ofBar(1, 2, 3, 4, 5, -0.0)).isEqualTo(DataDigest.ofBar(1, 2, 3, 4, 5, 0.0));
    }

    /** Digests are kept in databases that other versions made: the hash must never change. */
    @Test
    void digestsOfEarlierVersionsHold() {
        assertThat(DataDigest.ofBar(1_700_000_000_000L, 1.5, 2.25, -0.0, 1e-9, 12345.678))
                .hasToString("f68a0aa7c2e8f84553131e845d068f10");
        assertThat(DataDigest.ofBar(0, Double.NaN, 1, 2, 3, 4).plus(DataDigest.ofBar(1, 2, 3, 4, 5, 6)))
                .hasToString("5092a4457598ae4cf541c7b6c81968ca");
    }

    @Test
    void aSeriesIsTheSumOfItsBars() {
        Bars bars = bars(500);
        DataDigest sum = DataDigest.EMPTY;
        for (int i = 0; i < bars.size(); i++) {
            sum = sum.plus(DataDigest.ofBar(
                    bars.time(i),
                    bars.open().get(i),
                    bars.high().get(i),
                    bars.low().get(i),
                    bars.close().get(i),
                    bars.volume().get(i)));
        }
        assertThat(DataDigest.of(bars)).isEqualTo(sum);
    }

    @Test
    void hexadecimalDigitsAreReadBack() {
        DataDigest digest = DataDigest.of(bars(3));
        assertThat(DataDigest.parse(digest.hex())).isEqualTo(digest);
        assertThat(DataDigest.EMPTY.hex()).isEqualTo("0".repeat(32));
        assertThatThrownBy(() -> DataDigest.parse("12")).hasMessage("A digest has 32 hexadecimal digits, not '12'.");
    }

    private static Bars bars(int size) {
        SplittableRandom random = new SplittableRandom(size);
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        for (int i = 0; i < size; i++) {
            times[i] = i * Interval.H1.millis();
            for (double[] column : columns) {
                column[i] = random.nextDouble();
            }
        }
        return Bars.of(Interval.H1, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
