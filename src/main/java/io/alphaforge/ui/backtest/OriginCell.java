package io.alphaforge.ui.backtest;

import io.alphaforge.run.Origin;
import io.alphaforge.run.ResultRow;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Whether a row was kept or computed in two or three words, and in a sentence on hover. */
final class OriginCell extends TableCell<ResultRow, Origin> {
    private final Tooltip why = FormRows.tooltip("");

    @Override
    protected void updateItem(@Nullable Origin origin, boolean empty) {
        super.updateItem(origin, empty);
        if (empty || origin == null) {
            setText(null);
            setTooltip(null);
        } else {
            setText(origin.title());
            why.setText(origin.description());
            setTooltip(why);
        }
    }
}
