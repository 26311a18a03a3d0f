package io.alphaforge.ui.kit.table;

import javafx.scene.Cursor;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The mouse over a table: what it does to headings and rows, what shows on hover, and the wheel.
 *
 * @param <S> rows
 */
final class TableMouse<S> {
    private final TableView<S> table;
    private final TableSurface<S> surface;
    private final TableScroll scroll;
    private final HeaderMouse<S> header;
    private final RowMouse<S> rows;
    private final TableHints<S> hints;

    TableMouse(
            TableView<S> table,
            TableSurface<S> surface,
            TableScroll scroll,
            RowLook<S> look,
            Selecting<S> selecting,
            Tooltip tooltip) {
        this.table = table;
        this.surface = surface;
        this.scroll = scroll;
        header = new HeaderMouse<>(table, surface, scroll);
        rows = new RowMouse<>(table, surface, scroll, look, selecting);
        hints = new TableHints<>(surface, look, tooltip);
    }

    void install() {
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (header.busy()) {
                header.dragged(event);
            }
        });
        surface.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (header.busy()) {
                header.released(event);
            }
        });
        surface.addEventHandler(MouseEvent.MOUSE_CLICKED, rows::clicked);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hints.over(null, null, false));
        surface.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private boolean overHeading(MouseEvent event) {
        return event.getY() < surface.header().height();
    }

    private void pressed(MouseEvent event) {
        table.requestFocus();
        if (overHeading(event)) {
            header.pressed(event);
        } else {
            rows.pressed(event);
        }
    }

    private void moved(MouseEvent event) {
        boolean heading = overHeading(event);
        surface.setCursor(heading ? header.cursor(event.getX()) : Cursor.DEFAULT);
        Strip.Place<S> place = surface.strip().at(event.getX() + scroll.x());
        int row = rows.at(event.getY());
        hints.over(place, row < 0 ? null : table.getItems().get(row), heading);
    }

    private void scrolled(ScrollEvent event) {
        double x = scroll.x();
        double y = scroll.y();
        scroll.toY(y - event.getDeltaY());
        scroll.toX(x - event.getDeltaX());
        if (scroll.x() != x || scroll.y() != y) {
            // At its end a table lets the page around it scroll.
            event.consume();
        }
    }
}
