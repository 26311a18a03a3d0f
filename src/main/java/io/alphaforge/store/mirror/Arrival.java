package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.SeriesKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A series that has come from the server, or has not.
 *
 * @param delivery every column of the whole series, or why not
 * @param travelled bars that came from the server for it
 * @param tail whether only a tail travelled
 */
record Arrival(Delivery delivery, long travelled, boolean tail) {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    /** A series that does not come. */
    static Arrival failed(SeriesKey key, String reason) {
        return new Arrival(new Unreadable(key, reason), 0, false);
    }

    /** A series that travelled whole, if its bars are those that the server has on record. */
    static Arrival whole(Delivered delivered) {
        long travelled = delivered.bars().size();
        if (Digests.match(delivered.series(), delivered.bars())) {
            return new Arrival(delivered, travelled, false);
        }
        SeriesKey key = delivered.key();
        LOG.warn("{} came with other bars than the server has on record.", key);
        String reason =
                "The bars of " + key + " that arrived are not those that the server has on record; try again, and if it"
                        + " stays so, import the series into the server again.";
        return new Arrival(new Unreadable(key, reason), travelled, false);
    }
}
