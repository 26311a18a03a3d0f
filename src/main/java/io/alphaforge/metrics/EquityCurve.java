package io.alphaforge.metrics;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;

/**
 * Equity marked at the close of every bar of a range.
 *
 * @param bars the bars of the range, for their times
 * @param equity in the quote asset, one value a bar
 * @param drawdownPct percent below the highest equity so far, the capital included; at most 0
 */
public record EquityCurve(Bars bars, Column equity, Column drawdownPct) {
    public EquityCurve {
        if (equity.size() != bars.size() || drawdownPct.size() != bars.size()) {
            throw new IllegalArgumentException("An equity curve has one value a bar.");
        }
    }

    static EquityCurve of(Bars bars, Column equity, double capital) {
        double[] drawdown = new double[equity.size()];
        double peak = capital;
        for (int i = 0; i < drawdown.length; i++) {
            peak = Math.max(peak, equity.get(i));
            drawdown[i] = Drawdowns.percent(equity.get(i), peak);
        }
        return new EquityCurve(bars, equity, Column.owning(drawdown));
    }

    public int size() {
        return bars.size();
    }

    /** Open time of the bar at whose close equity was marked, UTC epoch milliseconds. */
    public long time(int index) {
        return bars.time(index);
    }
}
