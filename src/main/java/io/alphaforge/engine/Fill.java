package io.alphaforge.engine;

/**
 * An executed order.
 *
 * @param side bought or sold
 * @param signalBar index of the bar whose close gave the signal
 * @param bar index of the bar at whose open or close it was executed
 * @param time when it was executed, UTC epoch milliseconds: the open time of that bar, or its end
 * @param price in the quote asset, slippage included
 * @param units amount of the base asset
 * @param fee in the quote asset
 * @param barsLate how many bars were missing between signal and fill, because of a gap; 0 usually
 */
public record Fill(
        Side side, int signalBar, int bar, long time, double price, double units, double fee, long barsLate) {

    /** Traded value in the quote asset, without the fee. */
    public double value() {
        return units * price;
    }
}
