package io.alphaforge.catalog;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Gap;

/**
 * What is known of the quality of a series.
 *
 * @param gaps runs of missing bars
 * @param missing missing bars in all gaps
 * @param duplicates source rows whose time had been seen before
 * @param rejected source rows that were no valid bar
 * @param zeroVolume bars without volume
 * @param flat bars whose four prices are equal
 * @param jumps bars that close over 50 % above or below (as a ratio, over 1.5 or under 1/1.5) the close before
 * @param score 0 (useless) to 100 (nothing to note), see {@link #of}
 */
public record Quality(
        int gaps, long missing, long duplicates, long rejected, long zeroVolume, long flat, long jumps, double score) {
    private static final double JUMP = 1.5;

    /**
     * Measures a series.
     *
     * <p>score = 100 · present · usable · active · smooth, where, with n bars:
     *
     * <ul>
     *   <li>present = n / (n + missing)
     *   <li>usable = n / (n + rejected + duplicates / 10): a rejected row is data lost, a duplicate only untidy
     *   <li>active = 1 − (zero volume + flat) / (4 n): bars without trading say little, but are true
     *   <li>smooth = 1 / (1 + 20 · jumps / n): a jump is either news or an error, and both want a look
     * </ul>
     *
     * A series without bars scores 0.
     *
     * @param bars the whole series with all columns
     */
    public static Quality of(Bars bars, long duplicates, long rejected) {
        int n = bars.size();
        if (n == 0) {
            return new Quality(0, 0, duplicates, rejected, 0, 0, 0, 0);
        }
        Column open = bars.open();
        Column high = bars.high();
        Column low = bars.low();
        Column close = bars.close();
        Column volume = bars.volume();
        long zeroVolume = 0;
        long flat = 0;
        long jumps = 0;
        for (int i = 0; i < n; i++) {
            zeroVolume += volume.get(i) == 0 ? 1 : 0;
            flat += high.get(i) == low.get(i) && open.get(i) == close.get(i) ? 1 : 0;
            if (i > 0) {
                double ratio = close.get(i) / close.get(i - 1);
                jumps += ratio > JUMP || ratio < 1 / JUMP ? 1 : 0;
            }
        }
        var gaps = Gap.in(bars);
        long missing = gaps.stream().mapToLong(Gap::missing).sum();
        double present = (double) n / (n + missing);
        double usable = n / (n + rejected + duplicates / 10.0);
        double active = 1 - (zeroVolume + flat) / (4.0 * n);
        double smooth = 1 / (1 + 20.0 * jumps / n);
        double score = 100 * present * usable * active * smooth;
        return new Quality(gaps.size(), missing, duplicates, rejected, zeroVolume, flat, jumps, score);
    }
}
