package io.alphaforge.engine;

import org.jspecify.annotations.Nullable;

/**
 * A position from its entry to its exit or, while it is open, to its last mark.
 *
 * @param entry the purchase
 * @param exit the sale; null while the position is open
 * @param exitPrice the price of the sale, or the last close
 * @param exitTime when it was sold, or the end of the last bar, UTC epoch milliseconds
 */
public record Trade(Fill entry, @Nullable Fill exit, double exitPrice, long exitTime) {

    static Trade closed(Fill entry, Fill exit) {
        return new Trade(entry, exit, exit.price(), exit.time());
    }

    public boolean open() {
        return exit == null;
    }

    /** Fees paid so far, in the quote asset. */
    public double fees() {
        return exit == null ? entry.fee() : entry.fee() + exit.fee();
    }

    /** Profit after fees in the quote asset; for an open position that of its last mark. */
    public double netProfit() {
        return entry.units() * (exitPrice - entry.price()) - fees();
    }

    /** Net profit over what the entry cost, its fee included: 0.05 for 5 %. */
    public double netReturn() {
        return netProfit() / (entry.value() + entry.fee());
    }

    /** Milliseconds from entry to exit. */
    public long duration() {
        return exitTime - entry.time();
    }
}
