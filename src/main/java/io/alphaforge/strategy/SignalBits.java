package io.alphaforge.strategy;

import io.alphaforge.market.Column;
import java.util.Arrays;

/**
 * Comparisons over whole columns as bit sets of 64 bars a word, as {@link Signals} wants them.
 *
 * <p>a &lt; b is read off the sign of a − b, which gradual underflow keeps exact: no branch, so nothing to mispredict.
 * From {@code first} on the columns must be free of NaN; before it every bit is 0.
 */
final class SignalBits {
    private SignalBits() {}

    /** Where a value is below a threshold. */
    static long[] below(Column values, double threshold, int first) {
        int size = values.size();
        long[] words = new long[Signals.words(size)];
        for (int w = first >> 6; w < words.length; w++) {
            int end = Math.min(size, (w + 1) << 6);
            long word = 0;
            for (int i = w << 6; i < end; i++) {
                word |= sign(values.get(i) - threshold) << i;
            }
            words[w] = word;
        }
        return clearBefore(words, first);
    }

    /** Where a value is above a threshold. */
    static long[] above(Column values, double threshold, int first) {
        int size = values.size();
        long[] words = new long[Signals.words(size)];
        for (int w = first >> 6; w < words.length; w++) {
            int end = Math.min(size, (w + 1) << 6);
            long word = 0;
            for (int i = w << 6; i < end; i++) {
                word |= sign(threshold - values.get(i)) << i;
            }
            words[w] = word;
        }
        return clearBefore(words, first);
    }

    /** Where one column is below another. */
    static long[] below(Column values, Column others, int first) {
        int size = values.size();
        long[] words = new long[Signals.words(size)];
        for (int w = first >> 6; w < words.length; w++) {
            int end = Math.min(size, (w + 1) << 6);
            long word = 0;
            for (int i = w << 6; i < end; i++) {
                word |= sign(values.get(i) - others.get(i)) << i;
            }
            words[w] = word;
        }
        return clearBefore(words, first);
    }

    /** 1 for a number below zero, else 0. */
    static long sign(double value) {
        return Double.doubleToRawLongBits(value) >>> 63;
    }

    /** The same words with every bit before bar {@code first} cleared. */
    static long[] clearBefore(long[] words, int first) {
        int w = first >> 6;
        Arrays.fill(words, 0, Math.min(w, words.length), 0);
        if (w < words.length) {
            words[w] &= -1L << first;
        }
        return words;
    }
}
