package io.alphaforge.ui.kit;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A large amount in little room: "1.23 M", with its unit in a place of its own; the whole figure on hover. */
final class CompactCell<S> extends TableCell<S, Double> {
    private final Label unit = new Label();

    CompactCell() {
        getStyleClass().addAll("figure", "compact");
        unit.getStyleClass().add("unit");
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
