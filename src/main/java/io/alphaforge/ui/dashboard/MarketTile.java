package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.kit.Hints;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A tile with a title, a figure and a line of detail. The stylesheet says how it looks in either theme. */
final class MarketTile {
    static final double HEIGHT = 80;

    private final VBox root = new VBox();
    private final Label value = new Label();
    private final Label detail = new Label();
    private final String title;

    /**
     * A tile.
     *
     * @param id of the figure, behind {@code tile-}
     * @param width at the least; what is left over is shared out
     * @param definition of the figure, on hover
     */
    MarketTile(String id, String title, double width, String definition) {
        this(title, width, definition);
        value.setId("tile-" + id);
        value.getStyleClass().add("tile-value");
        detail.setId("tile-" + id + "-detail");
        detail.getStyleClass().add("tile-detail");
        root.getChildren().addAll(value, detail);
    }

    /** A tile without content below its title. */
    MarketTile(String title, double width, String definition) {
        this.title = title;
        Label caption = new Label(title);
        caption.getStyleClass().add("tile-title");
        root.getStyleClass().add("market-tile");
        root.getChildren().add(caption);
        root.setPrefSize(width, HEIGHT);
        root.setMinSize(width / 2, HEIGHT);
        root.setMaxSize(Double.MAX_VALUE, HEIGHT);
        root.setAccessibleRole(AccessibleRole.TEXT);
        root.setAccessibleText(title);
        Hints.explain(root, definition);
        HBox.setHgrow(root, Priority.ALWAYS);
    }

    /** Adds something below what is there. */
    void add(Node node) {
        root.getChildren().add(node);
    }

    /** Shows something beside the figure. */
    void showBeside(Node node) {
        value.setGraphic(node);
    }

    void show(String figure, String line) {
        value.setText(figure);
        detail.setText(line);
        root.setAccessibleText(title + ": " + figure + (line.isEmpty() ? "" : ", " + line));
    }

    VBox node() {
        return root;
    }
}
