package io.alphaforge.feed;

import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How files are to be imported.
 *
 * @param layout the layout that every file must have; null to tell it from the content
 * @param symbol the symbol of every file; null to tell it from content and name
 * @param suffix put behind every symbol that does not end in it, for example {@code .P} for perpetuals
 * @param interval of every file; null to tell it from the spacing of the bars
 * @param replace take new bars even where most of the overlap with stored ones differs
 * @param dryRun read and report, but write nothing
 */
public record ImportOptions(
        @Nullable Layout layout,
        @Nullable String symbol,
        @Nullable String suffix,
        @Nullable Interval interval,
        boolean replace,
        boolean dryRun) {
    /** Everything told from the files, nothing replaced. */
    public static final ImportOptions DEFAULT = new ImportOptions(null, null, null, null, false, false);

    /** @throws IllegalArgumentException when symbol or suffix cannot be one */
    public ImportOptions {
        Instrument any = Instrument.parse(symbol == null ? "BTC" : symbol);
        if (suffix != null) {
            any.withSuffix(suffix);
        }
    }

    /**
     * The instrument with the suffix that was asked for.
     *
     * @throws UnusableFileException when it has another one
     */
    Instrument suffixed(Instrument instrument) {
        try {
            return suffix == null ? instrument : instrument.withSuffix(suffix);
        } catch (IllegalArgumentException e) {
            throw new UnusableFileException(
                    "has the symbol " + instrument.symbol() + ", which has a suffix already; leave --suffix out", e);
        }
    }
}
