package io.alphaforge.catalog;

import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;

/**
 * One stored series as the store knows it, without its bars.
 *
 * @param bars how many bars it has
 * @param firstOpen open time of the first bar, UTC epoch milliseconds
 * @param lastOpen open time of the last bar
 * @param version grows by one with every write that changed the series
 * @param digest of all its bars
 * @param source where the bars came from last, as the user would name it (a file name, "demo")
 * @param synthetic true for made-up bars, which are marked as such everywhere
 * @param verified whether the digest is known to be that of the bars; what is computed of others is marked, and not kept
 */
public record StoredSeries(
        Instrument instrument,
        Interval interval,
        long bars,
        long firstOpen,
        long lastOpen,
        long version,
        DataDigest digest,
        Quality quality,
        String source,
        boolean synthetic,
        boolean verified) {

    /** A series whose digest is that of its bars. */
    public StoredSeries(
            Instrument instrument,
            Interval interval,
            long bars,
            long firstOpen,
            long lastOpen,
            long version,
            DataDigest digest,
            Quality quality,
            String source,
            boolean synthetic) {
        this(instrument, interval, bars, firstOpen, lastOpen, version, digest, quality, source, synthetic, true);
    }

    public String symbol() {
        return instrument.symbol();
    }

    public SeriesKey key() {
        return new SeriesKey(symbol(), interval);
    }

    /** When the last bar closes, UTC epoch milliseconds. */
    public long end() {
        return interval.next(lastOpen);
    }

    /** The same series with another judgement of its quality. */
    public StoredSeries withQuality(Quality other) {
        return new StoredSeries(
                instrument, interval, bars, firstOpen, lastOpen, version, digest, other, source, synthetic, verified);
    }

    /** The same series, of which it is not known whether the digest is that of its bars. */
    public StoredSeries unverified() {
        return new StoredSeries(
                instrument, interval, bars, firstOpen, lastOpen, version, digest, quality, source, synthetic, false);
    }
}
