package io.alphaforge.ui.scripted;

import io.alphaforge.ui.kit.table.PaintedSkin;
import io.alphaforge.ui.kit.table.Painters;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;

/** Cells of tables that draw them. To be called on the JavaFX thread. */
public final class Drawn {
    private Drawn() {}

    /** The column with this id. */
    public static <S> TableColumn<S, ?> column(TableView<S> table, String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** What a cell says. */
    public static <S> String text(TableView<S> table, int row, String column) {
        return Objects.requireNonNull(Painters.of(column(table, column)))
                .text(table.getItems().get(row));
    }

    /** Where a cell is on the screen. */
    public static <S> Bounds onScreen(TableView<S> table, int row, String column) {
        return table.localToScreen(PaintedSkin.of(table).cell(row, column(table, column)));
    }

    /** The middle of a cell on the screen. */
    public static <S> Point2D middle(TableView<S> table, int row, String column) {
        Bounds cell = onScreen(table, row, column);
        return new Point2D(cell.getCenterX(), cell.getCenterY());
    }

    /** The middle of a column's heading on the screen. */
    public static <S> Point2D heading(TableView<S> table, String column) {
        Bounds heading = table.localToScreen(PaintedSkin.of(table).heading(column(table, column)));
        return new Point2D(heading.getCenterX(), heading.getCenterY());
    }

    /** A cell as it looks. */
    public static <S> WritableImage picture(TableView<S> table, int row, String column) {
        Bounds cell = PaintedSkin.of(table).cell(row, column(table, column));
        SnapshotParameters part = new SnapshotParameters();
        Bounds place = table.localToParent(cell);
        part.setViewport(new Rectangle2D(place.getMinX(), place.getMinY(), cell.getWidth(), cell.getHeight()));
        return table.snapshot(part, null);
    }
}
