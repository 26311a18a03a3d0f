package io.alphaforge.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the rows of one file that are no bars: all are counted, the first ones are kept with their reasons. */
final class Rejections {
    /** Enough to see what is wrong with a file; a file may have millions. */
    private static final int KEPT = 100;

    private static final int LONGEST_VALUE = 30;

    private final String file;
    private final List<Rejection> kept = new ArrayList<>();
    private long count;

    Rejections(String file) {
        this.file = file;
    }

    void add(long line, String reason) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Rejection(file, line, reason));
        }
    }

    long count() {
        return count;
    }

    /** Those kept, by line. */
    List<Rejection> kept() {
        return kept.stream().sorted(Comparator.comparingLong(Rejection::line)).toList();
    }

    /** A value as a reason quotes it: not too long, nothing unprintable. */
    static String quoted(String value) {
        String clean = value.replaceAll("\\p{Cntrl}", " ");
        return "'" + (clean.length() > LONGEST_VALUE ? clean.substring(0, LONGEST_VALUE) + "…" : clean) + "'";
    }
}
