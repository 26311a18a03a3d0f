package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTicksTest {
    private static final long DAY = 86_400_000L;
    private static final long START = time("2019-09-08T00:00:00Z");

    @Test
    void someYearsAreMarkedAtTheirBeginnings() {
        List<TimeTicks.Tick> ticks = TimeTicks.of(line("2019-09-08T00:00:00Z", "2024-12-01T00:00:00Z", 600), utc());
        assertThat(ticks).extracting(TimeTicks.Tick::label).containsExactly("2020", "2021", "2022", "2023", "2024");
        assertThat(ticks.getFirst().time()).isEqualTo(time("2020-01-01T00:00:00Z"));
    }

    @Test
    void aYearIsMarkedByMonths() {
        assertThat(TimeTicks.of(line("2024-01-15T00:00:00Z", "2025-01-10T00:00:00Z", 600), utc()))
                .extracting(TimeTicks.Tick::label)
                .containsExactly("2024-04", "2024-07", "2024-10", "2025-01");
    }

    @Test
    void aDayIsMarkedByHoursOfTheZone() {
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(line("2024-06-01T00:00:00Z", "2024-06-02T00:00:00Z", 400), ZoneId.of("Europe/Berlin"));
        assertThat(ticks)
                .extracting(TimeTicks.Tick::label)
                .containsExactly("06-01 06:00", "06-01 12:00", "06-01 18:00", "06-02 00:00");
        assertThat(ticks.getFirst().time()).isEqualTo(time("2024-06-01T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 10, 45, 200, 800, 2000, 8000, 30_000})
    void marksAreInOrderOnTheLineAndLeaveRoomForTheirLabels(long days) {
        for (int width : new int[] {100, 400, 1200, 2400}) {
            TimeLine line = new TimeLine(START, START + days * DAY, width);
            List<TimeTicks.Tick> ticks = TimeTicks.of(line, utc());
            for (int i = 0; i < ticks.size(); i++) {
                assertThat(ticks.get(i).time()).isBetween(line.from(), line.end());
                if (i > 0) {
                    assertThat(line.x(ticks.get(i).time())
                                    - line.x(ticks.get(i - 1).time()))
                            .isGreaterThan(64);
                }
            }
        }
    }

    private static TimeLine line(String from, String end, int width) {
        return new TimeLine(time(from), time(end), width);
    }

    private static long time(String text) {
        return Instant.parse(text).toEpochMilli();
    }

    private static ZoneId utc() {
        return ZoneOffset.UTC;
    }
}
