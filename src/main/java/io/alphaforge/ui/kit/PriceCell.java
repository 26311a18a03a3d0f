package io.alphaforge.ui.kit;

import java.util.function.IntSupplier;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A price with the decimals it deserves, its decimal point below that of the other prices. */
final class PriceCell<S> extends TableCell<S, Double> {
    private final IntSupplier mostDecimals;

    PriceCell(IntSupplier mostDecimals) {
        this.mostDecimals = mostDecimals;
        getStyleClass().add("figure");
    }

    @Override
    protected void updateItem(@Nullable Double price, boolean empty) {
        super.updateItem(price, empty);
        setText(empty || price == null ? null : PriceText.aligned(price, mostDecimals.getAsInt()));
    }
}
