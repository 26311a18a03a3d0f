package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.dashboard.MarketSummary.Mover;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A tile with a few coins and their changes; a click on a coin opens it. */
final class MoverTile {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final MarketTile tile;
    private final VBox lines = new VBox();
    private final String id;
    private final Consumer<String> open;

    MoverTile(String id, String title, String definition, Consumer<String> open) {
        this.id = id;
        this.open = open;
        tile = new MarketTile(title, 216, definition);
        lines.setId("tile-" + id);
        lines.getStyleClass().add("movers");
        tile.add(lines);
    }

    void show(List<Mover> movers) {
        lines.getChildren().clear();
        for (Mover mover : movers) {
            lines.getChildren().add(line(mover, lines.getChildren().size() + 1));
        }
        if (movers.isEmpty()) {
            lines.getChildren().add(new Label(Formats.UNDEFINED));
        }
    }

    private HBox line(Mover mover, int rank) {
        Hyperlink coin = new Hyperlink(mover.base());
        coin.setId(id + "-" + rank);
        coin.setMinWidth(0);
        coin.setAccessibleText(mover.symbol());
        Hints.explain(coin, "Open " + mover.symbol());
        coin.setOnAction(event -> open.accept(mover.symbol()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region arrow = new Region();
        arrow.getStyleClass().add("change-arrow");
        Label change = new Label(Formats.changePercent(mover.changePct()), arrow);
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.getStyleClass().add("change");
        int direction = Formats.direction(mover.changePct(), 2);
        change.pseudoClassStateChanged(UP, direction > 0);
        change.pseudoClassStateChanged(DOWN, direction < 0);
        HBox line = new HBox(coin, gap, change);
        line.getStyleClass().add("mover");
        return line;
    }

    VBox node() {
        return tile.node();
    }
}
