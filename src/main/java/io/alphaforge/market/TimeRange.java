package io.alphaforge.market;

/**
 * A range of open times.
 *
 * @param from first open time that belongs to it, UTC epoch milliseconds; {@link Long#MIN_VALUE} for no bound
 * @param to first open time that does not belong to it any more; {@link Long#MAX_VALUE} for no bound
 */
public record TimeRange(long from, long to) {
    public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    public TimeRange {
        if (from >= to) {
            throw new IllegalArgumentException("The range ends before it begins; choose a start before the end.");
        }
    }

    public boolean hasFrom() {
        return from != Long.MIN_VALUE;
    }

    public boolean hasTo() {
        return to != Long.MAX_VALUE;
    }
}
