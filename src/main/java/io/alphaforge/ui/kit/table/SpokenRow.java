package io.alphaforge.ui.kit.table;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A row as assistive technology hears it, as what is drawn has no nodes of its own: each visible column with what its cell
 * says.
 *
 * @param <S> rows
 */
final class SpokenRow<S> extends Region {
    /** Stands in figures for digits that there are none of. */
    private static final char FIGURE_SPACE = '\u2007';

    private final TableView<S> table;

    SpokenRow(TableView<S> table) {
        this.table = table;
        setManaged(false);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TABLE_ROW);
    }

    /** This node with the words of a row; null where there is no such row. */
    @Nullable
    SpokenRow<S> row(int index) {
        List<S> rows = table.getItems();
        if (index < 0 || index >= rows.size()) {
            return null;
        }
        setAccessibleText(words(rows.get(index)));
        return this;
    }

    private String words(S row) {
        return table.getVisibleLeafColumns().stream()
                .map(column -> words(column, row))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String words(TableColumn<S, ?> column, S row) {
        CellPainter<S> painter = Painters.of(column);
        String text = painter == null
                ? ""
                : painter.text(row).replace(FIGURE_SPACE, ' ').strip();
        return text.isEmpty() ? "" : column.getText() + " " + text;
    }
}
