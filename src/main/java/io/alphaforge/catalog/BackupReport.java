package io.alphaforge.catalog;

import java.nio.file.Path;

/**
 * What a backup that was checked holds.
 *
 * @param file where it is, or for a restore where the database from before is now; null where there was none
 * @param series every one of which was read and has the bars that its digest is of
 * @param bytes size of the file
 * @param sha256 of the whole file, in hexadecimal digits
 */
public record BackupReport(
        @org.jspecify.annotations.Nullable Path file, int series, long bars, int runs, long bytes, String sha256) {}
