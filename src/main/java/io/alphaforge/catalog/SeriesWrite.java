package io.alphaforge.catalog;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;

/**
 * Bars of one series to be written into the store.
 *
 * @param bars all five columns
 * @param source where they come from, as the user would name it; writing the same source again replaces what is known
 *     of its duplicates and rejected rows
 * @param duplicates rows of the source whose time had been seen before
 * @param rejected rows of the source that were no valid bar
 * @param mode what becomes of the bars that are stored
 * @param synthetic made-up bars
 */
public record SeriesWrite(
        Instrument instrument, Bars bars, String source, long duplicates, long rejected, Mode mode, boolean synthetic) {
    /** What becomes of the bars that are stored. */
    public enum Mode {
        /** New bars are added and differing ones taken, unless over 1 % of the overlap is contradicted. */
        MERGE,
        /**
         * New bars are added and differing ones taken, however many they are; of stored bars inside of which new ones
         * begin nothing is kept.
         */
        OVERWRITE,
        /** Nothing is kept of the stored series. */
        REPLACE
    }

    public SeriesKey key() {
        return new SeriesKey(instrument.symbol(), bars.interval());
    }
}
