package io.alphaforge.ui.kit.table;

import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollToEvent;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * The look of a table whose rows are drawn. The toolkit's own makes a node with a style for every cell on screen, which is
 * half of what a start takes and what holds frames up while rows stream in.
 *
 * @param <S> rows
 */
public final class PaintedSkin<S> extends SkinBase<TableView<S>> {
    /** The toolkit asks by this name for what is on screen to be made anew. */
    private static final String REFRESH = "recreateKey";

    private final TableScroll scroll;
    private final TableSurface<S> surface;
    private final HeaderMouse<S> header;
    private final RowMouse<S> rows;
    private final TableHints<S> hints;
    private final InvalidationListener redraw;
    private final InvalidationListener relayout;
    private @Nullable ObservableList<S> items;
    private @Nullable Node placeholder;

    /**
     * A look. The table needs a fixed height of rows.
     *
     * @param tooltip shows what cells, rows and headings have to say
     */
    public PaintedSkin(TableView<S> table, RowLook<S> look, Tooltip tooltip) {
        super(table);
        scroll = new TableScroll(table.getFixedCellSize());
        surface = new TableSurface<>(table, look, scroll);
        Selecting<S> selecting = new Selecting<>(table);
        header = new HeaderMouse<>(table, surface, scroll);
        rows = new RowMouse<>(table, surface, scroll, look, selecting);
        hints = new TableHints<>(surface, look, tooltip);
        redraw = observable -> surface.redraw();
        relayout = observable -> table.requestLayout();
        getChildren().setAll(surface, scroll.vertical(), scroll.horizontal());
        listen(table);
        mouse();
        RowKeys<S> keys = new RowKeys<>(table, scroll, selecting);
        table.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        table.addEventHandler(ScrollToEvent.scrollToTopIndex(), event -> {
            fit();
            scroll.toTop(event.getScrollTarget());
        });
        table.addEventHandler(
                ScrollToEvent.<TableColumn<S, ?>>scrollToColumn(), event -> reveal(event.getScrollTarget()));
    }

    /** The picture of a table that is drawn. */
    @SuppressWarnings("unchecked")
    public static <S> PaintedSkin<S> of(TableView<S> table) {
        return (PaintedSkin<S>) table.getSkin();
    }

    private void listen(TableView<S> table) {
        table.getVisibleLeafColumns().addListener(relayout);
        for (TableColumn<S, ?> column : table.getColumns()) {
            SortOrder.remember(column);
            column.widthProperty().addListener(relayout);
            column.sortTypeProperty().addListener(redraw);
            column.graphicProperty().addListener(redraw);
        }
        table.getSortOrder().addListener(redraw);
        table.getSelectionModel().getSelectedIndices().addListener(redraw);
        table.getFocusModel().focusedIndexProperty().addListener(redraw);
        table.focusedProperty().addListener(redraw);
        table.placeholderProperty().addListener(relayout);
        scroll.vertical().valueProperty().addListener(redraw);
        scroll.horizontal().valueProperty().addListener(redraw);
        table.itemsProperty().subscribe(this::show);
        table.getProperties().addListener((MapChangeListener<Object, Object>) change -> {
            if (change.wasAdded() && REFRESH.equals(change.getKey())) {
                table.getProperties().remove(REFRESH);
                surface.redraw();
            }
        });
    }

    private void show(@Nullable ObservableList<S> now) {
        if (items != null) {
            items.removeListener(relayout);
        }
        items = now;
        if (now != null) {
            now.addListener(relayout);
        }
        getSkinnable().requestLayout();
    }

    private void mouse() {
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            getSkinnable().requestFocus();
            if (event.getY() < HeaderPainter.HEIGHT) {
                header.pressed(event);
            } else {
                rows.pressed(event);
            }
        });
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
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            boolean above = event.getY() < HeaderPainter.HEIGHT;
            surface.setCursor(above ? header.cursor(event.getX()) : Cursor.DEFAULT);
            Strip.Place<S> place = surface.strip().at(event.getX() + scroll.x());
            int row = rows.at(event.getY());
            hints.over(place, row < 0 ? null : getSkinnable().getItems().get(row), above);
        });
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hints.over(null, null, false));
        surface.addEventHandler(ScrollEvent.SCROLL, event -> {
            scroll.toY(scroll.y() - event.getDeltaY());
            scroll.toX(scroll.x() - event.getDeltaX());
            event.consume();
        });
    }

    private void reveal(TableColumn<S, ?> column) {
        fit();
        for (Strip.Place<S> place : surface.strip().places()) {
            if (place.column().equals(column)) {
                double width = surface.getWidth();
                if (place.x() < scroll.x() || place.width() > width) {
                    scroll.toX(place.x());
                } else if (place.end() > scroll.x() + width) {
                    scroll.toX(place.end() - width);
                }
            }
        }
    }

    /** How far the rows are scrolled, in pixels. */
    public double scrolled() {
        return scroll.y();
    }

    /** Scrolls to a place, as far as there are rows. */
    public void scroll(double y) {
        fit();
        scroll.toY(y);
    }

    /** The index of the row at the upper edge, the part of it above the edge not counted. */
    public int firstRow() {
        return scroll.firstRow();
    }

    private void fit() {
        TableView<S> table = getSkinnable();
        double width = table.getWidth() - snappedLeftInset() - snappedRightInset();
        double height = table.getHeight() - snappedTopInset() - snappedBottomInset() - HeaderPainter.HEIGHT;
        Strip<S> strip = Strip.of(table);
        double rowsHeight = size() * scroll.rowHeight();
        double bar = 14;
        boolean aside = strip.width() > width - (rowsHeight > height ? bar : 0);
        boolean down = rowsHeight > height - (aside ? bar : 0);
        scroll.fit(size(), height - (aside ? bar : 0), strip.width(), width - (down ? bar : 0));
        surface.strip(strip);
    }

    private int size() {
        return items == null ? 0 : items.size();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        fit();
        ScrollBar vertical = scroll.vertical();
        ScrollBar horizontal = scroll.horizontal();
        double right = vertical.isVisible() ? 14 : 0;
        double below = horizontal.isVisible() ? 14 : 0;
        surface.resizeRelocate(x, y, width, height - below);
        vertical.resizeRelocate(x + width - 14, y + HeaderPainter.HEIGHT, 14, height - HeaderPainter.HEIGHT - below);
        horizontal.resizeRelocate(x, y + height - 14, width - right, 14);
        placeholder(x, y, width, height);
    }

    private void placeholder(double x, double y, double width, double height) {
        Node wanted = size() == 0 ? getSkinnable().getPlaceholder() : null;
        if (!Objects.equals(wanted, placeholder)) {
            getChildren().remove(placeholder);
            placeholder = wanted;
            if (wanted != null) {
                getChildren().add(wanted);
                wanted.applyCss();
            }
        }
        if (wanted != null) {
            double top = y + HeaderPainter.HEIGHT;
            layoutInArea(wanted, x, top, width, height - HeaderPainter.HEIGHT, 0, HPos.CENTER, VPos.CENTER);
        }
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + HeaderPainter.HEIGHT + scroll.rowHeight();
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return 400;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return 500;
    }
}
