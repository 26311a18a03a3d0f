package io.alphaforge.ui.kit.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the mouse does to the headings: a click sorts, a drag moves a column, a drag at an edge resizes one, and a double
 * click there makes it as wide as what is in it.
 *
 * @param <S> rows
 */
final class HeaderMouse<S> {
    private static final double REACH = 4;
    /** A click may tremble by so much. */
    private static final double DRAG = 6;

    private final TableView<S> table;
    private final TableSurface<S> surface;
    private final TableScroll scroll;
    private Strip.@Nullable Place<S> resized;
    private Strip.@Nullable Place<S> pressed;
    private double from;
    private boolean dragged;
    private int target = -1;

    HeaderMouse(TableView<S> table, TableSurface<S> surface, TableScroll scroll) {
        this.table = table;
        this.surface = surface;
        this.scroll = scroll;
    }

    boolean busy() {
        return resized != null || pressed != null;
    }

    /** What the pointer looks like at a place. */
    Cursor cursor(double x) {
        return surface.strip().edge(x + scroll.x(), REACH) == null ? Cursor.DEFAULT : Cursor.H_RESIZE;
    }

    void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        from = event.getX() + scroll.x();
        dragged = false;
        resized = surface.strip().edge(from, REACH);
        if (resized == null) {
            pressed = surface.strip().at(from);
        } else if (event.getClickCount() == 2) {
            double wanted = surface.wanted(resized);
            table.resizeColumn(resized.column(), wanted - resized.width());
        }
    }

    void dragged(MouseEvent event) {
        double x = event.getX() + scroll.x();
        Strip.Place<S> edge = resized;
        Strip.Place<S> column = pressed;
        if (edge != null) {
            double wanted = Math.max(edge.column().getMinWidth(), edge.width() + x - from);
            table.resizeColumn(edge.column(), Math.rint(wanted) - edge.column().getWidth());
        } else if (column != null
                && (dragged || Math.abs(x - from) > DRAG)
                && column.column().isReorderable()) {
            dragged = true;
            target = target(x);
            surface.header().moving(column.column(), x - from, line(column.column()));
            surface.redraw();
        }
    }

    /** Before which of the visible columns one would go. */
    private int target(double x) {
        List<Strip.Place<S>> places = surface.strip().places();
        int index = 0;
        while (index < places.size()
                && x > places.get(index).x() + places.get(index).width() / 2) {
            index++;
        }
        return index;
    }

    private double line(TableColumn<S, ?> column) {
        List<Strip.Place<S>> places = surface.strip().places();
        int now = table.getVisibleLeafIndex(column);
        if (target == now || target == now + 1) {
            return Double.NaN;
        }
        return target < places.size() ? places.get(target).x() : surface.strip().width();
    }

    void released(MouseEvent event) {
        Strip.Place<S> column = pressed;
        if (column != null) {
            if (dragged) {
                move(column.column());
            } else if (event.getY() < surface.header().height()) {
                SortOrder.clicked(table, column.column(), event.isShiftDown());
            }
        }
        pressed = null;
        resized = null;
        target = -1;
        surface.header().moving(null, 0, Double.NaN);
        surface.redraw();
    }

    /** Puts a column before the one that the line stands at; hidden ones stay with the column before them. */
    private void move(TableColumn<S, ?> column) {
        if (Double.isNaN(line(column))) {
            return;
        }
        List<Strip.Place<S>> places = surface.strip().places();
        TableColumn<S, ?> before = target < places.size() ? places.get(target).column() : null;
        List<TableColumn<S, ?>> order = new ArrayList<>(table.getColumns());
        order.remove(column);
        order.add(before == null ? order.size() : order.indexOf(before), column);
        table.getColumns().setAll(order);
    }
}
