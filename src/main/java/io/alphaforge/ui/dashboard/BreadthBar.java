package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.dashboard.MarketSummary.Breadth;
import javafx.scene.layout.Region;

/** A bar whose parts are the coins that rose, stayed and fell. */
final class BreadthBar extends Region {
    private static final double GAP = 2;

    private final Region rose = part("breadth-up");
    private final Region stayed = part("breadth-same");
    private final Region fell = part("breadth-down");
    private Breadth counts = new Breadth(0, 0, 0, 0);

    BreadthBar() {
        getStyleClass().add("breadth-bar");
        getChildren().addAll(rose, stayed, fell);
    }

    void show(Breadth now) {
        counts = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        int parts = 0;
        for (int count : new int[] {counts.advancing(), counts.unchanged(), counts.declining()}) {
            parts += count > 0 ? 1 : 0;
        }
        double room = getWidth() - GAP * Math.max(0, parts - 1);
        x = place(rose, x, room, counts.advancing());
        x = place(stayed, x, room, counts.unchanged());
        place(fell, x, room, counts.declining());
    }

    private double place(Region part, double x, double room, int count) {
        part.setVisible(count > 0);
        double width = count == 0 ? 0 : room * count / counts.known();
        part.resizeRelocate(x, 0, width, getHeight());
        return count == 0 ? x : x + width + GAP;
    }

    private static Region part(String styleClass) {
        Region part = new Region();
        part.getStyleClass().add(styleClass);
        return part;
    }
}
