package io.alphaforge.ui.kit.chart;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Gap;
import java.util.List;

/**
 * Everything that a chart shows. To be made in the background.
 *
 * @param title what it is, for screen readers: "BTCUSDT 1d"
 * @param overlays lines over the prices
 * @param panes below the prices, from top to bottom
 * @param trades in time order
 * @param gaps where bars are missing, in time order
 */
public record ChartData(
        String title,
        BarPyramid candles,
        List<ChartLine> overlays,
        List<ChartPane> panes,
        List<TradeMark> trades,
        List<Gap> gaps) {
    public ChartData {
        overlays = List.copyOf(overlays);
        panes = List.copyOf(panes);
        trades = List.copyOf(trades);
        gaps = List.copyOf(gaps);
    }

    public Bars bars() {
        return candles.bars();
    }

    public int size() {
        return bars().size();
    }
}
