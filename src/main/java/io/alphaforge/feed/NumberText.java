package io.alphaforge.feed;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/** Reads decimal numbers, also in scientific notation. */
final class NumberText {
    private NumberText() {}

    /** The number, or NaN for anything else: an empty field, {@code null}, {@code NaN}, words. */
    static double parse(char[] text, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && text[from] <= ' ') {
            from++;
        }
        while (to > from && text[to - 1] <= ' ') {
            to--;
        }
        // The parser is Java's, which reads "1d" and "Infinity"; in a table these are no numbers.
        if (from == to || text[from] > '9' || text[to - 1] > '9') {
            return Double.NaN;
        }
        try {
            return JavaDoubleParser.parseDouble(text, from, to - from);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }
}
