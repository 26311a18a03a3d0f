package io.alphaforge.strategy;

/**
 * Where one line crosses another, as bit sets. Lines closer than 1e-12 of the slow one count as equal, so that
 * rounding makes no crossings.
 *
 * @param above fast is above slow, and was not at the bar before
 * @param below fast is below slow, and was not at the bar before
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on to Signals at once, never compared.
record Crossings(long[] above, long[] below) {
    private static final double EQUAL = 1e-12;

    private static final int PIECE = 1024;

    /** A line that is computed piece by piece, so that pieces stay in the fastest cache. */
    @FunctionalInterface
    interface Line {
        /** Writes the values from bar {@code from} (inclusive) to {@code to} (exclusive), that of {@code from} first. */
        void fill(int from, int to, double[] values);
    }

    /**
     * The crossings at bars after {@code first}, the first bar at which both lines have a value.
     *
     * @param size how many bars
     */
    static Crossings of(int size, int first, Line fast, Line slow) {
        long[] above = new long[Signals.words(size)];
        long[] below = new long[Signals.words(size)];
        double[] fastValues = new double[PIECE];
        double[] slowValues = new double[PIECE];
        for (int start = first & -PIECE; start < size; start += PIECE) {
            int from = Math.max(first, start);
            int to = Math.min(size, start + PIECE);
            fast.fill(from, to, fastValues);
            slow.fill(from, to, slowValues);
            compare(fastValues, slowValues, from, to, above, below);
        }
        return new Crossings(edges(above, first), edges(below, first));
    }

    private static void compare(double[] fast, double[] slow, int from, int to, long[] above, long[] below) {
        for (int start = from & -64; start < to; start += 64) {
            int first = Math.max(from, start);
            int end = Math.min(to, start + 64);
            long isBelow = 0;
            boolean meet = false;
            for (int i = first; i < end; i++) {
                double gap = fast[i - from] - slow[i - from];
                isBelow |= SignalBits.sign(gap) << i;
                if (Math.abs(gap) <= EQUAL * Math.abs(slow[i - from])) {
                    meet = true;
                }
            }
            long equal = meet ? equal(fast, slow, from, first, end) : 0;
            long known = (-1L << first) & (-1L >>> -end);
            above[start >> 6] = ~isBelow & ~equal & known;
            below[start >> 6] = isBelow & ~equal;
        }
    }

    /** Where lines count as equal, which is rare. */
    private static long equal(double[] fast, double[] slow, int from, int first, int end) {
        long equal = 0;
        for (int i = first; i < end; i++) {
            double gap = Math.abs(fast[i - from] - slow[i - from]);
            equal |= (gap <= EQUAL * Math.abs(slow[i - from]) ? 1L : 0L) << i;
        }
        return equal;
    }

    /** Leaves of each run of bits the first one; what a run at bar {@code first} began with is unknown. */
    private static long[] edges(long[] words, int first) {
        long carry = 0;
        for (int w = 0; w < words.length; w++) {
            long word = words[w];
            words[w] = word & ~(word << 1 | carry);
            carry = word >>> 63;
        }
        return SignalBits.clearBefore(words, first + 1);
    }
}
