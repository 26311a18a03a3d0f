package io.alphaforge.ui.dashboard;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.skins.TileSkin;
import javafx.scene.Node;

/**
 * The skin of a tile that is as wide as there is room, and whose looks are all in the stylesheet. The skins of the library
 * scale their text with the tile's height, which leaves none to read in a tile of a few lines.
 */
final class MarketTileSkin extends TileSkin {
    private final Node content;

    MarketTileSkin(Tile tile, Node content) {
        super(tile);
        this.content = content;
        content.setManaged(false);
        getPane().getStyleClass().setAll("market-tile");
        // Without the regions for notes and buttons, which stay empty here.
        getPane().getChildren().setAll(content);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        getPane().resizeRelocate(x, y, width, height);
        content.resizeRelocate(0, 0, width, height);
    }

    @Override
    protected void resize() {
        // The layout does.
    }

    @Override
    protected void redraw() {
        // The stylesheet does.
    }
}
