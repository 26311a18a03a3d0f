package io.alphaforge.catalog;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;

/**
 * Bars of one series to be merged into the store.
 *
 * @param bars all five columns
 * @param source where they come from, as the user would name it; writing the same source again replaces what is known
 *     of its duplicates and rejected rows
 * @param duplicates rows of the source whose time had been seen before
 * @param rejected rows of the source that were no valid bar
 * @param replace take the new bars even where most of the overlap differs
 * @param synthetic made-up bars
 */
public record SeriesWrite(
        Instrument instrument,
        Bars bars,
        String source,
        long duplicates,
        long rejected,
        boolean replace,
        boolean synthetic) {
    public SeriesKey key() {
        return new SeriesKey(instrument.symbol(), bars.interval());
    }
}
