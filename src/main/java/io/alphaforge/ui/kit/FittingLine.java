package io.alphaforge.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/**
 * A line that shows what it has room for: every node gets the room that its content asks for and a share of what is left
 * over; where that is too much, the ones that were named are left out one after another, so that no figure is cut off.
 */
public final class FittingLine extends MeasuredLine {
    private final List<Node> leftOut;

    /**
     * A line of these nodes.
     *
     * @param leftOut those of them that may be left out, the least important one first
     */
    public FittingLine(List<? extends Node> leftOut, Node... nodes) {
        super(nodes);
        this.leftOut = List.copyOf(leftOut);
    }

    @Override
    protected double computeMinWidth(double height) {
        List<Node> least = new ArrayList<>(getManagedChildren());
        least.removeAll(leftOut);
        return needed(least);
    }

    @Override
    protected void layoutChildren() {
        List<Node> shown = new ArrayList<>(getManagedChildren());
        for (Node node : leftOut) {
            if (needed(shown) > getWidth() + 0.5) {
                shown.remove(node);
            }
        }
        getManagedChildren().forEach(node -> node.setVisible(shown.contains(node)));
        double[] widths = new double[shown.size()];
        double room = Math.max(0, getWidth() - needed(shown));
        double wanted = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = needed(shown.get(i));
            wanted += Math.max(0, shown.get(i).prefWidth(-1) - widths[i]);
        }
        double part = wanted == 0 ? 0 : Math.min(1, room / wanted);
        for (int i = 0; i < widths.length; i++) {
            widths[i] += part * Math.max(0, shown.get(i).prefWidth(-1) - widths[i]);
        }
        share(shown, widths, Math.max(0, room - wanted));
        place(shown, widths, VPos.TOP);
    }

    /** Gives the rest to those that may grow, in equal parts as far as each of them wants. */
    private static void share(List<Node> shown, double[] widths, double rest) {
        for (int round = 0; round < widths.length && rest > 0.5; round++) {
            List<Integer> growing = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                if (HBox.getHgrow(shown.get(i)) != null
                        && widths[i] < shown.get(i).maxWidth(-1)) {
                    growing.add(i);
                }
            }
            double each = growing.isEmpty() ? 0 : rest / growing.size();
            for (int i : growing) {
                double more = Math.min(each, shown.get(i).maxWidth(-1) - widths[i]);
                widths[i] += more;
                rest -= more;
            }
        }
    }

    private double needed(List<Node> nodes) {
        double width = getInsets().getLeft() + getInsets().getRight();
        for (Node node : nodes) {
            width += needed(node);
        }
        return width + Math.max(0, nodes.size() - 1) * snapSpaceX(getSpacing());
    }

    /** What the content asks for, whatever the stylesheet would prefer. */
    private double needed(Node node) {
        double width = node.minWidth(-1);
        if (node instanceof Pane pane) {
            double content = 0;
            for (Node child : pane.getChildren()) {
                double its = Math.max(child.minWidth(-1), child.prefWidth(-1));
                content = pane instanceof HBox box ? content + its + box.getSpacing() : Math.max(content, its);
            }
            width = Math.max(
                    width,
                    pane.getInsets().getLeft() + content + pane.getInsets().getRight());
        }
        return snapSizeX(width);
    }
}
