package io.alphaforge.ui.kit.table;

import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;

/**
 * The selection as mouse and keyboard change it: one row, a range from where the last single one was, or one row more.
 *
 * @param <S> rows
 */
final class Selecting<S> {
    private final TableView<S> table;
    private int anchor = -1;

    Selecting(TableView<S> table) {
        this.table = table;
    }

    /** Where the keyboard is; -1 for nowhere. */
    int focused() {
        return table.getFocusModel().getFocusedIndex();
    }

    /** Selects a row as a click on it does. */
    void pressed(int row, boolean range, boolean more) {
        boolean several = table.getSelectionModel().getSelectionMode() == SelectionMode.MULTIPLE;
        if (range && several) {
            to(row, more);
        } else if (more && several) {
            if (table.getSelectionModel().isSelected(row)) {
                table.getSelectionModel().clearSelection(row);
                table.getFocusModel().focus(row);
            } else {
                table.getSelectionModel().select(row);
            }
            anchor = row;
        } else {
            table.getSelectionModel().clearAndSelect(row);
            anchor = row;
        }
    }

    /** Selects all rows from the last single one to this. */
    void to(int row, boolean keep) {
        int rows = table.getItems().size();
        int from = anchor >= 0 && anchor < rows ? anchor : Math.max(0, focused());
        if (!keep) {
            table.getSelectionModel().clearSelection();
        }
        // The one that the keyboard goes on from comes last.
        table.getSelectionModel().selectRange(from, row >= from ? row + 1 : row - 1);
        table.getFocusModel().focus(row);
        anchor = from;
    }
}
