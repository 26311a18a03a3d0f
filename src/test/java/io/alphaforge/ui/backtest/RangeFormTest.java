package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.TimeRange;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.Rows;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeFormTest {
    private final RangeForm form = new RangeForm();

    /** The newest bar of these series opens on 2024-10-04. */
    @BeforeEach
    void newestBar() {
        form.show(StoreContents.of(Rows.series(List.of("BTCUSDT"), false)));
    }

    private static long at(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS_30, 2024-09-05",
        "DAYS_90, 2024-07-07",
        "YEAR, 2023-10-05",
        "YEARS_3, 2021-10-05",
        "THIS_YEAR, 2024-01-01"
    })
    void rangesAreCountedBackFromTheNewestBar(RangeChoice choice, String from) {
        form.choice().set(choice);
        assertThat(form.from().text().get()).isEqualTo(from);
        assertThat(form.value()).isEqualTo(new TimeRange(at(from + "T00:00:00Z"), Long.MAX_VALUE));
        assertThat(form.choice().get()).isEqualTo(choice);
    }

    @Test
    void thirtyDaysAreThirtyDays() {
        form.choice().set(RangeChoice.DAYS_30);
        long end = at("2024-10-05T00:00:00Z");
        assertThat((end - form.value().from()) / 86_400_000L).isEqualTo(30);
    }

    @Test
    void aRelativeRangeMovesWithNewBarsAndACustomOneDoesNot() {
        form.choice().set(RangeChoice.THIS_YEAR);
        StoredSeries known = Rows.series(List.of("BTCUSDT"), false).getFirst();
        StoreContents later = StoreContents.of(List.of(new StoredSeries(
                known.instrument(),
                known.interval(),
                known.bars(),
                known.firstOpen(),
                at("2026-03-01T00:00:00Z"),
                2,
                known.digest(),
                known.quality(),
                known.source(),
                false)));
        form.show(later);
        assertThat(form.from().text().get()).isEqualTo("2026-01-01");
        form.from().text().set("2020-02-02");
        assertThat(form.choice().get()).isEqualTo(RangeChoice.CUSTOM);
        form.show(later);
        assertThat(form.from().text().get()).isEqualTo("2020-02-02");
    }

    @Test
    void typingADayMakesTheRangeACustomOne() {
        form.choice().set(RangeChoice.DAYS_90);
        form.to().text().set("2024-08-01");
        assertThat(form.choice().get()).isEqualTo(RangeChoice.CUSTOM);
        assertThat(form.from().text().get()).isEqualTo("2024-07-07");
    }

    @Test
    void allBarsHaveNoBounds() {
        form.choice().set(RangeChoice.YEAR);
        form.choice().set(RangeChoice.ALL);
        assertThat(form.value()).isEqualTo(TimeRange.ALL);
        assertThat(form.from().text().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01T00:00:00Z, 2024-02-01T00:00:00Z, 2024-01-01, 2024-01-31",
        "2024-01-01T06:30:00Z, 2024-02-01T18:00:00Z, 2024-01-01T06:30, 2024-02-01T18:00"
    })
    void anyRangeCanBeSetAndReadAgain(String from, String to, String fromText, String toText) {
        TimeRange range = new TimeRange(at(from), at(to));
        form.set(range);
        assertThat(form.value()).isEqualTo(range);
        assertThat(form.from().text().get()).isEqualTo(fromText);
        assertThat(form.to().text().get()).isEqualTo(toText);
        assertThat(form.choice().get()).isEqualTo(RangeChoice.CUSTOM);
        TimeRange open = new TimeRange(Long.MIN_VALUE, at(to));
        form.set(open);
        assertThat(form.value()).isEqualTo(open);
    }
}
