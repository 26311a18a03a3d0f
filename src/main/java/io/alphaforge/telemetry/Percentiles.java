package io.alphaforge.telemetry;

import org.HdrHistogram.Histogram;

/**
 * How figures are distributed. A percentile is the smallest of the figures that so many of them do not exceed, told to three
 * digits; every one is NaN when there is no figure.
 *
 * @param count how many figures
 */
public record Percentiles(long count, double average, double p50, double p95, double p99) {
    public static final Percentiles NONE = new Percentiles(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** What is below this is told as 0; large enough a factor that nothing of interest is. */
    private static final double UNITS = 1000;

    private static final double LARGEST = 1e15;
    private static final int DIGITS = 3;
    private static final double[] TOLD = {50, 95, 99};

    /** The distribution of these figures; those that are NaN, infinite or negative are left out. */
    public static Percentiles of(double... figures) {
        Histogram histogram = new Histogram(DIGITS);
        double sum = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (double figure : figures) {
            if (figure >= 0 && figure <= LARGEST / UNITS) {
                histogram.recordValue(Math.round(figure * UNITS));
                sum += figure;
                lowest = Math.min(lowest, figure);
                highest = Math.max(highest, figure);
            }
        }
        long count = histogram.getTotalCount();
        if (count == 0) {
            return NONE;
        }
        double[] percentiles = new double[3];
        for (int i = 0; i < percentiles.length; i++) {
            long value = histogram.getValueAtPercentile(TOLD[i]);
            // What the histogram tells is the middle of a bucket, which may lie outside of what there is.
            percentiles[i] = Math.clamp(histogram.medianEquivalentValue(value) / UNITS, lowest, highest);
        }
        return new Percentiles(count, sum / count, percentiles[0], percentiles[1], percentiles[2]);
    }
}
