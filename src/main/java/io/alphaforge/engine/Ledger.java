package io.alphaforge.engine;

/**
 * Cash and units of one account. Cash is never negative.
 *
 * <p>Every purchase spends all the cash, fee included: units = cash / (price · (1 + fee)), fractional. The fee is
 * charged on the traded value on both sides.
 */
final class Ledger {
    private final double fee;
    private double cash;
    private double units;

    Ledger(double cash, double fee) {
        this.cash = cash;
        this.fee = fee;
    }

    double cash() {
        return cash;
    }

    double units() {
        return units;
    }

    /** The units that all cash buys at this price; 0 when that is nothing. */
    double affordable(double price) {
        double amount = cash / (price * (1 + fee));
        return amount > 0 && amount < Double.POSITIVE_INFINITY ? amount : 0;
    }

    /** Spends all cash; returns the fee within. */
    double buy(double amount, double price) {
        units = amount;
        cash = 0;
        return amount * price * fee;
    }

    /** Sells all units; returns the fee. */
    double sell(double price) {
        double value = units * price;
        double charged = value * fee;
        cash += value - charged;
        units = 0;
        return charged;
    }
}
