package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultRow;
import java.util.Arrays;
import java.util.Collection;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the rows so far amount to, kept up to date row by row. Figures are NaN while there is no row. */
final class LiveSummary {
    private final ReadOnlyDoubleWrapper average = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper median = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper best = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper worst = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyDoubleWrapper profitablePct = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyStringWrapper bestSymbol = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper worstSymbol = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper profitable = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper cached = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper failed = new ReadOnlyIntegerWrapper();

    private double[] sorted = new double[256];
    private int size;
    private double sum;

    void clear() {
        size = 0;
        sum = 0;
        for (ReadOnlyIntegerWrapper property : new ReadOnlyIntegerWrapper[] {count, profitable, cached, failed}) {
            property.set(0);
        }
        for (ReadOnlyDoubleWrapper property :
                new ReadOnlyDoubleWrapper[] {average, median, best, worst, profitablePct}) {
            property.set(Double.NaN);
        }
        bestSymbol.set("");
        worstSymbol.set("");
    }

    void addFailed(int more) {
        failed.set(failed.get() + more);
    }

    void add(Collection<ResultRow> rows) {
        for (ResultRow row : rows) {
            double value = row.result().statistics().returns().totalReturnPct();
            if (row.cached()) {
                cached.set(cached.get() + 1);
            }
            if (size == 0 || value > best.get()) {
                best.set(value);
                bestSymbol.set(row.symbol());
            }
            if (size == 0 || value < worst.get()) {
                worst.set(value);
                worstSymbol.set(row.symbol());
            }
            if (value > 0) {
                profitable.set(profitable.get() + 1);
            }
            insert(value);
        }
        if (size > 0) {
            count.set(size);
            average.set(sum / size);
            median.set((sorted[(size - 1) / 2] + sorted[size / 2]) / 2);
            profitablePct.set(100.0 * profitable.get() / size);
        }
    }

    /** Moving a few thousand doubles costs less than a tree of them. */
    private void insert(double value) {
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * size);
        }
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int at = found >= 0 ? found : -found - 1;
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = value;
        size++;
        sum += value;
    }

    /** Mean total return in percent. */
    ReadOnlyDoubleProperty average() {
        return average.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty median() {
        return median.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty best() {
        return best.getReadOnlyProperty();
    }

    ReadOnlyStringProperty bestSymbol() {
        return bestSymbol.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty worst() {
        return worst.getReadOnlyProperty();
    }

    ReadOnlyStringProperty worstSymbol() {
        return worstSymbol.getReadOnlyProperty();
    }

    /** Share of coins with a total return above 0, in percent. */
    ReadOnlyDoubleProperty profitablePct() {
        return profitablePct.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty profitable() {
        return profitable.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty cached() {
        return cached.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty failed() {
        return failed.getReadOnlyProperty();
    }
}
