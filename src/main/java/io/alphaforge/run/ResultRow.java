package io.alphaforge.run;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.CoinResult;

/**
 * The result of one coin in a run. {@link ResultFields} names its fields for files, tables and databases.
 *
 * @param source the stored interval that the bars came from; the same as {@code interval} unless they were resampled
 * @param partialBuckets bars of the whole series that were made of fewer stored bars than they have room for
 * @param fill code of the fill policy
 * @param origin where the row comes from
 * @param computeMs how long the simulation took in milliseconds when it was computed
 */
public record ResultRow(
        String symbol,
        Interval interval,
        Interval source,
        CoinResult result,
        int partialBuckets,
        double qualityScore,
        String fill,
        boolean synthetic,
        DataDigest digest,
        Origin origin,
        double computeMs) {

    /** Whether an earlier run answered. */
    public boolean cached() {
        return origin == Origin.CACHED;
    }

    /**
     * This row as the answer to a later run. What is not part of the key is taken from the series as it is known now.
     */
    ResultRow answering(StoredSeries series) {
        return new ResultRow(
                symbol,
                interval,
                source,
                result,
                partialBuckets,
                series.quality().score(),
                fill,
                series.synthetic(),
                digest,
                Origin.CACHED,
                computeMs);
    }
}
