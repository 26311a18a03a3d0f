package io.alphaforge.store.sql;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.StoredSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row of a series in the table {@code bar_versions}, which begins with the same columns in every store. */
public final class VersionRow {
    private VersionRow() {}

    /**
     * The parameters of a statement that writes the row.
     *
     * @param coin id of the coin
     * @param own those of the columns that only one store has, behind the others
     */
    public static @Nullable Object[] of(int coin, StoredSeries series, @Nullable Object... own) {
        Quality quality = series.quality();
        List<@Nullable Object> row = new ArrayList<>(List.of(
                coin,
                series.interval().code(),
                series.version(),
                series.bars(),
                series.firstOpen(),
                series.lastOpen(),
                series.digest().hex(),
                series.source(),
                series.synthetic(),
                quality.gaps(),
                quality.missing(),
                quality.duplicates(),
                quality.rejected(),
                quality.zeroVolume(),
                quality.flat(),
                quality.jumps(),
                quality.score()));
        row.addAll(Arrays.asList(own));
        return row.toArray();
    }
}
