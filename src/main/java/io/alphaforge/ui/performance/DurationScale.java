package io.alphaforge.ui.performance;

/**
 * The scale of durations in a chart: high enough for nearly all of them. A few that took many times as long would leave no
 * room for the others; they are cut off.
 *
 * @param top milliseconds at the top, a round number
 */
record DurationScale(double top) {
    private static final double TIMES_P95 = 2;

    static DurationScale of(double highest, double p95) {
        double wanted = Double.isFinite(p95) && p95 > 0 ? Math.min(highest, TIMES_P95 * p95) : highest;
        return new DurationScale(wanted > 0 ? round(wanted) : 1);
    }

    /** The next round number: 1, 2, 2.5 or 5 times a power of ten. */
    private static double round(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
            if (value <= step * power * 1.0000001) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Height of a duration, 0 to 1. */
    double height(double millis) {
        return Math.clamp(millis / top, 0, 1);
    }

    boolean isCut(double millis) {
        return millis > top;
    }
}
