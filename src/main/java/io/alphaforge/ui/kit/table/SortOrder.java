package io.alphaforge.ui.kit.table;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/** What a click on a heading does to the order of a table. */
final class SortOrder {
    private SortOrder() {}

    /** Remembers the way in which a column is sorted by the first click. */
    static void remember(TableColumn<?, ?> column) {
        column.getProperties().putIfAbsent(SortOrder.class, column.getSortType());
    }

    /**
     * Sorts by a column: by the first click in its own way, by the second in the other, and by the third not any more.
     *
     * @param more whether the table is sorted by this column after those it is sorted by already
     */
    static <S> void clicked(TableView<S> table, TableColumn<S, ?> column, boolean more) {
        if (!column.isSortable()) {
            return;
        }
        SortType first = (SortType) column.getProperties().getOrDefault(SortOrder.class, SortType.ASCENDING);
        ObservableList<TableColumn<S, ?>> order = table.getSortOrder();
        boolean alone = order.size() == 1 && order.contains(column);
        if (!order.contains(column) || (!more && !alone)) {
            column.setSortType(first);
            if (more) {
                order.add(column);
            } else {
                order.setAll(List.of(column));
            }
        } else if (column.getSortType() == first) {
            column.setSortType(first == SortType.ASCENDING ? SortType.DESCENDING : SortType.ASCENDING);
        } else {
            order.remove(column);
            column.setSortType(first);
        }
    }
}
