package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1704067200|2024-01-01T00:00:00Z",
                "1704067200000|2024-01-01T00:00:00Z",
                "1704067200000000|2024-01-01T00:00:00Z",
                "1704067200000000000|2024-01-01T00:00:00Z",
                "1503014400.0|2017-08-18T00:00:00Z",
                "1503014400.25|2017-08-18T00:00:00.250Z",
                "1.5030144E9|2017-08-18T00:00:00Z",
                "2024-02-29|2024-02-29T00:00:00Z",
                "2024/02/29|2024-02-29T00:00:00Z",
                "2024-2-9|2024-02-09T00:00:00Z",
                "20240229|2024-02-29T00:00:00Z",
                "20240229 13:30|2024-02-29T13:30:00Z",
                "20240229133000|2024-02-29T13:30:00Z",
                "2024-02-29 13:30:15|2024-02-29T13:30:15Z",
                "2024-02-29T13:30:15Z|2024-02-29T13:30:15Z",
                "2024-02-29 13:30:15 UTC|2024-02-29T13:30:15Z",
                "2024-02-29 13:30:15.123456|2024-02-29T13:30:15.123Z",
                "2024-02-29 13:30:15+00:00|2024-02-29T13:30:15Z",
                "2024-02-29 13:30:15+0530|2024-02-29T08:00:15Z",
                "2024-02-29T13:30:15.000-05|2024-02-29T18:30:15Z",
                "2018-10-03 11-PM|2018-10-03T23:00:00Z",
                "2018-10-03 12-AM|2018-10-03T00:00:00Z",
                "2018-10-03 12-PM|2018-10-03T12:00:00Z",
                "2018-10-03 1:30 pm|2018-10-03T13:30:00Z",
                " 2018-10-03 |2018-10-03T00:00:00Z"
            })
    void timesAreReadAsUtc(String text, String expected) {
        assertThat(Importing.time(TimeText.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "42",
                "-1704067200",
                "99999999999999999999",
                "yesterday",
                "2024-13-01",
                "2024-02-30",
                "2024-01-01 25:00",
                "2024-01-01 13-PM",
                "2024-01-01 12:00 EST",
                "2024-01-01x",
                "01/02/2024",
                "1.5",
                "2024-01",
                "1704067200abc",
                "null",
                "NaN"
            })
    void whatIsNoTimeIsToldApart(String text) {
        assertThat(TimeText.parse(text)).isEqualTo(TimeText.NONE);
    }
}
