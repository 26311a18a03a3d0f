package io.alphaforge.ui.dashboard;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.Tile.SkinType;
import io.alphaforge.ui.kit.Hints;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A tile with a title, a figure and a line of detail. The stylesheet says how it looks in either theme. */
final class MarketTile {
    private static final double HEIGHT = 80;

    private final Tile tile;
    private final VBox content = new VBox();
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
        content.getChildren().addAll(value, detail);
    }

    /** A tile without content below its title. */
    MarketTile(String title, double width, String definition) {
        this.title = title;
        Label caption = new Label(title);
        caption.getStyleClass().add("tile-title");
        content.getStyleClass().add("market-tile-content");
        content.getChildren().add(caption);
        tile = new Tile(SkinType.CUSTOM);
        tile.setAnimated(false);
        tile.setSkin(new MarketTileSkin(tile, content));
        tile.setPrefSize(width, HEIGHT);
        tile.setMinSize(width / 2, HEIGHT);
        tile.setMaxSize(Double.MAX_VALUE, HEIGHT);
        tile.getStyleClass().setAll("market-tile-place");
        tile.setAccessibleText(title);
        Hints.explain(tile, definition);
        HBox.setHgrow(tile, Priority.ALWAYS);
    }

    /** Adds something below what is there. */
    void add(Node node) {
        content.getChildren().add(node);
    }

    /** Shows something beside the figure. */
    void showBeside(Node node) {
        value.setGraphic(node);
    }

    void show(String figure, String line) {
        value.setText(figure);
        detail.setText(line);
        tile.setAccessibleText(title + ": " + figure + (line.isEmpty() ? "" : ", " + line));
    }

    Tile node() {
        return tile;
    }
}
