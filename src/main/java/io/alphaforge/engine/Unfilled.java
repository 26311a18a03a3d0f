package io.alphaforge.engine;

/**
 * An order that was not executed.
 *
 * @param side which way it would have traded
 * @param signalBar index of the bar whose close gave the signal
 * @param cause why not
 */
public record Unfilled(Side side, int signalBar, Cause cause) {
    /** Why an order was not executed. */
    public enum Cause {
        /** The range ends before the bar that would fill it. */
        PENDING,
        /** There is nothing left to buy with. */
        NO_CASH
    }
}
