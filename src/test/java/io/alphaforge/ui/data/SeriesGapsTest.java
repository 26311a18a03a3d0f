package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Gap;
import io.alphaforge.ui.scripted.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesGapsTest {
    @Test
    void theLargestComeFirstAndOlderOnesBeforeNewerOnesOfTheSameLength() {
        Gap small = new Gap(10, 20, 1);
        Gap older = new Gap(30, 60, 3);
        Gap newer = new Gap(80, 110, 3);
        SeriesGaps gaps = gaps(List.of(small, older, newer));
        assertThat(gaps.largestFirst()).containsExactly(older, newer, small);
        assertThat(gaps.missing()).isEqualTo(7);
    }

    @Test
    void whatLiesUnderThePointerIsTheLargestGapThere() {
        SeriesGaps gaps = gaps(List.of(new Gap(10, 20, 1), new Gap(30, 60, 3)));
        assertThat(gaps.largestWithin(0, 10)).isNull();
        assertThat(gaps.largestWithin(20, 30)).isNull();
        assertThat(gaps.largestWithin(19, 21)).isEqualTo(new Gap(10, 20, 1));
        assertThat(gaps.largestWithin(15, 31)).isEqualTo(new Gap(30, 60, 3));
        assertThat(gaps.largestWithin(60, 90)).isNull();
    }

    @Test
    void agreesWithLookingAtEveryGap() {
        Random random = new Random(3);
        List<Gap> made = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < 100; i++) {
            long from = time + 1 + random.nextInt(5);
            int missing = 1 + random.nextInt(4);
            made.add(new Gap(from, from + missing, missing));
            time = from + missing;
        }
        SeriesGaps gaps = gaps(made);
        for (int i = 0; i < 2000; i++) {
            long from = random.nextInt((int) time);
            long to = from + 1 + random.nextInt(30);
            long most = made.stream()
                    .filter(g -> g.nextPresent() > from && g.firstMissing() < to)
                    .mapToLong(Gap::missing)
                    .max()
                    .orElse(0);
            Gap found = gaps.largestWithin(from, to);
            assertThat(found == null ? 0 : found.missing()).isEqualTo(most);
        }
    }

    @Test
    void theLengthOfAGapHasTheUnitsThatMatter() {
        long minute = 60_000;
        assertThat(SeriesGaps.length(new Gap(0, 45 * minute, 45))).isEqualTo("45 min");
        assertThat(SeriesGaps.length(new Gap(0, 120 * minute, 2))).isEqualTo("2 h");
        assertThat(SeriesGaps.length(new Gap(0, 135 * minute, 9))).isEqualTo("2 h 15 min");
        assertThat(SeriesGaps.length(new Gap(0, 76 * 60 * minute, 76))).isEqualTo("3 d 4 h");
        assertThat(SeriesGaps.length(new Gap(0, 48 * 60 * minute, 2))).isEqualTo("2 d");
    }

    private static SeriesGaps gaps(List<Gap> gaps) {
        return new SeriesGaps(Rows.series(List.of("AUSDT"), false).getFirst(), 0, 1000, gaps);
    }
}
