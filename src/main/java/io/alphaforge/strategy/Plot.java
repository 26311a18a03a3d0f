package io.alphaforge.strategy;

import io.alphaforge.market.Column;
import java.util.List;

/**
 * What a strategy looks at, for a chart: lines over the prices, or in a pane of their own.
 *
 * @param title of the pane: "RSI 14"; for lines over the prices the name of the group: "Bollinger 20, 2"
 * @param overPrices whether the lines share the scale of the prices
 * @param lines one value a bar each, NaN while the indicator is not warm
 * @param levels horizontal lines that mean something to the strategy, such as 30 and 70
 */
public record Plot(String title, boolean overPrices, List<Line> lines, List<Double> levels) {
    public Plot {
        lines = List.copyOf(lines);
        levels = List.copyOf(levels);
    }

    /** One line with its name for the legend. */
    public record Line(String name, Column values) {}
}
