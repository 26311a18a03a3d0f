package io.alphaforge.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampledTest {

    @Test
    void bucketTakesFirstOpenHighestHighLowestLowLastCloseAndSummedVolume() {
        Bars hours = hours("2024-01-01T00:00:00Z", 4, 0, 1, 2, 3);
        Resampled resampled = Resampled.of(hours, Interval.H4);
        assertThat(resampled.partialBuckets()).isZero();
        assertThat(resampled.bars())
                .isEqualTo(Bars.of(
                        Interval.H4,
                        new long[] {hours.firstTime()},
                        new double[] {100},
                        new double[] {106},
                        new double[] {99},
                        new double[] {103.5},
                        new double[] {4 * 10 + 6}));
    }

    @Test
    void bucketWithMissingSourceBarsIsKeptAndCounted() {
        Bars hours = hours("2024-01-01T00:00:00Z", 8, 0, 1, 3, 4, 7);
        Resampled resampled = Resampled.of(hours, Interval.H4);
        assertThat(resampled.bars().size()).isEqualTo(2);
        assertThat(resampled.partialBuckets()).isEqualTo(2);
    }

    @Test
    void bucketWithoutAnySourceBarDoesNotExist() {
        Bars hours = hours("2024-01-01T00:00:00Z", 12, 0, 1, 2, 3, 8, 9, 10, 11);
        Resampled resampled = Resampled.of(hours, Interval.H4);
        assertThat(resampled.bars().toTimeArray())
                .containsExactly(hours.firstTime(), hours.firstTime() + 2 * Interval.H4.millis());
        assertThat(resampled.partialBuckets()).isZero();
    }

    @Test
    void lastBucketIsLeftOutUntilItsLastSourceBarIsThere() {
        assertThat(Resampled.of(hours("2024-01-01T00:00:00Z", 8, 0, 1, 2, 3, 4, 5, 6), Interval.H4)
                        .bars()
                        .size())
                .isEqualTo(1);
        assertThat(Resampled.of(hours("2024-01-01T00:00:00Z", 8, 0, 1, 2, 3, 7), Interval.H4)
                        .bars()
                        .size())
                .isEqualTo(2);
        assertThat(Resampled.of(hours("2024-01-01T00:00:00Z", 8, 0, 1, 2), Interval.H4)
                        .bars()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        assertThat(Instant.ofEpochMilli(Interval.W1.bucketStart(at("2024-02-29T13:00:00Z"))))
                .isEqualTo("2024-02-26T00:00:00Z");
        assertThat(Instant.ofEpochMilli(Interval.MONTH.bucketStart(at("2024-02-29T13:00:00Z"))))
                .isEqualTo("2024-02-01T00:00:00Z");
    }

    @Test
    void columnsThatTheSourceLacksAreLackingInTheResult() {
        Bars closes = Bars.owning(
                Interval.H1,
                hours("2024-01-01T00:00:00Z", 4, 0, 1, 2, 3).toTimeArray(),
                Map.of(BarColumn.CLOSE, Column.of(1, 2, 3, 4)));
        Bars resampled = Resampled.of(closes, Interval.H4).bars();
        assertThat(resampled.columns()).containsExactly(BarColumn.CLOSE);
        assertThat(resampled.close()).isEqualTo(Column.of(4));
    }

    @Test
    void intervalThatDoesNotDivideTheWantedOneIsRefused() {
        assertThatThrownBy(() -> Resampled.of(Bars.empty(Interval.H4), Interval.H6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bars of 4h cannot be resampled to 6h.");
    }

    @ParameterizedTest
    @CsvSource({"4h, H4", "1d, D1"})
    void agreesWithWhatTheVenueItselfGives(String folder, Interval interval) {
        for (Path file : RealData.files("resampled/" + folder)) {
            Bars wanted = RealData.read(file, interval);
            Path source = file.resolve("../../../hourly").normalize().resolve(file.getFileName());
            Bars ours =
                    Resampled.of(RealData.read(source, Interval.H1), interval).bars();
            int compared = 0;
            int differing = 0;
            for (int i = 0; i < wanted.size(); i++) {
                int j = ours.indexAtOrAfter(wanted.time(i));
                if (j < ours.size() && ours.time(j) == wanted.time(i)) {
                    compared++;
                    differing += differs(ours, j, wanted, i) ? 1 : 0;
                }
            }
            assertThat(compared).isGreaterThan(wanted.size() * 99 / 100);
            // One open a coin differs at the source.
            assertThat(differing).as("%s", file.getFileName()).isLessThanOrEqualTo(1);
        }
    }

    private static boolean differs(Bars ours, int j, Bars theirs, int i) {
        return ours.open().get(j) != theirs.open().get(i)
                || ours.high().get(j) != theirs.high().get(i)
                || ours.low().get(j) != theirs.low().get(i)
                || ours.close().get(j) != theirs.close().get(i)
                || Math.abs(ours.volume().get(j) - theirs.volume().get(i))
                        > 1e-6 * theirs.volume().get(i);
    }

    /** Of so many hours those with these numbers: open 100 + n, high 103 + n, low 99 + n, close 100.5 + n, volume 10 + n. */
    private static Bars hours(String from, int count, int... present) {
        long[] times = new long[present.length];
        double[][] columns = new double[5][present.length];
        double[] base = {100, 103, 99, 100.5, 10};
        for (int i = 0; i < present.length; i++) {
            assertThat(present[i]).isLessThan(count);
            times[i] = at(from) + present[i] * Interval.H1.millis();
            for (int c = 0; c < 5; c++) {
                columns[c][i] = base[c] + present[i];
            }
        }
        return Bars.of(Interval.H1, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
