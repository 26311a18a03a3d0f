package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Gap;
import io.alphaforge.market.Interval;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeLineTest {
    private static final long DAY = 86_400_000L;

    @Test
    void aGapTakesItsShareOfThePixelsItLiesOn() {
        // Ten days on five pixels: days 3 to 5 are missing, which is half of pixel 1 and all of pixel 2.
        TimeLine line = new TimeLine(0, 10 * DAY, 5);
        double[] present = line.present(List.of(new Gap(3 * DAY, 6 * DAY, 3)));
        assertThat(present).containsExactly(new double[] {1, 0.5, 0, 1, 1}, within(1e-12));
    }

    @Test
    void timesAndPixelsAreTheSamePlaceInTwoUnits() {
        TimeLine line = new TimeLine(100 * DAY, 110 * DAY, 200);
        assertThat(line.x(105 * DAY)).isEqualTo(100);
        assertThat(line.time(100)).isEqualTo(105 * DAY);
        assertThat(line.x(100 * DAY)).isZero();
        assertThat(line.time(200)).isEqualTo(110 * DAY);
    }

    @Test
    void agreesWithCountingTheBarsOfEveryPixel() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            int width = 10;
            int perPixel = 20;
            boolean[] there = new boolean[width * perPixel];
            for (int i = 0; i < there.length; i++) {
                there[i] = i == 0 || i == there.length - 1 || random.nextInt(3) > 0;
            }
            long[] times = LongStream.range(0, there.length)
                    .filter(i -> there[(int) i])
                    .map(i -> i * DAY)
                    .toArray();
            List<Gap> gaps = Gap.in(Bars.owning(Interval.D1, times, Map.of()));
            double[] present = new TimeLine(0, there.length * DAY, width).present(gaps);
            for (int pixel = 0; pixel < width; pixel++) {
                int bars = 0;
                for (int i = 0; i < perPixel; i++) {
                    bars += there[pixel * perPixel + i] ? 1 : 0;
                }
                assertThat(present[pixel]).isCloseTo(bars / (double) perPixel, within(1e-9));
            }
        }
    }

    @Test
    void aMillionBarsWithAGapInEveryThirdPlaceFitOnAThousandPixels() {
        long[] times = LongStream.range(0, 1_500_000)
                .filter(i -> i % 3 != 1)
                .map(i -> i * 60_000)
                .toArray();
        List<Gap> gaps = Gap.in(Bars.owning(Interval.M1, times, Map.of()));
        assertThat(times).hasSize(1_000_000);
        assertThat(gaps).hasSize(500_000);
        double[] present = new TimeLine(0, 1_500_000 * 60_000L, 1000).present(gaps);
        for (double share : present) {
            assertThat(share).isCloseTo(2 / 3.0, within(1e-3));
        }
    }

    @Test
    void aLineWithoutLengthIsRefused() {
        assertThatThrownBy(() -> new TimeLine(5, 5, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeLine(5, 6, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
