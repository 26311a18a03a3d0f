package io.alphaforge.ui.dashboard;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The row of a coin: muted with the reason on hover where it is stale, opened by a double click. */
final class CoinRow extends TableRow<CoinLine> {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private @Nullable Tooltip reason;

    CoinRow(Consumer<CoinLine> open) {
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            CoinLine line = getItem();
            if (line != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open.accept(line);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable CoinLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean stale = !empty && line != null && line.row().stale();
        pseudoClassStateChanged(STALE, stale);
        if (stale && reason == null) {
            reason = new Tooltip("Stale: this coin ends over 48 h before the newest bar in the database. It counts"
                    + " neither in breadth nor among the strongest and weakest, nor in a universe of the top N.");
            reason.setWrapText(true);
            reason.setMaxWidth(360);
        }
        setTooltip(stale ? reason : null);
    }
}
