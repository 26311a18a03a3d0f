package io.alphaforge.catalog;

import java.time.Instant;
import java.util.Locale;

/**
 * In what bars to be written contradict stored ones. The last stored bar may differ: it may have been stored before it
 * was complete.
 *
 * @param differing bars stored with other values
 * @param firstDiffering open time of the first of them; meaningless when there is none
 * @param inside bars that begin inside of stored ones
 * @param firstInside open time of the first of them; meaningless when there is none
 */
public record Dispute(long differing, long firstDiffering, long inside, long firstInside) {
    static final Dispute NONE = new Dispute(0, 0, 0, 0);

    private static final String ADVICE =
            "say --replace to take the new ones, or keep both with another --symbol or --suffix .P.";

    /**
     * The sentence for a user.
     *
     * @param stored where the stored bars come from
     * @param contradicting bars of the source that are not what is stored, the last one included
     * @param overlap bars of the source that cover time of stored ones
     */
    String sentence(SeriesKey key, String source, String stored, long contradicting, long overlap) {
        if (inside > differing) {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d %s in %s %s inside of bars stored from %s, first at %s; %s",
                    key,
                    inside,
                    inside == 1 ? "bar" : "bars",
                    source,
                    inside == 1 ? "begins" : "begin",
                    stored,
                    Instant.ofEpochMilli(firstInside),
                    ADVICE);
        }
        return String.format(
                Locale.ROOT,
                "%s: %.1f %% of the %,d overlapping bars in %s differ from those stored from %s, first at %s; %s",
                key,
                100.0 * contradicting / overlap,
                overlap,
                source,
                stored,
                Instant.ofEpochMilli(firstDiffering),
                ADVICE);
    }
}
