package io.alphaforge.feed;

import org.jspecify.annotations.Nullable;

/** What makes four prices and a volume a bar. */
final class BarChecks {
    private BarChecks() {}

    /** What is wrong with a bar, in a few words, or null. */
    static @Nullable String problem(double open, double high, double low, double close, double volume) {
        // The comparisons are false for NaN, so a bar without a problem has finite values only.
        if (low > 0
                && low <= open
                && low <= close
                && open <= high
                && close <= high
                && high < Double.POSITIVE_INFINITY
                && volume >= 0
                && volume < Double.POSITIVE_INFINITY) {
            return null;
        }
        String wrong = price("open", open);
        wrong = wrong == null ? price("high", high) : wrong;
        wrong = wrong == null ? price("low", low) : wrong;
        wrong = wrong == null ? price("close", close) : wrong;
        if (wrong != null) {
            return wrong;
        } else if (high < low) {
            return "the high " + high + " is below the low " + low;
        } else if (open < low || open > high) {
            return "the open " + open + " is outside of low " + low + " to high " + high;
        } else if (close < low || close > high) {
            return "the close " + close + " is outside of low " + low + " to high " + high;
        }
        return "the volume is " + volume;
    }

    private static @Nullable String price(String name, double price) {
        return price > 0 && price < Double.POSITIVE_INFINITY ? null : "the " + name + " is " + price;
    }
}
