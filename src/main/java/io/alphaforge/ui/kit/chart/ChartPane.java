package io.alphaforge.ui.kit.chart;

import java.util.List;

/**
 * A pane of lines below the candles, with a scale of its own.
 *
 * @param name for the legend and for screen readers
 * @param levels horizontal lines that mean something, always inside the scale
 * @param high upper end of the scale, to which areas reach; NaN to fit what is visible
 */
public record ChartPane(String name, List<ChartLine> lines, List<Double> levels, double high) {
    public ChartPane {
        lines = List.copyOf(lines);
        levels = List.copyOf(levels);
    }
}
