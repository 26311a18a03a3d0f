package io.alphaforge.ui.runs;

import io.alphaforge.ui.kit.RowMenu;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;

/** What the buttons above the archive do with the selected runs, as a menu. */
final class RunMenu {
    private RunMenu() {}

    /**
     * What can be done.
     *
     * @param compare shows the two selected runs side by side
     * @param export writes all rows of the table
     */
    record Work(Runnable open, Runnable compare, Runnable rename, Runnable delete, Runnable export) {}

    static void install(TableView<?> table, Work work) {
        MenuItem open = RowMenu.item("open-run", "Open (Enter)", work.open());
        MenuItem compare = RowMenu.item("compare-runs", "Compare (Ctrl+D)", work.compare());
        MenuItem rename = RowMenu.item("rename-run", "Rename (F2)", work.rename());
        MenuItem delete = RowMenu.item("delete-runs", "Delete (Del)", work.delete());
        ContextMenu menu = new ContextMenu(
                open,
                compare,
                rename,
                delete,
                new SeparatorMenuItem(),
                RowMenu.copy(table),
                RowMenu.export(work.export()));
        menu.setOnShowing(event -> {
            int selected = table.getSelectionModel().getSelectedItems().size();
            List.of(open, rename).forEach(item -> item.setDisable(selected != 1));
            compare.setDisable(selected != 2);
            delete.setDisable(selected == 0);
        });
        RowMenu.install(table, menu);
    }
}
