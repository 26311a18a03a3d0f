package io.alphaforge.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of a chart are: panes one below the other, the axis of values at the right, that of times at the foot.
 *
 * @param plotWidth width of the panes without the axis
 * @param panes the pane of prices first
 */
record ChartGeometry(double width, double height, double plotWidth, List<Box> panes) {
    static final double TIME_HEIGHT = 24;
    private static final double LEAST_PANE = 44;
    private static final double MOST_PANE = 128;
    private static final double PANE_SHARE = 0.17;

    /** The vertical room of one pane. */
    record Box(double top, double height) {
        double bottom() {
            return top + height;
        }

        boolean contains(double y) {
            return y >= top && y < bottom();
        }
    }

    /**
     * Shares out the room.
     *
     * @param lowerPanes how many panes there are below that of prices
     */
    static ChartGeometry of(double width, double height, double axisWidth, int lowerPanes) {
        double room = Math.max(1, height - TIME_HEIGHT);
        double lower = Math.floor(Math.clamp(room * PANE_SHARE, LEAST_PANE, MOST_PANE));
        if (lower * lowerPanes > room * 0.6) {
            lower = Math.floor(room * 0.6 / lowerPanes);
        }
        double price = Math.max(1, room - lower * lowerPanes);
        List<Box> panes = new ArrayList<>();
        panes.add(new Box(0, price));
        for (int i = 0; i < lowerPanes; i++) {
            panes.add(new Box(price + i * lower, lower));
        }
        return new ChartGeometry(width, height, Math.max(1, width - axisWidth), panes);
    }

    /** Index of the pane at a vertical position, -1 below them. */
    int paneAt(double y) {
        for (int i = 0; i < panes.size(); i++) {
            if (panes.get(i).contains(y)) {
                return i;
            }
        }
        return -1;
    }
}
