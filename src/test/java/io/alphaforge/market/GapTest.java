package io.alphaforge.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GapTest {

    @Test
    void namesTheFirstMissingBarTheOneThatEndsItAndHowManyAreMissing() {
        Bars bars = bars(Interval.D1, "2024-01-01", "2024-01-02", "2024-01-05", "2024-01-06", "2024-01-08");
        assertThat(Gap.in(bars))
                .containsExactly(
                        new Gap(at("2024-01-03"), at("2024-01-05"), 2), new Gap(at("2024-01-07"), at("2024-01-08"), 1));
    }

    @Test
    void monthsOfDifferentLengthAreNoGaps() {
        assertThat(Gap.in(bars(Interval.MONTH, "2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01")))
                .isEmpty();
        Bars bars = bars(Interval.MONTH, "2024-01-01", "2024-03-01");
        assertThat(Gap.in(bars)).containsExactly(new Gap(at("2024-02-01"), at("2024-03-01"), 1));
        assertThat(Gap.count(bars, 0, 2)).isEqualTo(1);
    }

    @Test
    void countAgreesWithTheListOfGapsInAnyRange() {
        SplittableRandom random = new SplittableRandom(3);
        long[] times = new long[300];
        for (int i = 1; i < times.length; i++) {
            times[i] = times[i - 1] + Interval.H1.millis() * (random.nextInt(5) == 0 ? 2 + random.nextInt(9) : 1);
        }
        Bars bars = Bars.owning(Interval.H1, times, Map.of());
        for (int from = 0; from < 300; from += 17) {
            for (int to = from; to <= 300; to += 23) {
                assertThat(Gap.count(bars, from, to))
                        .isEqualTo(Gap.in(bars.slice(from, to)).size());
            }
        }
    }

    private static Bars bars(Interval interval, String... days) {
        return Bars.owning(interval, Arrays.stream(days).mapToLong(GapTest::at).toArray(), Map.of());
    }

    private static long at(String day) {
        return Instant.parse(day + "T00:00:00Z").toEpochMilli();
    }
}
