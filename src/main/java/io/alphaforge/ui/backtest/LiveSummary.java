package io.alphaforge.ui.backtest;

import io.alphaforge.run.Origin;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.ReturnTally;
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
    private final ReadOnlyIntegerWrapper unverified = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper failed = new ReadOnlyIntegerWrapper();

    private final ReturnTally tally = new ReturnTally();

    void clear() {
        tally.clear();
        cached.set(0);
        unverified.set(0);
        failed.set(0);
        show();
    }

    void addFailed(int more) {
        failed.set(failed.get() + more);
    }

    void add(Collection<ResultRow> rows) {
        rows.forEach(tally::add);
        cached.set(cached.get() + (int) rows.stream().filter(ResultRow::cached).count());
        unverified.set(unverified.get()
                + (int) rows.stream()
                        .filter(row -> row.origin() == Origin.UNVERIFIED)
                        .count());
        show();
    }

    private void show() {
        count.set(tally.count());
        profitable.set(tally.profitable());
        average.set(tally.average());
        median.set(tally.median());
        best.set(tally.best().value());
        bestSymbol.set(tally.best().symbol());
        worst.set(tally.worst().value());
        worstSymbol.set(tally.worst().symbol());
        profitablePct.set(tally.profitablePct());
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

    /** Rows whose bars have not been compared with the server's yet. */
    ReadOnlyIntegerProperty unverified() {
        return unverified.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty failed() {
        return failed.getReadOnlyProperty();
    }
}
