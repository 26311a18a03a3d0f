package io.alphaforge.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A right-aligned figure; one that is a change has its sign and an arrow, so that it reads without colour. */
final class FigureCell<S> extends TableCell<S, Double> {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private static final double MANY = 9_999.995;

    private final int decimals;
    private final boolean change;

    FigureCell(int decimals, boolean change) {
        this.decimals = decimals;
        this.change = change;
        getStyleClass().add("figure");
        if (change) {
            Region arrow = new Region();
            arrow.getStyleClass().add("change-arrow");
            // One place for the arrow in every row keeps the decimal points of the column in line.
            getStyleClass().add("change");
            setContentDisplay(ContentDisplay.RIGHT);
            setGraphic(arrow);
        }
    }

    @Override
    protected void updateItem(@Nullable Double value, boolean empty) {
        super.updateItem(value, empty);
        int direction = 0;
        if (empty || value == null) {
            setText(null);
        } else {
            String text = text(value);
            setText(text);
            direction = change ? Formats.direction(text) : 0;
        }
        pseudoClassStateChanged(UP, direction > 0);
        pseudoClassStateChanged(DOWN, direction < 0);
    }

    private String text(double value) {
        // Beside so many digits the decimals say nothing, and together there is no room for them.
        int shown = change && Math.abs(value) >= MANY ? 0 : decimals;
        return change ? Formats.change(value, shown) : Formats.number(value, shown);
    }
}
