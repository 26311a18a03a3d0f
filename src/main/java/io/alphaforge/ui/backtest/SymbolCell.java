package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultRow;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The symbol of a row, with a tag where the bars are made up; a symbol that ends in .DEMO has that end in the tag. */
final class SymbolCell extends TableCell<ResultRow, String> {
    private static final String SUFFIX = ".DEMO";

    private final Label tag = new Label();

    SymbolCell() {
        getStyleClass().add("symbol");
        tag.getStyleClass().add("tag");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable String symbol, boolean empty) {
        super.updateItem(symbol, empty);
        ResultRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
        boolean synthetic = row != null && row.synthetic();
        boolean suffixed = synthetic && symbol != null && symbol.endsWith(SUFFIX);
        tag.setText(suffixed ? SUFFIX : "DEMO");
        setText(
                symbol == null || empty
                        ? null
                        : suffixed ? symbol.substring(0, symbol.length() - SUFFIX.length()) : symbol);
        setGraphic(synthetic ? tag : null);
        setAccessibleText(symbol);
    }
}
