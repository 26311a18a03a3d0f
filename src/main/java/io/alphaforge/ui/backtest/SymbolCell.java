package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultRow;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The symbol of a row, with a tag where the bars are made up. */
final class SymbolCell extends TableCell<ResultRow, String> {
    private final Label tag = new Label("DEMO");

    SymbolCell() {
        getStyleClass().add("symbol");
        tag.getStyleClass().add("tag");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable String symbol, boolean empty) {
        super.updateItem(symbol, empty);
        ResultRow row =
                empty ? null : getTableRow() == null ? null : getTableRow().getItem();
        setText(empty ? null : symbol);
        setGraphic(row != null && row.synthetic() ? tag : null);
    }
}
