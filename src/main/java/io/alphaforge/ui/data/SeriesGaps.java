package io.alphaforge.ui.data;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Gap;
import io.alphaforge.ui.kit.Formats;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where bars of a series are missing.
 *
 * @param first open time of its first bar, UTC epoch milliseconds
 * @param end when its last bar closes
 * @param gaps in time order
 */
record SeriesGaps(StoredSeries series, long first, long end, List<Gap> gaps) {
    SeriesGaps {
        gaps = List.copyOf(gaps);
    }

    long missing() {
        return gaps.stream().mapToLong(Gap::missing).sum();
    }

    /** Those with the most missing bars first, older ones before newer ones of the same length. */
    List<Gap> largestFirst() {
        return gaps.stream()
                .sorted(Comparator.comparingLong(Gap::missing).reversed().thenComparingLong(Gap::firstMissing))
                .toList();
    }

    /** The largest gap of which some lies in [{@code from}, {@code to}), or null when there is none. */
    @Nullable
    Gap largestWithin(long from, long to) {
        int low = 0;
        int high = gaps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gaps.get(middle).nextPresent() <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Gap largest = null;
        for (int i = low; i < gaps.size() && gaps.get(i).firstMissing() < to; i++) {
            largest = largest == null || gaps.get(i).missing() > largest.missing() ? gaps.get(i) : largest;
        }
        return largest;
    }

    /** How long nothing was recorded: "3 d 4 h", "2 h", "45 min". */
    static String length(Gap gap) {
        Duration length = Duration.ofMillis(gap.nextPresent() - gap.firstMissing());
        if (length.toDays() > 0) {
            return Formats.count(length.toDays()) + " d"
                    + (length.toHoursPart() > 0 ? " " + length.toHoursPart() + " h" : "");
        }
        return length.toHours() > 0
                ? length.toHours() + " h" + (length.toMinutesPart() > 0 ? " " + length.toMinutesPart() + " min" : "")
                : length.toMinutes() + " min";
    }
}
