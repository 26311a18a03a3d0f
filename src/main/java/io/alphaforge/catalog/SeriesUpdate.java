package io.alphaforge.catalog;

import io.alphaforge.catalog.SeriesWrite.Mode;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a write comes to, worked out against what a store knows and not done yet; the same for every store.
 *
 * @param merge what becomes of the bars
 * @param recorded whether what the source had of rows that are no bars is to be kept
 * @param report for the caller
 */
public record SeriesUpdate(SeriesMerge merge, boolean recorded, WriteReport report) {

    /** Duplicates and rejected rows of one source of a series. */
    public record Source(long duplicates, long rejected) {}

    /**
     * Works out a write.
     *
     * @param known what the store knows of the series; null when it is new
     * @param stored its bars with every column; none when it is new
     * @param sources what is known of its sources, by name; not changed
     * @param instrument the coin as the store knows it, else that of the write
     * @throws StoreException when there is nothing to be written
     * @throws ConflictException when over 1 % of the overlap is contradicted and the mode refuses that
     */
    public static SeriesUpdate of(
            SeriesWrite write,
            @Nullable StoredSeries known,
            Bars stored,
            Map<String, Source> sources,
            Instrument instrument) {
        if (write.bars().isEmpty()) {
            throw new StoreException(write.title() + " has no bars of " + write.key() + " to be written.");
        }
        boolean replacing = write.mode() == Mode.REPLACE;
        SeriesMerge merge = switch (write.mode()) {
            case MERGE -> SeriesMerge.of(stored, write.bars());
            case OVERWRITE -> SeriesMerge.overwriting(stored, write.bars());
            case REPLACE -> SeriesMerge.replacing(stored, write.bars());
        };
        if (known == null) {
            Quality quality = Quality.of(merge.bars(), write.duplicates(), write.rejected());
            return of(merge, true, series(instrument, write, merge.bars(), 1, quality, write.synthetic()));
        }
        merge.requireAgreement(known, write);
        Map<String, Source> all = replacing ? new HashMap<>() : new HashMap<>(sources);
        // A file of which nothing was new and nothing is known is a copy: its duplicates are not the series' own.
        boolean recorded = replacing
                || !merge.changesNothing()
                || all.containsKey(write.source())
                || all.containsKey(write.title());
        if (recorded) {
            // Sources had no marks once, so this may be the same.
            all.remove(write.title());
            all.put(write.source(), new Source(write.duplicates(), write.rejected()));
        }
        long duplicates = all.values().stream().mapToLong(Source::duplicates).sum();
        long rejected = all.values().stream().mapToLong(Source::rejected).sum();
        if (merge.changesNothing() && !replacing) {
            return of(merge, recorded, known.withQuality(Quality.of(stored, duplicates, rejected)));
        }
        // Made-up bars stay so as long as some of them may be left.
        boolean synthetic = write.synthetic()
                || (!merge.changesNothing()
                        && known.synthetic()
                        && merge.bars().size() > write.bars().size());
        long version = known.version() + (merge.changesNothing() ? 0 : 1);
        Quality quality = Quality.of(merge.bars(), duplicates, rejected);
        return of(merge, recorded, series(instrument, write, merge.bars(), version, quality, synthetic));
    }

    private static SeriesUpdate of(SeriesMerge merge, boolean recorded, StoredSeries series) {
        return new SeriesUpdate(
                merge, recorded, new WriteReport(series, merge.added(), merge.changed(), merge.unchanged()));
    }

    private static StoredSeries series(
            Instrument instrument, SeriesWrite write, Bars bars, long version, Quality quality, boolean synthetic) {
        return new StoredSeries(
                instrument,
                bars.interval(),
                bars.size(),
                bars.firstTime(),
                bars.lastTime(),
                version,
                DataDigest.of(bars),
                quality,
                write.title(),
                synthetic);
    }
}
