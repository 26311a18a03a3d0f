package io.alphaforge.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void codesAreReadBackAndSynonymsUnderstood() {
        for (Interval interval : Interval.values()) {
            assertThat(Interval.parse(interval.code())).isEqualTo(interval);
        }
        assertThat(Interval.parse("60m")).isEqualTo(Interval.H1);
        assertThat(Interval.parse("24H")).isEqualTo(Interval.D1);
        assertThat(Interval.parse(" 7d ")).isEqualTo(Interval.W1);
        assertThat(Interval.parse("1M")).isEqualTo(Interval.MONTH);
        assertThat(Interval.parse("1m")).isEqualTo(Interval.M1);
    }

    @Test
    void unknownIntervalNamesTheKnownOnes() {
        assertThatThrownBy(() -> Interval.parse("5h"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown interval '5h'; known are 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 6h, 8h, 12h, 1d, 1w, 1M.");
    }

    @Test
    void bucketsBeforeTheEpochStartAtOrBeforeTheirTime() {
        long time = at("1969-12-31T23:30:00Z");
        assertThat(Instant.ofEpochMilli(Interval.H1.bucketStart(time))).isEqualTo("1969-12-31T23:00:00Z");
        assertThat(Instant.ofEpochMilli(Interval.W1.bucketStart(time))).isEqualTo("1969-12-29T00:00:00Z");
    }

    @Test
    void monthsHaveTheirOwnLengths() {
        assertThat(Instant.ofEpochMilli(Interval.MONTH.next(at("2024-02-01T00:00:00Z"))))
                .isEqualTo("2024-03-01T00:00:00Z");
        assertThat(Interval.MONTH.barsBetween(at("2024-01-01T00:00:00Z"), at("2025-03-01T00:00:00Z")))
                .isEqualTo(14);
    }

    @Test
    void barsBetweenCountsOpenTimesInTheHalfOpenRange() {
        long from = at("2024-01-01T00:00:00Z");
        assertThat(Interval.H4.barsBetween(from, from)).isZero();
        assertThat(Interval.H4.barsBetween(from, from + 1)).isEqualTo(1);
        assertThat(Interval.H4.barsBetween(from, from + Interval.D1.millis())).isEqualTo(6);
    }

    @Test
    void onlyIntervalsThatFillEveryBucketDivide() {
        assertThat(Interval.H1.divides(Interval.H4)).isTrue();
        assertThat(Interval.D1.divides(Interval.W1)).isTrue();
        assertThat(Interval.D1.divides(Interval.MONTH)).isTrue();
        assertThat(Interval.W1.divides(Interval.MONTH)).isFalse();
        assertThat(Interval.H4.divides(Interval.H6)).isFalse();
        assertThat(Interval.H8.divides(Interval.H12)).isFalse();
        assertThat(Interval.D1.divides(Interval.H1)).isFalse();
        assertThat(Interval.MONTH.divides(Interval.MONTH)).isTrue();
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
