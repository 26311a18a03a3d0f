package io.alphaforge.feed;

/**
 * The decimals of the last numbers of lines. A file that stops within its last number still has as many columns as all of
 * its lines, and the number is one: only that it is shorter than all before it tells that something may be missing.
 */
final class LastNumbers {
    /** Fewer lines do not show what is usual. */
    private static final int ENOUGH = 3;

    private int lines;
    private int fewest = Integer.MAX_VALUE;
    private int latest = Integer.MAX_VALUE;

    /** One more line begins, which may have no such field. */
    void begin() {
        fewest = Math.min(fewest, latest);
        latest = Integer.MAX_VALUE;
    }

    /** The last field of the line. */
    void add(char[] buffer, int offset, int length) {
        latest = 0;
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '.' || buffer[i] == ',') {
                latest = offset + length - i - 1;
            }
        }
        lines++;
    }

    /** Whether the latest number has fewer decimals than every one before it. */
    boolean stopShort() {
        return lines > ENOUGH && latest < fewest;
    }
}
