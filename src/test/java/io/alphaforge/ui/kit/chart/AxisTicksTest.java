package io.alphaforge.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which values and times the axes are labelled with. */
class AxisTicksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void valuesAreRoundInsideTheScaleAndNotTooMany() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            double low = Math.exp(random.nextGaussian() * 8);
            double high = low * (1 + Math.exp(random.nextGaussian() * 3 - 2));
            boolean logarithmic = random.nextBoolean();
            Scale scale = Scale.fit(low, high, logarithmic, 0, 400);
            ValueTicks ticks = ValueTicks.of(scale, 8);
            assertThat(ticks.values()).hasSizeLessThanOrEqualTo(9).isSorted();
            assertThat(ticks.values()).allMatch(v -> v >= scale.low() && v <= scale.high());
            if (!logarithmic) {
                assertThat(ticks.values()).isNotEmpty();
            }
        }
    }

    @Test
    void linearTicksAreMultiplesOfOneTwoOrFive() {
        ValueTicks ticks = ValueTicks.of(Scale.fit(0.00013, 0.00031, false, 0, 300), 5);
        assertThat(ticks.decimals()).isEqualTo(5);
        assertThat(ticks.values()).hasSize(4);
        assertThat(ticks.values().getFirst()).isCloseTo(0.00015, within(1e-12));
        assertThat(ticks.values().getLast()).isCloseTo(0.0003, within(1e-12));
    }

    @Test
    void aWideLogarithmicScaleIsLabelledByDecades() {
        ValueTicks ticks = ValueTicks.of(Scale.fit(0.9, 1100, true, 0, 300), 12);
        assertThat(ticks.values()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);
        assertThat(ValueTicks.of(Scale.fit(0.9, 1100, true, 0, 300), 4).values())
                .containsExactly(1.0, 10.0, 100.0, 1000.0);
    }

    @Test
    void aScaleFindsEveryValueAgain() {
        for (boolean logarithmic : new boolean[] {false, true}) {
            Scale scale = Scale.fit(3, 700, logarithmic, 20, 300);
            assertThat(scale.y(3)).isCloseTo(320, within(1e-9));
            assertThat(scale.y(700)).isCloseTo(20, within(1e-9));
            assertThat(scale.value(scale.y(55))).isCloseTo(55, within(1e-9));
        }
    }

    @Test
    void valuesThatAreAllEqualAreInTheMiddle() {
        Scale scale = Scale.fit(5, 5, true, 0, 100);
        assertThat(scale.y(5)).isCloseTo(50, within(1.0));
        assertThat(Scale.fit(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false, 0, 100)
                        .y(0.5))
                .isEqualTo(50);
    }

    @Test
    void monthsAreNamedAndYearsStandOut() {
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(time("2023-11-15T00:00:00Z"), time("2024-02-20T00:00:00Z"), 6, ZoneOffset.UTC);
        assertThat(ticks).extracting(TimeTicks.Tick::label).containsExactly("Dec", "2024", "Feb");
        assertThat(ticks).extracting(TimeTicks.Tick::major).containsExactly(false, true, false);
    }

    @Test
    void daysBeginAtMidnightOfTheZone() {
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(time("2024-03-30T00:00:00Z"), time("2024-04-01T12:00:00Z"), 6, BERLIN);
        assertThat(ticks).extracting(TimeTicks.Tick::label).contains("31 Mar", "1 Apr");
        assertThat(ticks)
                .filteredOn(TimeTicks.Tick::major)
                .extracting(TimeTicks.Tick::time)
                .containsExactly(time("2024-03-30T23:00:00Z"), time("2024-03-31T22:00:00Z"));
    }

    @Test
    void timesAreInOrderAndNotTooManyFromMinutesToDecades() {
        long from = time("2021-01-31T07:03:00Z");
        for (double span = 60_000; span < 2e12; span *= 1.7) {
            for (ZoneId zone : List.of(ZoneOffset.UTC, BERLIN)) {
                List<Long> times = TimeTicks.of(from, from + (long) span, 10, zone).stream()
                        .map(TimeTicks.Tick::time)
                        .toList();
                // A month may add a tick that the even step would not have had.
                assertThat(times).hasSizeLessThanOrEqualTo(14).isSorted().doesNotHaveDuplicates();
                long end = from + (long) span;
                assertThat(times).allMatch(t -> t >= from && t <= end);
            }
        }
    }

    private static long time(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
