package io.alphaforge.metrics;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;

/**
 * Makes sure that prices are positive and finite, which everything after relies on.
 *
 * <p>It costs little: reading a column in order also brings it into the cache, from which the simulation then picks the
 * few prices it fills at.
 */
final class Prices {
    /** Adding one exponent step overflows into the sign for infinities and NaN only. */
    private static final long EXPONENT_STEP = 1L << 52;

    private Prices() {}

    /**
     * Looks at a whole column.
     *
     * @throws NotTestableException naming the first value that is no price
     */
    static void check(Bars bars, BarColumn name) {
        Column column = bars.column(name);
        long signs = 0;
        for (int i = 0; i < column.size(); i++) {
            long bits = Double.doubleToRawLongBits(column.get(i));
            signs |= (bits - 1) | (bits + EXPONENT_STEP);
        }
        for (int i = 0; signs < 0 && i < column.size(); i++) {
            double price = column.get(i);
            if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
                throw new NotTestableException(Explanation.noPrice(name, price, bars.time(i)));
            }
        }
    }
}
