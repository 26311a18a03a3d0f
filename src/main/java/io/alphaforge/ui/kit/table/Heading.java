package io.alphaforge.ui.kit.table;

import javafx.scene.control.TableColumn;

/**
 * What stands over a column and what it means.
 *
 * @param title short; may have two lines
 * @param definition shows on hover
 */
public record Heading(String title, String definition) {
    /** Heads a column. */
    public void over(TableColumn<?, ?> column) {
        column.getProperties().put(Heading.class, this);
    }

    /** The heading of a column; its text where it has no other. */
    public static Heading of(TableColumn<?, ?> column) {
        return column.getProperties().get(Heading.class) instanceof Heading heading
                ? heading
                : new Heading(column.getText(), "");
    }

    boolean twoLines() {
        return title.indexOf('\n') >= 0;
    }
}
