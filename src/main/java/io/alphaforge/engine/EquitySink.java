package io.alphaforge.engine;

/**
 * What a simulation reports, in time order. Equity comes in stretches rather than bar by bar: together they cover
 * every bar of the range exactly once. A purchase is reported before the stretch it begins, a sale after the stretch
 * it ends.
 */
public interface EquitySink {

    /** Equity at the closes of the bars {@code from} (inclusive) to {@code to} (exclusive) is this cash. */
    void flat(double cash, int from, int to);

    /** Equity at the closes of these bars is {@code cash + units · close}. */
    void held(double cash, double units, int from, int to);

    void filled(Fill fill);

    /** A position was closed, or is still open after the last bar. */
    void traded(Trade trade);

    void unfilled(Unfilled order);
}
