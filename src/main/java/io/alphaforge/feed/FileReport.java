package io.alphaforge.feed;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesKey;
import java.util.List;

/** What came of one file. */
public sealed interface FileReport {

    /** As the user would name it; for the member of an archive {@code archive.zip!member.csv}. */
    String file();

    /**
     * A file that was imported, or would have been in a dry run.
     *
     * @param bars how many bars the file holds
     * @param firstOpen open time of its first bar, UTC epoch milliseconds
     * @param lastOpen open time of its last bar
     * @param quality of this file: gaps, missing bars, duplicates, rejected rows and the rest
     * @param overridden those duplicates that gave other values, and won because they came later in the file
     * @param incomplete rows left out because their bar had not ended; they may be imported when it has
     * @param rejections the first rejected rows, by line
     * @param note what else to know about the file, in words; may be empty
     * @param added bars that were new to the store
     * @param changed stored bars whose values were replaced
     * @param unchanged bars that agreed with the stored ones
     */
    record Imported(
            String file,
            Layout layout,
            SeriesKey series,
            long bars,
            long firstOpen,
            long lastOpen,
            Quality quality,
            long overridden,
            long incomplete,
            List<Rejection> rejections,
            String note,
            long added,
            long changed,
            long unchanged)
            implements FileReport {
        public Imported {
            rejections = List.copyOf(rejections);
        }
    }

    /**
     * A file of which nothing was imported.
     *
     * @param reason one sentence that names the file and says what is wrong and what to do
     */
    record Failed(String file, String reason) implements FileReport {}
}
