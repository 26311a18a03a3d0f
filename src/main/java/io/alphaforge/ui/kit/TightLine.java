package io.alphaforge.ui.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A line of nodes that never asks for more room than there is. Where it is too narrow for all of them, the ones that were
 * named give way one after another: a button with an icon goes without its text, a text ends in an ellipsis. What gives
 * way has a tip that says the whole.
 */
public final class TightLine extends MeasuredLine {
    private final List<Node> givingWay;
    private final Map<ButtonBase, Worded> worded = new HashMap<>();

    /** How much room a button wants for its icon and this text. */
    private record Worded(String text, double width) {}

    /**
     * A line of these nodes.
     *
     * @param givingWay those of them that give way, the least important one first
     */
    public TightLine(List<? extends Node> givingWay, Node... nodes) {
        super(nodes);
        this.givingWay = List.copyOf(givingWay);
        for (Node node : givingWay) {
            if (node instanceof Label label) {
                label.setMinWidth(0);
            }
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        double width = between();
        for (Node node : getManagedChildren()) {
            width += givingWay.contains(node) ? least(node) : snapSizeX(node.minWidth(-1));
        }
        return width;
    }

    @Override
    protected void layoutChildren() {
        List<Node> nodes = getManagedChildren();
        word(nodes);
        double[] widths = nodes.stream().mapToDouble(this::whole).toArray();
        double over = between() - getWidth();
        for (double width : widths) {
            over += width;
        }
        for (Node node : givingWay) {
            int at = nodes.indexOf(node);
            if (over > 0 && at >= 0) {
                double given = Math.clamp(widths[at] - snapSizeX(node.minWidth(-1)), 0, over);
                widths[at] -= given;
                over -= given;
            }
        }
        grow(nodes, widths, -over);
        place(nodes, widths, getAlignment().getVpos());
    }

    /** Lets buttons go without their text, or have it again, when what gives way before them is not enough. */
    private void word(List<Node> nodes) {
        double over = between() - getWidth();
        for (Node node : nodes) {
            over += mayBeIcon(node) ? worded((ButtonBase) node) : whole(node);
        }
        for (Node node : givingWay) {
            if (!nodes.contains(node)) {
                continue;
            }
            if (mayBeIcon(node)) {
                ButtonBase button = (ButtonBase) node;
                boolean icon = over > 0;
                double words = worded(button);
                display(button, icon);
                over -= icon ? words - whole(button) : 0;
            } else {
                over -= over > 0 ? whole(node) - least(node) : 0;
            }
        }
    }

    private boolean mayBeIcon(Node node) {
        return node instanceof ButtonBase button
                && givingWay.contains(button)
                && button.getGraphic() != null
                && !button.getText().isEmpty();
    }

    /** Measured once for each text: every measuring would ask for another layout. */
    private double worded(ButtonBase button) {
        Worded known = worded.get(button);
        if (known == null || !known.text().equals(button.getText())) {
            display(button, false);
            known = new Worded(button.getText(), snapSizeX(button.prefWidth(-1)));
            worded.put(button, known);
        }
        return known.width();
    }

    private static void display(ButtonBase button, boolean icon) {
        ContentDisplay wanted = icon ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        if (button.getContentDisplay() != wanted) {
            button.setContentDisplay(wanted);
        }
    }

    private void grow(List<Node> nodes, double[] widths, double room) {
        long growing =
                nodes.stream().filter(n -> HBox.getHgrow(n) == Priority.ALWAYS).count();
        for (int i = 0; i < widths.length; i++) {
            if (room > 0 && HBox.getHgrow(nodes.get(i)) == Priority.ALWAYS) {
                widths[i] += room / growing;
            }
        }
    }

    private double whole(Node node) {
        return snapSizeX(Math.max(node.minWidth(-1), node.prefWidth(-1)));
    }

    private double least(Node node) {
        if (mayBeIcon(node)) {
            ButtonBase button = (ButtonBase) node;
            Insets insets = button.getInsets();
            return snapSizeX(insets.getLeft() + button.getGraphic().prefWidth(-1) + insets.getRight());
        }
        return snapSizeX(node.minWidth(-1));
    }

    private double between() {
        int gaps = Math.max(0, getManagedChildren().size() - 1);
        return getInsets().getLeft() + getInsets().getRight() + gaps * snapSpaceX(getSpacing());
    }
}
