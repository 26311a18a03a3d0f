package io.alphaforge.store.mirror;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;

/** Tells whether bars are those on record. */
final class Digests {
    private Digests() {}

    /** Whether these are the bars that a store says it has, all columns of all of them. */
    static boolean match(StoredSeries series, Bars bars) {
        if (bars.size() != series.bars()) {
            return false;
        }
        boolean ends =
                bars.isEmpty() || (bars.firstTime() == series.firstOpen() && bars.lastTime() == series.lastOpen());
        return ends && DataDigest.of(bars).equals(series.digest());
    }
}
