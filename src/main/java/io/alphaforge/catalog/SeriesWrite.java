package io.alphaforge.catalog;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Bars of one series to be written into the store.
 *
 * @param bars all five columns
 * @param source where they come from, as the user would name it; writing the same source again replaces what is known
 *     of its duplicates and rejected rows; with a mark where names alone do not tell sources apart
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

    /** What stands behind the name of a source: a hash of where it is. */
    private static final Pattern MARK = Pattern.compile(" #[0-9a-f]{8}$");

    /** The name of a source with a mark that tells it from others of the same name. */
    public static String marked(String name, String place) {
        CRC32 sum = new CRC32();
        sum.update(place.getBytes(StandardCharsets.UTF_8));
        return name + " #" + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** The source as people know it: without the mark that tells it from others of the same name. */
    public String title() {
        return MARK.matcher(source).replaceFirst("");
    }

    public SeriesKey key() {
        return new SeriesKey(instrument.symbol(), bars.interval());
    }
}
