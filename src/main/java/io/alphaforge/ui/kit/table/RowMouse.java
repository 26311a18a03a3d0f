package io.alphaforge.ui.kit.table;

import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * What the mouse does to rows: it selects them as in every table, opens one by a double click, and is handed to a cell that
 * wants it.
 *
 * @param <S> rows
 */
final class RowMouse<S> {
    private final TableView<S> table;
    private final TableSurface<S> surface;
    private final TableScroll scroll;
    private final RowLook<S> look;
    private final Selecting<S> selecting;

    RowMouse(TableView<S> table, TableSurface<S> surface, TableScroll scroll, RowLook<S> look, Selecting<S> selecting) {
        this.table = table;
        this.surface = surface;
        this.scroll = scroll;
        this.look = look;
        this.selecting = selecting;
    }

    /** The row at a height of the picture; -1 for none. */
    int at(double y) {
        if (y < surface.header().height()) {
            return -1;
        }
        int row = (int) ((y - surface.header().height() + scroll.y()) / scroll.rowHeight());
        return row < table.getItems().size() ? row : -1;
    }

    void pressed(MouseEvent event) {
        int row = at(event.getY());
        if (row < 0) {
            return;
        }
        if (event.getButton() == MouseButton.PRIMARY) {
            selecting.pressed(row, event.isShiftDown(), event.isShortcutDown());
        } else if (event.getButton() == MouseButton.SECONDARY
                && !table.getSelectionModel().isSelected(row)) {
            // A menu is about what is selected.
            selecting.pressed(row, false, false);
        }
    }

    void clicked(MouseEvent event) {
        int index = at(event.getY());
        if (index < 0 || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        S row = table.getItems().get(index);
        Strip.Place<S> place = surface.strip().at(event.getX() + scroll.x());
        CellPainter<S> painter = place == null ? null : place.painter();
        if ((painter == null || !painter.clicked(row)) && event.getClickCount() == 2) {
            look.open().accept(row);
        }
    }
}
