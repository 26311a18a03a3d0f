package io.alphaforge.ui.dashboard;

import io.alphaforge.catalog.DashboardRow;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A coin in the table: its row, and whether it is on the watchlist. */
final class CoinLine {
    private final DashboardRow row;
    private final String words;
    private final BooleanProperty starred = new SimpleBooleanProperty();

    CoinLine(DashboardRow row, boolean starred) {
        this.row = row;
        // With the blanks no word of the filter matches across two of them.
        this.words = String.join(
                        " ",
                        row.symbol(),
                        row.instrument().base(),
                        row.instrument().quote(),
                        row.instrument().base() + "/" + row.instrument().quote())
                .toLowerCase(Locale.ROOT);
        this.starred.set(starred);
    }

    DashboardRow row() {
        return row;
    }

    String symbol() {
        return row.symbol();
    }

    BooleanProperty starred() {
        return starred;
    }

    /** The pair, "BTC / USDT"; the symbol where that does not tell. */
    String name() {
        String quote = row.instrument().quote();
        return quote.isEmpty() ? row.symbol() : row.instrument().base() + " / " + quote;
    }

    /** The price against the all-time high in percent, at most 0. */
    double fromHighPct() {
        return 100 * (row.price() / row.allTimeHigh().price() - 1);
    }

    /** The price against the all-time low in percent, at least 0. */
    double fromLowPct() {
        return 100 * (row.price() / row.allTimeLow().price() - 1);
    }

    /** Whether every one of these lower-case words is in the symbol or its assets. */
    boolean matches(String[] wanted) {
        for (String word : wanted) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
