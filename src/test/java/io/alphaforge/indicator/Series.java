package io.alphaforge.indicator;

import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import io.alphaforge.market.RealData;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Series that indicators are tried on, and exact reference values. */
final class Series {
    private static final MathContext EXACT = new MathContext(60);

    private Series() {}

    /** A random walk of 1 % a step. */
    static double[] walk(int size, double start, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        double price = start;
        for (int i = 0; i < size; i++) {
            price *= 1 + 0.02 * (random.nextDouble() - 0.5);
            values[i] = price;
        }
        return values;
    }

    static double[] constant(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    /** A walk around a price, then a walk around another one eleven orders of magnitude below, then back. */
    static double[] collapse(int size, long seed) {
        double[] values = walk(size, 1e5, seed);
        double[] low = walk(size, 1e-6, seed + 1);
        System.arraycopy(low, 0, values, size / 3, size / 3);
        return values;
    }

    /** Falls by 3 % a step from 1e5 to 1e-6, and up again. */
    static double[] slide(int size) {
        double[] values = new double[size];
        double price = 1e5;
        double factor = 0.97;
        for (int i = 0; i < size; i++) {
            price *= factor;
            if (price < 1e-6) {
                factor = 1.04;
            } else if (price > 1e5) {
                factor = 0.97;
            }
            values[i] = price;
        }
        return values;
    }

    /** Single values a hundred billion times the others. */
    static double[] spikes(int size, long seed) {
        double[] values = walk(size, 1e-6, seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i += 1 + random.nextInt(40)) {
            values[i] = 1e5 * (1 + random.nextDouble());
        }
        return values;
    }

    static List<double[]> adversarial() {
        return List.of(walk(6000, 100, 1), collapse(6000, 2), slide(6000), spikes(6000, 3), walk(6000, 1e-6, 4));
    }

    /** Real closes, scaled by a power of two to a thousand or more. */
    static List<double[]> real() {
        return Stream.concat(
                        RealData.files("hourly").stream().map(f -> closes(f, Interval.H1)),
                        RealData.files("daily").stream().limit(40).map(f -> closes(f, Interval.D1)))
                .toList();
    }

    static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }

    private static double[] closes(Path file, Interval interval) {
        double[] closes = RealData.read(file, interval).close().toArray();
        double least = Arrays.stream(closes).min().orElse(1);
        return scaled(closes, Math.scalb(1.0, 10 - Math.getExponent(least)));
    }

    static BigDecimal mean(double[] values, int last, int period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - period + 1; i <= last; i++) {
            sum = sum.add(new BigDecimal(values[i]));
        }
        return sum.divide(BigDecimal.valueOf(period), EXACT);
    }

    static BigDecimal deviation(double[] values, int last, int period) {
        BigDecimal mean = mean(values, last, period);
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = last - period + 1; i <= last; i++) {
            BigDecimal off = new BigDecimal(values[i]).subtract(mean);
            squares = squares.add(off.multiply(off));
        }
        return squares.divide(BigDecimal.valueOf(period), EXACT).sqrt(EXACT);
    }

    /** |value − exact| / |exact|. */
    static double relativeError(double value, BigDecimal exact) {
        if (exact.signum() == 0) {
            return value == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return new BigDecimal(value).subtract(exact).divide(exact, EXACT).abs().doubleValue();
    }

    static Column column(double[] values) {
        return Column.of(values);
    }
}
