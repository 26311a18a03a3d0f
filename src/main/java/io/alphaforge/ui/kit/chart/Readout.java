package io.alphaforge.ui.kit.chart;

import io.alphaforge.ui.kit.CompactText;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PriceText;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of one candle and of the lines at it, as the legends of the panes show them.
 *
 * @param prices open, high, low, close, volume, change, and how many bars that is when it is not one
 * @param overlays values of the lines over the prices
 * @param panes values of the lines of each pane below
 * @param direction of the change: 1, 0 or −1
 */
record Readout(List<String> prices, List<String> overlays, List<List<String>> panes, int direction) {
    static final List<String> PRICE_NAMES = List.of("O", "H", "L", "C", "Vol", "", "");

    /**
     * Reads the candle that a bar belongs to.
     *
     * @param group bars a candle
     * @param one a buffer to work with
     */
    static Readout of(ChartData data, int bar, int group, Candles one) {
        data.candles().readOne(bar, group, one);
        int first = one.bar(0);
        // Against the close before, as everybody counts it; the first candle has only its own open.
        double before = first > 0 ? data.bars().close().get(first - 1) : one.open(0);
        double change = (one.close(0) / before - 1) * 100;
        List<String> prices = List.of(
                PriceText.of(one.open(0)),
                PriceText.of(one.high(0)),
                PriceText.of(one.low(0)),
                PriceText.of(one.close(0)),
                CompactText.of(one.volume(0)),
                Formats.changePercent(change),
                group == 1 ? "" : group + " bars a candle");
        List<List<String>> panes = new ArrayList<>();
        data.panes().forEach(pane -> panes.add(values(pane.lines(), bar, group)));
        return new Readout(prices, values(data.overlays(), bar, group), panes, Formats.direction(change, 2));
    }

    private static List<String> values(List<ChartLine> lines, int bar, int group) {
        return lines.stream()
                .map(line -> line.text(line.values().last(bar, group)))
                .toList();
    }
}
