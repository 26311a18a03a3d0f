package io.alphaforge.feed;

/**
 * How far an import is.
 *
 * @param filesDone files that have a report; members of archives count as their archive
 * @param files how many there are
 * @param bytesDone their size on disk
 * @param bytes size of all
 * @param bars bars written so far, unchanged ones too
 */
public record ImportProgress(int filesDone, int files, long bytesDone, long bytes, long bars) {}
