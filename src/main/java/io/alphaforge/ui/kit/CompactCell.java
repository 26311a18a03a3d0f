package io.alphaforge.ui.kit;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A large amount in little room: "1.23 M", with its unit in a place of its own; the whole figure on hover. */
final class CompactCell<S> extends TableCell<S, Double> {
    /** As wide as the widest unit, so that figures stay below each other. */
    private static final double UNIT_WIDTH = 13;

    /** A text alone: a label would be a control more in each of hundreds of cells. */
    private final Text unit = new Text();

    CompactCell() {
        getStyleClass().addAll("figure", "compact");
        unit.getStyleClass().add("unit");
        unit.setWrappingWidth(UNIT_WIDTH);
        setContentDisplay(ContentDisplay.RIGHT);
        // Made when it is wanted: a table has hundreds of these cells.
        setOnMouseEntered(event -> {
            Double amount = getItem();
            if (amount == null || !Double.isFinite(amount)) {
                setTooltip(null);
            } else {
                setTooltip(Hints.tooltip(Formats.number(amount, Math.abs(amount) < 1000 ? 4 : 0)));
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Double amount, boolean empty) {
        super.updateItem(amount, empty);
        if (empty || amount == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(CompactText.figure(amount));
            unit.setText(CompactText.unit(amount));
            setGraphic(unit);
        }
    }
}
