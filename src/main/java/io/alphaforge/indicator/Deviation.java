package io.alphaforge.indicator;

import io.alphaforge.market.Column;

/**
 * The population standard deviation over a window.
 *
 * <p>n σ² = Σx² − n m² cancels almost everything when σ is small beside the price. Both terms are therefore kept in
 * two doubles each (squares split exactly by fused multiply-add), about 32 digits in all.
 */
final class Deviation {
    private Deviation() {}

    static Column of(Column values, int period) {
        Warmup.check(period, 1);
        double[] sigma = Warmup.blank(values.size(), period - 1);
        int block = WindowSum.block(period);
        for (int i = period - 1; i < sigma.length; ) {
            i = fill(values, period, i, Math.min(sigma.length, i + block), sigma);
        }
        flatten(values, period, sigma);
        return Column.owning(sigma);
    }

    /** Fills the deviations from {@code from} on and returns where to go on with fresh sums. */
    private static int fill(Column values, int period, int from, int to, double[] sigma) {
        WindowSum start = WindowSum.of(values, from, period);
        double sum = start.sum();
        double error = start.error();
        double squares = 0;
        double squaresError = 0;
        for (int i = from - period + 1; i <= from; i++) {
            double value = values.get(i);
            double square = value * value;
            double next = squares + square;
            squaresError += WindowSum.lostBySum(squares, square, next) + Math.fma(value, value, -square);
            squares = next;
        }
        sigma[from] = sigma(sum, error, squares, squaresError, period);
        for (int i = from + 1; i < to; i++) {
            double in = values.get(i);
            double out = values.get(i - period);
            double change = in - out;
            double nextSum = sum + change;
            error += WindowSum.lost(in, out, change, sum, nextSum);
            sum = nextSum;

            double squareIn = in * in;
            double squareOut = out * out;
            double squareChange = squareIn - squareOut;
            double nextSquares = squares + squareChange;
            squaresError += WindowSum.lost(squareIn, squareOut, squareChange, squares, nextSquares)
                    + (Math.fma(in, in, -squareIn) - Math.fma(out, out, -squareOut));
            squares = nextSquares;
            if (WindowSum.worn(sum, error) || WindowSum.worn(squares, squaresError)) {
                return i;
            }
            sigma[i] = sigma(sum, error, squares, squaresError, period);
        }
        return to;
    }

    private static double sigma(double sum, double error, double squares, double squaresError, int period) {
        double mean = sum / period;
        double rest = Math.fma(-mean, period, sum) + error;
        // With m = mean + rest/n: n m² = n mean² + 2 mean rest + rest²/n, and n mean² splits into two exact doubles.
        double meanSquare = mean * mean;
        double main = period * meanSquare;
        double minor = Math.fma(period, meanSquare, -main) + period * Math.fma(mean, mean, -meanSquare);
        double spread = (squares - main) + ((squaresError - minor) - 2 * mean * rest - rest * rest / period);
        return Math.sqrt(Math.max(0, spread) / period);
    }

    /** Where all values of a window are equal the deviation is 0, not what rounding left of it. */
    private static void flatten(Column values, int period, double[] sigma) {
        int equal = 1;
        for (int i = 1; i < sigma.length; i++) {
            equal = values.get(i) == values.get(i - 1) ? equal + 1 : 1;
            if (equal >= period) {
                sigma[i] = 0;
            }
        }
        if (period == 1 && sigma.length > 0) {
            sigma[0] = 0;
        }
    }
}
