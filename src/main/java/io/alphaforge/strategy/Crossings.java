package io.alphaforge.strategy;

import io.alphaforge.market.Column;

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

    /** The crossings at bars after {@code first}, the first bar at which both lines have a value. */
    static Crossings of(Column fast, Column slow, int first) {
        int size = fast.size();
        int words = Signals.words(size);
        long[] above = new long[words];
        long[] below = new long[words];
        // What came before the first bar is unknown: neither above nor below makes a crossing at it.
        long wasAbove = 1;
        long wasBelow = 1;
        for (int w = first >> 6; w < words; w++) {
            int end = Math.min(size, (w + 1) << 6);
            long isAbove = 0;
            long isBelow = 0;
            for (int i = w << 6; i < end; i++) {
                double gap = fast.get(i) - slow.get(i);
                double tolerance = EQUAL * Math.abs(slow.get(i));
                isAbove |= SignalBits.sign(tolerance - gap) << i;
                isBelow |= SignalBits.sign(gap + tolerance) << i;
            }
            if (w == first >> 6) {
                long known = -1L << first;
                isAbove = (isAbove & known) | ~known;
                isBelow = (isBelow & known) | ~known;
            }
            above[w] = isAbove & ~(isAbove << 1 | wasAbove);
            below[w] = isBelow & ~(isBelow << 1 | wasBelow);
            wasAbove = isAbove >>> 63;
            wasBelow = isBelow >>> 63;
        }
        return new Crossings(SignalBits.clearBefore(above, first), SignalBits.clearBefore(below, first));
    }
}
