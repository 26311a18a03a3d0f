package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.dashboard.MarketSummary.Breadth;
import io.alphaforge.ui.kit.Formats;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How many coins rose and how many fell, with arrows. */
final class BreadthFigure extends HBox {
    private final Label rose = count("up");
    private final Label fell = count("down");

    BreadthFigure() {
        getStyleClass().add("breadth-figure");
        getChildren().addAll(rose, fell);
    }

    void show(Breadth counts) {
        setVisible(counts.known() > 0);
        rose.setText(Formats.count(counts.advancing()));
        fell.setText(Formats.count(counts.declining()));
    }

    private static Label count(String direction) {
        Region arrow = new Region();
        arrow.getStyleClass().add("change-arrow");
        Label label = new Label("", arrow);
        label.setId("breadth-" + direction);
        label.getStyleClass().addAll("tile-value", "change");
        label.pseudoClassStateChanged(PseudoClass.getPseudoClass(direction), true);
        return label;
    }
}
