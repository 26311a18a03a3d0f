package io.alphaforge.feed;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import java.util.List;

/**
 * What a file holds.
 *
 * @param duplicates rows whose time had been seen before
 * @param overridden those of them that gave other values, and won because they came later
 * @param incomplete rows left out because their bar had not ended
 * @param rejected rows that were no valid bar
 * @param rejections the first of them
 * @param note what else to know about it, in words; may be empty
 */
record ParsedFile(
        InputFile input,
        Layout layout,
        Instrument instrument,
        Bars bars,
        long duplicates,
        long overridden,
        long incomplete,
        long rejected,
        List<Rejection> rejections,
        String note) {}
