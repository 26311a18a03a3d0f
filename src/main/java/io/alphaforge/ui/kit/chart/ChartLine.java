package io.alphaforge.ui.kit.chart;

import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PriceText;

/**
 * One line of a chart.
 *
 * @param name for the legend
 * @param values one a bar, NaN where there is none
 * @param area whether the room between the line and the edge of the scale is tinted
 */
public record ChartLine(String name, LinePyramid values, LineRole role, Unit unit, boolean area) {

    /** How values are written. */
    public enum Unit {
        PRICE,
        FIGURE,
        PERCENT
    }

    /** A value as the legend shows it. */
    String text(double value) {
        return switch (unit) {
            case PRICE -> PriceText.of(value);
            case FIGURE -> Formats.number(value, 2);
            case PERCENT -> Formats.percent(value, 2);
        };
    }
}
