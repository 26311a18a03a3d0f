package io.alphaforge.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the selected rows of a table, as a menu: by the right button of the mouse, and by the Menu key or
 * Shift+F10 below the row that has the keyboard. Its items name their keys but do not have them: those of a context menu
 * would work in the whole window, and a blank typed into a filter would give a star.
 */
public final class RowMenu {
    private RowMenu() {}

    /** Gives a table its menu. */
    public static void install(TableView<?> table, ContextMenu menu) {
        table.setContextMenu(menu);
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean f10 = event.getCode() == KeyCode.F10 && event.isShiftDown() && !event.isShortcutDown();
            boolean wanted = f10 || event.getCode() == KeyCode.CONTEXT_MENU;
            // What is typed into a cell has a menu of its own.
            if (wanted && table.getEditingCell() == null) {
                show(table, menu);
                event.consume();
            }
        });
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!event.isKeyboardTrigger()) {
                select(table, event.getPickResult().getIntersectedNode());
            } else if (table.getEditingCell() == null) {
                show(table, menu);
                event.consume();
            }
        });
    }

    /** Selects the row below the mouse, which a long touch has not done yet when it asks for the menu. */
    private static void select(TableView<?> table, @Nullable Node below) {
        Node node = below;
        while (node != null && !(node instanceof TableRow<?>)) {
            node = node.getParent();
        }
        if (node instanceof TableRow<?> row
                && !row.isEmpty()
                && !table.getSelectionModel().isSelected(row.getIndex())) {
            table.getSelectionModel().clearAndSelect(row.getIndex());
        }
    }

    private static void show(TableView<?> table, ContextMenu menu) {
        Bounds place = table.localToScreen(table.getLayoutBounds());
        if (menu.isShowing() || place == null) {
            return;
        }
        double below = place.getMinY();
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (node instanceof TableRow<?> row
                    && !row.isEmpty()
                    && row.getIndex() == table.getFocusModel().getFocusedIndex()) {
                below = row.localToScreen(row.getLayoutBounds()).getMaxY();
            }
        }
        menu.show(table, place.getMinX() + 24, Math.clamp(below, place.getMinY(), place.getMaxY()));
    }

    /**
     * An item.
     *
     * @param title with its key in brackets: "Open (Enter)"
     */
    public static MenuItem item(String id, String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** What every table offers: to copy the selected rows as text. */
    public static MenuItem copy(TableView<?> table) {
        return item("copy-rows", "Copy as text (Ctrl+C)", () -> TableText.copy(table));
    }

    /**
     * What a table with an export offers.
     *
     * @param export writes all rows of the table
     */
    public static MenuItem export(Runnable export) {
        return item("export-rows", "Export all rows as CSV… (Ctrl+E)", export);
    }
}
