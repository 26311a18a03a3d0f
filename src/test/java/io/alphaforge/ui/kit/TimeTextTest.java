package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeTextTest {
    private static final long MIDNIGHT = Instant.parse("2025-11-13T00:00:00Z").toEpochMilli();
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final TimeText times = new TimeText();

    @Test
    void barsOfADayOrLongerAreNamedAfterTheirDayOfUtcInEveryZone() {
        times.zone().set(NEW_YORK);
        assertThat(times.day(MIDNIGHT, Interval.D1)).isEqualTo("2025-11-13");
        assertThat(times.bar(MIDNIGHT, Interval.D1)).isEqualTo("2025-11-13");
        assertThat(times.bar(MIDNIGHT, Interval.W1)).isEqualTo("2025-11-13");
        assertThat(times.zoneOf(Interval.D1)).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void shorterBarsAreWrittenInTheZoneThatIsShown() {
        assertThat(times.bar(MIDNIGHT, Interval.H1)).isEqualTo("2025-11-13 00:00");
        times.zone().set(NEW_YORK);
        assertThat(times.bar(MIDNIGHT, Interval.H1)).isEqualTo("2025-11-12 19:00");
        assertThat(times.day(MIDNIGHT, Interval.H1)).isEqualTo("2025-11-12");
        assertThat(times.zoneOf(Interval.H1)).isEqualTo(NEW_YORK);
    }
}
