package io.alphaforge.ui.kit.chart;

/**
 * Where values are on the vertical axis of a pane.
 *
 * @param low value at the lower edge
 * @param high value at the upper edge, above {@code low}
 * @param logarithmic equal distances for equal ratios; {@code low} is above 0 then
 * @param top vertical position of the upper edge in pixels
 * @param height in pixels
 */
record Scale(double low, double high, boolean logarithmic, double top, double height) {

    /**
     * The scale on which a range of values fills the height.
     *
     * @param low not finite when there are no values
     * @param logarithmic ignored where values are not all above 0
     */
    static Scale fit(double low, double high, boolean logarithmic, double top, double height) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return new Scale(0, 1, false, top, height);
        }
        double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-9 + Double.MIN_NORMAL;
        if (high - low > least) {
            return new Scale(low, high, logarithmic && low > 0, top, height);
        }
        double around = low == 0 ? 1 : Math.abs(low) * 0.01;
        return new Scale(low - around, high + around, logarithmic && low > around, top, height);
    }

    double y(double value) {
        return top + height * (at(high) - at(value)) / (at(high) - at(low));
    }

    /** The value at a vertical position. */
    double value(double y) {
        double position = at(high) - (y - top) / height * (at(high) - at(low));
        return logarithmic ? Math.exp(position) : position;
    }

    private double at(double value) {
        return logarithmic ? Math.log(value) : value;
    }
}
