package io.alphaforge.ui.kit.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Names and values of what one row of a pane shows, over its upper left corner. */
final class Legend extends HBox {
    private static final double VEIL = 0.72;

    private final List<Label> values = new ArrayList<>();
    private final List<HBox> entries = new ArrayList<>();
    private @Nullable Color behind;

    /** @param title before the entries; empty for none */
    Legend(String title, List<String> names) {
        getStyleClass().add("plot-legend");
        setMouseTransparent(true);
        setManaged(false);
        if (!title.isEmpty()) {
            Label label = new Label(title);
            label.getStyleClass().add("plot-legend-title");
            getChildren().add(label);
        }
        for (String name : names) {
            Label value = new Label();
            value.getStyleClass().add("plot-legend-value");
            values.add(value);
            HBox entry = new HBox(value);
            entry.getStyleClass().add("plot-legend-entry");
            if (!name.isEmpty()) {
                Label label = new Label(name);
                label.getStyleClass().add("plot-legend-name");
                entry.getChildren().addFirst(label);
            }
            entries.add(entry);
            getChildren().add(entry);
        }
    }

    /** What is drawn below shines through a little. */
    void backdrop(Color color) {
        if (!color.equals(behind)) {
            behind = color;
            Color faint = color.deriveColor(0, 1, 1, VEIL);
            setBackground(getChildren().isEmpty() ? null : Background.fill(faint));
        }
    }

    /** Values in the order of the names. */
    void show(List<String> texts) {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).setText(texts.get(i));
        }
    }

    /**
     * Leaves entries out as far as there is no room for all of them, so that no figure is cut; returns how wide the rest is.
     *
     * @param leastFirst indices of those that may be left out
     */
    double fit(double room, List<Integer> leastFirst) {
        Set<HBox> left = new HashSet<>();
        double width = width(left);
        for (int index : leastFirst) {
            if (width > room) {
                left.add(entries.get(index));
                width = width(left);
            }
        }
        for (HBox entry : entries) {
            entry.setManaged(!left.contains(entry));
            entry.setVisible(!left.contains(entry));
        }
        return Math.min(width, room);
    }

    private double width(Set<HBox> left) {
        double width = snappedLeftInset() + snappedRightInset();
        int shown = 0;
        for (Node child : getChildren()) {
            if (!left.contains(child)) {
                width += snapSizeX(child.prefWidth(-1));
                shown++;
            }
        }
        return width + Math.max(0, shown - 1) * snapSpaceX(getSpacing());
    }

    /** How many values there are. */
    int size() {
        return values.size();
    }

    /** The colour of one value. */
    void color(int index, Color color) {
        values.get(index).setTextFill(color);
    }

    List<String> texts() {
        return values.stream().map(Label::getText).toList();
    }
}
