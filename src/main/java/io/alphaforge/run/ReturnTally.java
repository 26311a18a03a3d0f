package io.alphaforge.run;

import io.alphaforge.run.ReturnSummary.Extreme;
import java.util.Arrays;

/**
 * The total returns of coins, in percent, added row by row and summed up at any time. Figures are NaN while there is no
 * row. Used by one thread.
 */
public final class ReturnTally {
    private static final Extreme NONE = new Extreme("", Double.NaN);

    private double[] sorted = new double[256];
    private int count;
    private int profitable;
    private double sum;
    private double lost;
    private Extreme best = NONE;
    private Extreme worst = NONE;

    /** Adds the return of a row, which takes logarithmic time to find its place and a move of what lies behind it. */
    public void add(ResultRow row) {
        double value = row.result().statistics().returns().totalReturnPct();
        if (count == 0 || value > best.value() || (value == best.value() && isBefore(row, best))) {
            best = new Extreme(row.symbol(), value);
        }
        if (count == 0 || value < worst.value() || (value == worst.value() && isBefore(row, worst))) {
            worst = new Extreme(row.symbol(), value);
        }
        profitable += value > 0 ? 1 : 0;
        addToSum(value);
        insert(value);
    }

    /** Rows come in the order in which threads are done with them, which must not show. */
    private static boolean isBefore(ResultRow row, Extreme other) {
        return row.symbol().compareTo(other.symbol()) < 0;
    }

    public void clear() {
        count = 0;
        profitable = 0;
        sum = 0;
        lost = 0;
        best = NONE;
        worst = NONE;
    }

    /** How many rows were added. */
    public int count() {
        return count;
    }

    /** How many of them have a return above 0. */
    public int profitable() {
        return profitable;
    }

    /** Sum of the returns; 0 without a row. */
    public double sum() {
        return sum + lost;
    }

    public double average() {
        return count == 0 ? Double.NaN : sum() / count;
    }

    /** The middle one, or the mean of the middle two. */
    public double median() {
        return count == 0 ? Double.NaN : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }

    /** The highest return and its coin, of equal ones the first by symbol. */
    public Extreme best() {
        return best;
    }

    /** The lowest return and its coin, of equal ones the first by symbol. */
    public Extreme worst() {
        return worst;
    }

    /** Share of rows with a return above 0, of 100. */
    public double profitablePct() {
        return count == 0 ? Double.NaN : 100.0 * profitable / count;
    }

    /** The figures as they are now. */
    public ReturnSummary summary() {
        return new ReturnSummary(average(), median(), best, worst, profitablePct());
    }

    /** Keeps what rounding loses (Neumaier 1974), so that the order in which rows come does not show. */
    private void addToSum(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    /** Moving a few thousand doubles costs less than a tree of them. */
    private void insert(double value) {
        if (count == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * count);
        }
        int found = Arrays.binarySearch(sorted, 0, count, value);
        int at = found >= 0 ? found : -found - 1;
        System.arraycopy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = value;
        count++;
    }
}
