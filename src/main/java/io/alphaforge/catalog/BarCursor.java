package io.alphaforge.catalog;

import io.alphaforge.market.Bars;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the series of a {@link BarRequest} one after the other, each the moment it is complete. Used by one thread;
 * closing it early, from any thread, stops the reading: {@link #next} returns null then.
 */
public interface BarCursor extends AutoCloseable {

    /**
     * The next series, or null when all have been delivered.
     *
     * @throws StoreException when the store can be read no further
     */
    @Nullable
    Delivery next();

    @Override
    void close();

    /** What came of one wanted series. */
    sealed interface Delivery {
        SeriesKey key();
    }

    /**
     * The bars of one series together with what the store knew of it in the same snapshot, so that the digest is that of
     * these bars.
     *
     * @param bars as they are stored, or of the interval that was asked for
     * @param partialBuckets how many bars lack stored ones, where they are not as stored
     */
    record Delivered(StoredSeries series, Bars bars, int partialBuckets) implements Delivery {
        /** Bars as they are stored. */
        public Delivered(StoredSeries series, Bars bars) {
            this(series, bars, 0);
        }

        @Override
        public SeriesKey key() {
            return series.key();
        }
    }

    /** A series that could not be read, with the reason in one sentence; the others go on. */
    record Unreadable(SeriesKey key, String reason) implements Delivery {}
}
