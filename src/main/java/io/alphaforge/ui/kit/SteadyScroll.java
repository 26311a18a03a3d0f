package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.PaintedSkin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the user looks at in place while rows are added to a sorted table: the selected rows stay selected, and the
 * row at the upper edge stays there, unless the table shows its beginning, which then goes on showing the beginning.
 *
 * @param <S> rows
 */
public final class SteadyScroll<S> {
    private final TableView<S> table;
    private final Function<S, Object> key;
    private List<Object> selected = List.of();
    private @Nullable Object top;
    private double offset;

    public SteadyScroll(TableView<S> table) {
        this(table, row -> row);
    }

    /**
     * Keeps rows in place that are replaced by others of the same key.
     *
     * @param key what a row is recognised by
     */
    public SteadyScroll(TableView<S> table, Function<S, Object> key) {
        this.table = table;
        this.key = key;
    }

    /** To be called before rows are added. */
    public void remember() {
        selected = keys(table.getSelectionModel().getSelectedItems());
        top = null;
        double y = skin().scrolled();
        int first = skin().firstRow();
        if (y > 0 && first < table.getItems().size()) {
            top = key.apply(table.getItems().get(first));
            offset = y - first * table.getFixedCellSize();
        }
    }

    /** To be called after rows were added. */
    public void restore() {
        if (!selected.equals(keys(table.getSelectionModel().getSelectedItems()))) {
            List<Object> now = keys(table.getItems());
            table.getSelectionModel().clearSelection();
            selected.stream()
                    .mapToInt(now::indexOf)
                    .filter(index -> index >= 0)
                    .forEach(table.getSelectionModel()::select);
        }
        int index = top == null ? -1 : keys(table.getItems()).indexOf(top);
        if (index >= 0) {
            skin().scroll(index * table.getFixedCellSize() + offset);
        }
    }

    private List<Object> keys(List<S> rows) {
        List<Object> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(key.apply(row)));
        return keys;
    }

    private PaintedSkin<S> skin() {
        return PaintedSkin.of(table);
    }
}
