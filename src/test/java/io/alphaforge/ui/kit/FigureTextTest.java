package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "103245.126|103,245.13",
                "1000|1,000.00",
                "999.99|999.9900",
                "1|1.0000",
                "0.5|0.500000",
                "0.01|0.010000",
                "0.00123|0.00123000",
                "0.0001|0.00010000",
                "0.0000012345|0.0000012345",
                "4.5678e-7|0.0000004568",
                "1.23456e-9|0.000000001235",
                "-3e-11|−0.00000000003000",
                "1e-40|0.000000000000000000",
                "NaN|–",
                "Infinity|–"
            })
    void pricesHaveTheDecimalsThatTheirSizeAsksFor(double price, String text) {
        assertThat(PriceText.of(price)).isEqualTo(text);
    }

    @Test
    void decimalPointsOfAColumnLieBelowEachOther() {
        String small = PriceText.aligned(0.0000012345, 10);
        String large = PriceText.aligned(103_245.126, 10);
        assertThat(small.length() - small.indexOf('.')).isEqualTo(large.length() - large.indexOf('.'));
        assertThat(large).isEqualTo("103,245.13" + "\u2007".repeat(8));
        assertThat(PriceText.aligned(Double.NaN, 10)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0.00",
                "950|950.00",
                "999.994|999.99",
                "999.995|1.00 K",
                "12345|12.35 K",
                "1234567|1.23 M",
                "999994999|999.99 M",
                "1234567890|1.23 B",
                "5e12|5.00 T",
                "5e16|50,000.00 T",
                "-1500|−1.50 K",
                "NaN|–"
            })
    void amountsAreWrittenInLittleRoom(double amount, String text) {
        assertThat(CompactText.of(amount)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, now",
        "59999, now",
        "-5000, now",
        "60000, 1 min",
        "7199999, 119 min",
        "7200000, 2 h",
        "172799999, 47 h",
        "172800000, 2 days",
        "864000000000, '10,000 days'"
    })
    void anAgeIsWrittenInOneUnit(long age, String text) {
        assertThat(AgeText.of(age)).isEqualTo(text);
        assertThat(AgeText.old(age)).isEqualTo(text.equals("now") ? "now" : text + " old");
    }
}
