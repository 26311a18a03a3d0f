package io.alphaforge.ui.kit.table;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** How far a table is scrolled, in whole pixels, and its two bars. */
final class TableScroll {
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final double rowHeight;
    private double viewHeight;

    TableScroll(double rowHeight) {
        this.rowHeight = rowHeight;
        vertical.setOrientation(Orientation.VERTICAL);
        vertical.setUnitIncrement(rowHeight);
        horizontal.setUnitIncrement(40);
        vertical.getStyleClass().add("table-scroll");
        horizontal.getStyleClass().add("table-scroll");
    }

    ScrollBar vertical() {
        return vertical;
    }

    ScrollBar horizontal() {
        return horizontal;
    }

    double rowHeight() {
        return rowHeight;
    }

    double x() {
        return horizontal.isVisible() ? Math.rint(horizontal.getValue()) : 0;
    }

    double y() {
        return vertical.isVisible() ? Math.rint(vertical.getValue()) : 0;
    }

    int firstRow() {
        return (int) (y() / rowHeight);
    }

    /** So many rows are on screen as a whole. */
    int rowsOnScreen() {
        return Math.max(1, (int) (viewHeight / rowHeight));
    }

    /** Follows the number of rows and the room for them; what is at the upper edge stays there as far as can be. */
    void fit(int rows, double height, double contentWidth, double width) {
        viewHeight = height;
        fit(vertical, rows * rowHeight, height);
        fit(horizontal, contentWidth, width);
    }

    private static void fit(ScrollBar bar, double content, double view) {
        double most = Math.max(0, content - view);
        bar.setVisible(most > 0 && view > 0);
        bar.setMax(most);
        bar.setVisibleAmount(content <= 0 ? 0 : most * Math.min(1, view / content));
        bar.setBlockIncrement(view);
        bar.setValue(Math.clamp(bar.getValue(), 0, most));
    }

    void toY(double y) {
        vertical.setValue(Math.clamp(y, 0, vertical.getMax()));
    }

    void toX(double x) {
        horizontal.setValue(Math.clamp(x, 0, horizontal.getMax()));
    }

    /** Puts a row at the upper edge. */
    void toTop(int row) {
        toY(row * rowHeight);
    }

    /** Scrolls no farther than it takes for a row to be on screen. */
    void reveal(int row) {
        double top = row * rowHeight;
        if (top < y()) {
            toY(top);
        } else if (top + rowHeight > y() + viewHeight) {
            toY(top + rowHeight - viewHeight);
        }
    }
}
