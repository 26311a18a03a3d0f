package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void figuresHaveThousandsSeparatorsAndATrueMinusSign() {
        assertThat(Formats.number(-1_234_567.891, 2)).isEqualTo("−1,234,567.89");
        assertThat(Formats.number(12, 0)).isEqualTo("12");
    }

    @Test
    void figuresLookTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Formats.number(1234.5, 1)).isEqualTo("1,234.5");
            assertThat(Formats.duration(Duration.ofMillis(1500))).isEqualTo("1.5 s");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void changesCarryTheirSignUnlessNothingIsLeftOfThem() {
        assertThat(Formats.change(1.234, 2)).isEqualTo("+1.23");
        assertThat(Formats.change(-1.235, 1)).isEqualTo("−1.2");
        assertThat(Formats.change(-0.004, 2)).isEqualTo("0.00");
        assertThat(Formats.change(0.004, 2)).isEqualTo("0.00");
        assertThat(Formats.direction(-0.004, 2)).isZero();
        assertThat(Formats.direction(-0.006, 2)).isNegative();
        assertThat(Formats.direction(0.006, 2)).isPositive();
    }

    @Test
    void whatHasNoValueIsADash() {
        assertThat(Formats.number(Double.NaN, 2)).isEqualTo("–");
        assertThat(Formats.change(Double.POSITIVE_INFINITY, 2)).isEqualTo("–");
        assertThat(Formats.changePercent(Double.NaN)).isEqualTo("–");
        assertThat(Formats.changePercent(999.994)).isEqualTo("+999.99 %");
        assertThat(Formats.changePercent(1612.3)).isEqualTo("+1,612 %");
        assertThat(Formats.changePercent(999.996)).isEqualTo("+1,000 %");
        assertThat(Formats.changePercent(-999.996)).isEqualTo("−1,000 %");
        assertThat(Formats.direction(Double.NaN, 2)).isZero();
    }

    @Test
    void oneSeriesAndManySeriesAreCalledTheSame() {
        assertThat(Formats.plural(1, "series")).isEqualTo("1 series");
        assertThat(Formats.plural(523, "series")).isEqualTo("523 series");
        assertThat(Formats.plural(1, "coin")).isEqualTo("1 coin");
        assertThat(Formats.plural(1000, "coin")).isEqualTo("1,000 coins");
    }

    @Test
    void datesAreIsoInUtcWhateverTheZoneOfTheMachine() {
        assertThat(Formats.date(1_704_067_200_000L)).isEqualTo("2024-01-01");
        assertThat(Formats.date(1_704_067_199_999L)).isEqualTo("2023-12-31");
        assertThat(Formats.minute(1_704_067_200_000L)).isEqualTo("2024-01-01 00:00");
    }

    @Test
    void durationsGetCoarserAsTheyGetLonger() {
        assertThat(Formats.duration(Duration.ofMillis(430))).isEqualTo("0.4 s");
        assertThat(Formats.duration(Duration.ofMillis(9949))).isEqualTo("9.9 s");
        assertThat(Formats.duration(Duration.ofMillis(9960))).isEqualTo("10 s");
        assertThat(Formats.duration(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(Formats.duration(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
        assertThat(Formats.duration(Duration.ofMinutes(127))).isEqualTo("2 h 07 min");
    }
}
