package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.PaintedSkin;
import io.alphaforge.ui.kit.table.RowLook;
import javafx.scene.control.TableView;

/** Gives tables the look of this application: rows that are drawn, hints on hover, and copies as text. */
public final class PaintedTable {
    private PaintedTable() {}

    /**
     * Makes a table draw its rows. To be called when it has its columns.
     *
     * @param rowHeight in pixels
     */
    public static <S> void install(TableView<S> table, double rowHeight, RowLook<S> look) {
        install(table, rowHeight, look, false);
    }

    /** As {@link #install}, with all the width that is left for the last column. */
    public static <S> void filling(TableView<S> table, double rowHeight, RowLook<S> look) {
        install(table, rowHeight, look, true);
    }

    private static <S> void install(TableView<S> table, double rowHeight, RowLook<S> look, boolean filling) {
        table.setFixedCellSize(rowHeight);
        table.setSkin(new PaintedSkin<>(table, look, Hints.tooltip(""), filling));
        TableText.install(table);
    }
}
