package io.alphaforge.indicator;

import io.alphaforge.market.Column;

/**
 * Bollinger bands: the simple moving average, and a number of population standard deviations above and below it.
 *
 * <p>Sums of values and of squares are kept together with their rounding errors, so that the deviation is right also
 * where it is a millionth of the price; a window of equal values has a deviation of exactly 0.
 *
 * @param middle the simple moving average
 * @param upper middle + k σ
 * @param lower middle − k σ
 */
public record Bollinger(Column middle, Column upper, Column lower) {

    /** Index of the first value. */
    public static int firstValue(int period) {
        return period - 1;
    }

    /**
     * The bands at every position, in the unit of the values; NaN before {@link #firstValue}.
     *
     * @param values finite
     * @param period at least 1
     * @param deviations how many standard deviations the bands are away from the middle, at least 0
     */
    public static Bollinger of(Column values, int period, double deviations) {
        Column middle = Sma.of(values, period);
        Column sigma = Deviation.of(values, period);
        double[] upper = Warmup.blank(values.size(), firstValue(period));
        double[] lower = upper.clone();
        for (int i = firstValue(period); i < upper.length; i++) {
            upper[i] = middle.get(i) + deviations * sigma.get(i);
            lower[i] = middle.get(i) - deviations * sigma.get(i);
        }
        return new Bollinger(middle, Column.owning(upper), Column.owning(lower));
    }
}
