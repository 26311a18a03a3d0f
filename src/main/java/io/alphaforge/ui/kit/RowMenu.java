package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.PaintedSkin;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

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
            if (wanted && !typed(event)) {
                show(table, menu);
                event.consume();
            }
        });
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger() && !typed(event)) {
                show(table, menu);
                event.consume();
            }
        });
    }

    /** What is typed into a cell has a menu of its own. */
    private static boolean typed(InputEvent event) {
        return event.getTarget() instanceof TextInputControl;
    }

    private static void show(TableView<?> table, ContextMenu menu) {
        Bounds place = table.localToScreen(table.getLayoutBounds());
        if (menu.isShowing() || place == null) {
            return;
        }
        double below = place.getMinY() + bottomOfFocus(table);
        menu.show(table, place.getMinX() + 24, Math.clamp(below, place.getMinY(), place.getMaxY()));
    }

    private static <S> double bottomOfFocus(TableView<S> table) {
        int row = Math.max(0, table.getFocusModel().getFocusedIndex());
        return PaintedSkin.of(table).cell(row, table.getVisibleLeafColumn(0)).getMaxY();
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
