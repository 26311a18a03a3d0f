package io.alphaforge.ui.dashboard;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.DashboardRow.Extreme;
import io.alphaforge.catalog.DashboardRow.Window;
import io.alphaforge.market.Column;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;

/** Rows of coins with made-up figures. */
final class Coins {
    static final long DAY = 86_400_000L;
    static final long TODAY = 20_000 * DAY;

    private Coins() {}

    static DashboardRow row(String symbol, double changePct, double turnover) {
        return row(symbol, changePct, turnover, false);
    }

    /** A coin whose last bar opened the day before {@link #TODAY}, or 100 days earlier when it is stale. */
    static DashboardRow row(String symbol, double changePct, double turnover, boolean stale) {
        long newest = TODAY - (stale ? 101 : 1) * DAY;
        return new DashboardRow(
                Instrument.parse(symbol),
                Interval.D1,
                50,
                changePct,
                Double.NaN,
                new Window(51, 48, 10),
                new Window(60, 40, 70),
                new Window(80, 30, 300),
                turnover,
                new Extreme(200, newest - 500 * DAY),
                new Extreme(10, newest - 900 * DAY),
                1_000,
                newest - 999 * DAY,
                newest,
                newest + DAY,
                97.5,
                stale,
                symbol.endsWith(".DEMO"),
                Column.of(48, 51, 50));
    }
}
