package io.alphaforge.ui.kit.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Where the visible columns of a table lie beside each other.
 *
 * @param places from left to right, the first one at 0
 * @param <S> rows
 */
record Strip<S>(List<Place<S>> places) {
    /**
     * One column.
     *
     * @param painter null for a column that shows nothing
     */
    record Place<S>(TableColumn<S, ?> column, @Nullable CellPainter<S> painter, double x, double width) {
        /** Whether what the column says is less important than the rest. */
        boolean muted() {
            return column.getStyleClass().contains("muted-column");
        }

        double end() {
            return x + width;
        }
    }

    static <S> Strip<S> of(TableView<S> table) {
        List<Place<S>> places = new ArrayList<>();
        double x = 0;
        for (TableColumn<S, ?> column : table.getVisibleLeafColumns()) {
            places.add(new Place<>(column, Painters.of(column), x, column.getWidth()));
            x += column.getWidth();
        }
        return new Strip<>(List.copyOf(places));
    }

    double width() {
        return places.isEmpty() ? 0 : places.getLast().end();
    }

    /** The column at a place; null beside all of them. */
    @Nullable
    Place<S> at(double x) {
        for (Place<S> place : places) {
            if (x >= place.x() && x < place.end()) {
                return place;
            }
        }
        return null;
    }

    /** The column whose right edge is within reach; of two at one place the one that has no width left. */
    @Nullable
    Place<S> edge(double x, double reach) {
        Place<S> found = null;
        for (Place<S> place : places) {
            if (Math.abs(place.end() - x) <= reach && place.column().isResizable()) {
                found = place;
            }
        }
        return found;
    }
}
