package io.alphaforge.ui.kit;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A line that decides itself how wide each of its nodes is. */
abstract class MeasuredLine extends HBox {
    MeasuredLine(Node... nodes) {
        super(nodes);
    }

    /** Puts nodes side by side, each as wide as its place in {@code widths} says. */
    final void place(List<Node> nodes, double[] widths, VPos vertical) {
        Insets insets = getInsets();
        double x = insets.getLeft();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        for (int i = 0; i < widths.length; i++) {
            layoutInArea(
                    nodes.get(i),
                    x,
                    insets.getTop(),
                    widths[i],
                    height,
                    0,
                    null,
                    true,
                    isFillHeight(),
                    HPos.LEFT,
                    vertical);
            x += widths[i] + snapSpaceX(getSpacing());
        }
    }
}
