package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.RunComparison;
import io.alphaforge.run.RunComparison.Pair;

/** Two runs with what came of comparing them. */
record Compared(ArchivedRun first, ArchivedRun second, RunComparison comparison) {
    static Compared of(ArchivedRun first, ArchivedRun second) {
        return new Compared(first, second, RunComparison.of(first.rows(), second.rows()));
    }

    /**
     * Whether a coin has anything to look at: it is in one run only, was filled otherwise, or has another figure. The same
     * fills can have another drawdown where they are marked one bar earlier.
     */
    static boolean differs(Pair pair) {
        return !pair.inBoth()
                || !pair.sameFills()
                || pair.returnDifference() != 0
                || pair.tradesDifference() != 0
                || pair.drawdownDifference() != 0;
    }

    /**
     * What to note of a coin in a few words, empty when there is nothing.
     *
     * @param firstName how the first run is called
     */
    String note(Pair pair, String firstName, String secondName) {
        if (pair.second() == null) {
            return "only in " + firstName + missing(second, secondName, pair.symbol());
        }
        if (pair.first() == null) {
            return "only in " + secondName + missing(first, firstName, pair.symbol());
        }
        return (pair.sameFills() ? "identical fills" : "")
                + (pair.sameFills() && !pair.sameBars() ? ", " : "")
                + (pair.sameBars() ? "" : "other bars");
    }

    private static String missing(ArchivedRun run, String name, String symbol) {
        String reason = run.failures().get(symbol);
        return reason == null ? "" : "; failed in " + name + ": " + reason;
    }
}
