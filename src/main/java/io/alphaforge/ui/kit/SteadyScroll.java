package io.alphaforge.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the user looks at in place while rows are added to a sorted table: the selected rows stay selected, and the
 * row at the upper edge stays there, unless the table shows its beginning, which then goes on showing the beginning.
 *
 * @param <S> rows
 */
public final class SteadyScroll<S> {
    private final TableView<S> table;
    private List<S> selected = List.of();
    private @Nullable S top;
    private double offset;

    public SteadyScroll(TableView<S> table) {
        this.table = table;
    }

    /** To be called before rows are added. */
    public void remember() {
        selected = new ArrayList<>(table.getSelectionModel().getSelectedItems());
        top = null;
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        if (first != null
                && first.getIndex() < table.getItems().size()
                && (first.getIndex() > 0 || first.getLayoutY() < 0)) {
            top = table.getItems().get(first.getIndex());
            offset = first.getLayoutY();
        }
    }

    /** To be called after rows were added. */
    public void restore() {
        if (!selected.equals(table.getSelectionModel().getSelectedItems())) {
            table.getSelectionModel().clearSelection();
            selected.forEach(table.getSelectionModel()::select);
        }
        VirtualFlow<?> flow = flow();
        if (top == null || flow == null) {
            return;
        }
        int index = table.getItems().indexOf(top);
        if (index >= 0) {
            // The flow has to know the new number of rows before it can go to one.
            table.layout();
            flow.scrollToTop(index);
            flow.scrollPixels(-offset);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        Node node = table.lookup(".virtual-flow");
        return node instanceof VirtualFlow<?> flow ? flow : null;
    }
}
