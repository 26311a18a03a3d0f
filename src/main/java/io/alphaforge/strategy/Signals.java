package io.alphaforge.strategy;

/**
 * For every bar whether a strategy wants to enter and whether it wants to leave, as bit sets of 64 bars a word.
 *
 * <p>Bit {@code i % 64} of word {@code i / 64} belongs to bar {@code i}.
 */
public final class Signals {
    private final int size;
    private final int firstReady;
    private final long[] enter;
    private final long[] leave;

    private Signals(int size, int firstReady, long[] enter, long[] leave) {
        this.size = size;
        this.firstReady = firstReady;
        this.enter = enter;
        this.leave = leave;
    }

    /**
     * Signals over these very words, which the caller gives away.
     *
     * @param size how many bars
     * @param firstReady index of the first bar at which every indicator has a value; {@code size} or more when there is
     *     none
     * @param enter one bit a bar
     * @param leave one bit a bar
     */
    public static Signals owning(int size, int firstReady, long[] enter, long[] leave) {
        int words = words(size);
        if (enter.length != words || leave.length != words) {
            throw new IllegalArgumentException("Signals for " + size + " bars want " + words + " words.");
        }
        return new Signals(size, firstReady, enter, leave);
    }

    /** How many words hold one bit for each of {@code size} bars. */
    public static int words(int size) {
        return (size + 63) >>> 6;
    }

    public int size() {
        return size;
    }

    public int firstReady() {
        return firstReady;
    }

    public boolean enter(int bar) {
        return (enter[bar >> 6] >>> bar & 1) != 0;
    }

    public boolean leave(int bar) {
        return (leave[bar >> 6] >>> bar & 1) != 0;
    }

    /** The first bar at or after {@code from} that wants to enter, or {@link #size}. */
    public int nextEnter(int from) {
        return next(enter, from);
    }

    /** The first bar at or after {@code from} that wants to leave, or {@link #size}. */
    public int nextLeave(int from) {
        return next(leave, from);
    }

    private int next(long[] words, int from) {
        if (from >= size) {
            return size;
        }
        int w = from >> 6;
        long word = words[w] & (-1L << from);
        while (word == 0) {
            if (++w == words.length) {
                return size;
            }
            word = words[w];
        }
        return Math.min(size, (w << 6) + Long.numberOfTrailingZeros(word));
    }
}
