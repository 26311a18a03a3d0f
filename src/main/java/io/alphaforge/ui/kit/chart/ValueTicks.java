package io.alphaforge.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Round values at which an axis is labelled.
 *
 * @param values ascending, inside the scale
 * @param decimals how many decimals all of them need to be told apart; up to 12
 */
record ValueTicks(List<Double> values, int decimals) {
    private static final int[] ROUND = {1, 2, 5};
    private static final double LEAST_DECADES_RATIO = 5;

    /**
     * The ticks of a scale.
     *
     * @param most how many there may be, at least 1
     */
    static ValueTicks of(Scale scale, int most) {
        if (scale.logarithmic() && scale.high() / scale.low() > LEAST_DECADES_RATIO) {
            return decades(scale, most);
        }
        double step = step(scale.high() - scale.low(), most);
        List<Double> values = new ArrayList<>();
        // Multiples of the step, never sums of it, which would drift.
        long first = (long) Math.ceil(scale.low() / step);
        for (long i = first; i * step <= scale.high() && values.size() <= most; i++) {
            values.add(i * step);
        }
        return new ValueTicks(values, decimals(step));
    }

    /** Ticks at given values. */
    static ValueTicks at(List<Double> values) {
        boolean whole = values.stream().allMatch(value -> value == Math.rint(value));
        return new ValueTicks(values.stream().sorted().toList(), whole ? 0 : 2);
    }

    private static ValueTicks decades(Scale scale, int most) {
        int lowest = (int) Math.floor(Math.log10(scale.low()));
        int highest = (int) Math.ceil(Math.log10(scale.high()));
        for (int every = 1; ; every++) {
            for (int multiples = every == 1 ? ROUND.length : 1; multiples >= 1; multiples--) {
                List<Double> values = new ArrayList<>();
                for (int decade = lowest; decade <= highest; decade += every) {
                    for (int m = 0; m < multiples; m++) {
                        double value = ROUND[m] * Math.pow(10, decade);
                        if (value >= scale.low() && value <= scale.high()) {
                            values.add(value);
                        }
                    }
                }
                if (values.size() <= Math.max(1, most)) {
                    double finest = values.isEmpty() ? 1 : values.getFirst();
                    return new ValueTicks(values, decimals(finest));
                }
            }
        }
    }

    /** The least of 1, 2, 5, 10, 20, … times a power of ten that fits at most so many times into a span. */
    private static double step(double span, int most) {
        double power = Math.pow(10, Math.floor(Math.log10(span / most)));
        for (int round : ROUND) {
            if (span / (power * round) <= most) {
                return power * round;
            }
        }
        return power * 10;
    }

    private static int decimals(double step) {
        return (int) Math.clamp(-Math.floor(Math.log10(step) + 1e-9), 0, 12);
    }
}
