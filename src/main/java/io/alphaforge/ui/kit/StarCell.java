package io.alphaforge.ui.kit;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The star of a coin that is on the watchlist; a click gives or takes it.
 *
 * @param <S> rows
 */
public final class StarCell<S> extends TableCell<S, Boolean> {
    private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");

    private final Region star = new Region();

    /** A cell that tells {@code toggle} of clicks. */
    public StarCell(Consumer<S> toggle) {
        getStyleClass().add("star-cell");
        star.getStyleClass().add("star");
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            S row = isEmpty() || getTableRow() == null ? null : getTableRow().getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY) {
                toggle.accept(row);
                // Two quick clicks on a star do not open the coin.
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Boolean starred, boolean empty) {
        super.updateItem(starred, empty);
        boolean shines = false;
        if (empty || starred == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            shines = starred;
            setGraphic(star);
            setAccessibleText(shines ? "On the watchlist" : "Not on the watchlist");
        }
        pseudoClassStateChanged(STARRED, shines);
    }
}
