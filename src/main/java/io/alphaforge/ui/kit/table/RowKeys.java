package io.alphaforge.ui.kit.table;

import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/**
 * What the keyboard does to rows: arrows, Page Up and Down, Home and End move, with Shift they select on the way, with Ctrl
 * they leave the selection alone; Ctrl+A selects all, and the arrows to the sides scroll.
 *
 * @param <S> rows
 */
final class RowKeys<S> {
    private final TableView<S> table;
    private final TableScroll scroll;
    private final Selecting<S> selecting;

    RowKeys(TableView<S> table, TableScroll scroll, Selecting<S> selecting) {
        this.table = table;
        this.scroll = scroll;
        this.selecting = selecting;
    }

    void pressed(KeyEvent event) {
        if (!event.isAltDown() && done(event)) {
            // Else the arrows would carry the focus out of the table.
            event.consume();
        }
    }

    private boolean done(KeyEvent event) {
        int rows = table.getItems().size();
        int page = Math.max(1, scroll.rowsOnScreen() - 1);
        int now = selecting.focused();
        return switch (event.getCode()) {
            case UP, KP_UP -> move(event, now - 1, rows);
            case DOWN, KP_DOWN -> move(event, now + 1, rows);
            case PAGE_UP -> move(event, now - page, rows);
            case PAGE_DOWN -> move(event, now + page, rows);
            case HOME -> move(event, 0, rows);
            case END -> move(event, rows - 1, rows);
            case LEFT, KP_LEFT -> aside(-1);
            case RIGHT, KP_RIGHT -> aside(1);
            case A -> event.isShortcutDown() && all();
            case SPACE -> event.isShortcutDown() && now >= 0 && toggle(now);
            default -> false;
        };
    }

    private boolean move(KeyEvent event, int to, int rows) {
        if (rows == 0) {
            return true;
        }
        int row = Math.clamp(to, 0, rows - 1);
        if (event.isShortcutDown() && !event.isShiftDown()) {
            table.getFocusModel().focus(row);
        } else {
            selecting.pressed(row, event.isShiftDown(), false);
        }
        scroll.reveal(row);
        return true;
    }

    private boolean aside(int direction) {
        scroll.toX(scroll.x() + direction * scroll.horizontal().getUnitIncrement());
        return true;
    }

    private boolean all() {
        if (table.getSelectionModel().getSelectionMode() == SelectionMode.MULTIPLE) {
            table.getSelectionModel().selectAll();
        }
        return true;
    }

    private boolean toggle(int row) {
        selecting.pressed(row, false, true);
        return true;
    }
}
