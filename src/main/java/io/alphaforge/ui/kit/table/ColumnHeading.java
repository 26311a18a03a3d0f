package io.alphaforge.ui.kit.table;

import javafx.scene.control.TableColumn;

/**
 * What stands over a column and what it means.
 *
 * @param title short; may have two lines
 * @param definition shows on hover
 */
public record ColumnHeading(String title, String definition) {
    /** Heads a column. */
    public void over(TableColumn<?, ?> column) {
        column.getProperties().put(ColumnHeading.class, this);
    }

    /** The heading of a column; its text where it has no other. */
    public static ColumnHeading of(TableColumn<?, ?> column) {
        return column.getProperties().get(ColumnHeading.class) instanceof ColumnHeading heading
                ? heading
                : new ColumnHeading(column.getText(), "");
    }

    boolean twoLines() {
        return title.indexOf('\n') >= 0;
    }
}
