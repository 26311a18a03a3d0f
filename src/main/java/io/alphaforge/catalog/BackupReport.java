package io.alphaforge.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a backup that was checked holds.
 *
 * @param file where it is, or for a restore where the database from before is now; null where there was none
 * @param series every one of which was read and has the bars that its digest is of
 * @param bars of these series
 * @param bytes size of the file
 * @param sha256 of the whole file, in hexadecimal digits
 * @param damaged series that were damaged in the database when the backup was made, and are in it just so
 */
public record BackupReport(
        @Nullable Path file, int series, long bars, int runs, long bytes, String sha256, List<SeriesKey> damaged) {
    private static final int NAMED = 10;

    public BackupReport {
        damaged = List.copyOf(damaged);
    }

    /** The same with another file. */
    public BackupReport at(@Nullable Path other) {
        return new BackupReport(other, series, bars, runs, bytes, sha256, damaged);
    }

    /** A sentence on the damaged series that says what to do; empty where there are none. */
    public Optional<String> warning() {
        if (damaged.isEmpty()) {
            return Optional.empty();
        }
        int more = damaged.size() - NAMED;
        String names = damaged.stream().limit(NAMED).map(SeriesKey::toString).collect(Collectors.joining(", "))
                + (more > 0 ? String.format(Locale.ROOT, " and %,d more", more) : "");
        boolean one = damaged.size() == 1;
        return Optional.of(
                (one ? "One series is damaged" : String.format(Locale.ROOT, "%,d series are damaged", damaged.size()))
                        + ", in the database as in the backup: " + names + "; import " + (one ? "it" : "them")
                        + " again with --replace.");
    }
}
