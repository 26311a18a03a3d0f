package io.alphaforge.ui.kit.table;

import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollToEvent;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
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

    private static final double BAR = 14;
    private static final double LEAST_WIDTH = 100;

    private final TableScroll scroll;
    private final TableSurface<S> surface;
    private final SpokenRow<S> spoken;
    private final InvalidationListener redraw;
    private final InvalidationListener relayout;
    private @Nullable ObservableList<S> items;
    private final boolean filling;
    private @Nullable Node placeholder;
    private @Nullable Typed<S> typed;

    /**
     * A look. The table needs a fixed height of rows.
     *
     * @param tooltip shows what cells, rows and headings have to say
     * @param filling whether the last column takes all the width that is left
     */
    public PaintedSkin(TableView<S> table, RowLook<S> look, Tooltip tooltip, boolean filling) {
        super(table);
        this.filling = filling;
        scroll = new TableScroll(table.getFixedCellSize());
        surface = new TableSurface<>(table, look, scroll);
        Selecting<S> selecting = new Selecting<>(table);
        redraw = observable -> surface.redraw();
        relayout = observable -> table.requestLayout();
        spoken = new SpokenRow<>(table);
        getChildren().setAll(surface, spoken, scroll.vertical(), scroll.horizontal());
        listen(table);
        new TableMouse<>(table, surface, scroll, look, selecting, tooltip).install();
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
        }
        table.getSortOrder().addListener(redraw);
        table.getSelectionModel().getSelectedIndices().addListener(redraw);
        table.getFocusModel().focusedIndexProperty().addListener(redraw);
        table.getFocusModel()
                .focusedIndexProperty()
                .subscribe(row -> table.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
        table.focusedProperty().addListener(redraw);
        table.placeholderProperty().addListener(relayout);
        for (ScrollBar bar : List.of(scroll.vertical(), scroll.horizontal())) {
            bar.valueProperty().addListener(redraw);
            bar.valueProperty().addListener(observable -> placeField());
        }
        show(table.getItems());
        // By invalidation: for those that listen to changes one empty list is as good as another.
        table.itemsProperty().addListener(observable -> show(table.getItems()));
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

    /** Titles of visible columns that have no room in their heading. */
    public List<String> cutHeadings() {
        return surface.strip().places().stream()
                .filter(place -> surface.header().cut(place))
                .map(place -> Heading.of(place.column()).title())
                .toList();
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

    /** Where a cell is within the table; beyond its edges where it is not on screen. */
    public Bounds cell(int row, TableColumn<S, ?> column) {
        Bounds heading = heading(column);
        double y = heading.getMaxY() + row * scroll.rowHeight() - scroll.y();
        return new BoundingBox(heading.getMinX(), y, heading.getWidth(), scroll.rowHeight());
    }

    /** Where the heading of a column is within the table; without a width where the column is hidden. */
    public Bounds heading(TableColumn<S, ?> column) {
        double x = snappedLeftInset() - scroll.x();
        double width = 0;
        for (Strip.Place<S> place : surface.strip().places()) {
            if (place.column().equals(column)) {
                x += place.x();
                width = place.width();
            }
        }
        return new BoundingBox(x, snappedTopInset(), width, surface.header().height());
    }

    /** Puts a field in the place of a cell, where it stays until {@link #endTyping}. */
    public void type(Node field, int row, TableColumn<S, ?> column) {
        endTyping();
        fit();
        scroll.reveal(row);
        reveal(column);
        typed = new Typed<>(field, row, column);
        getChildren().add(field);
        getSkinnable().requestLayout();
        getSkinnable().layout();
    }

    /** Takes the field away. */
    public void endTyping() {
        if (typed != null) {
            getChildren().remove(typed.field());
            typed = null;
        }
    }

    private void placeField() {
        Typed<S> now = typed;
        if (now != null) {
            Bounds cell = cell(now.row(), now.column());
            now.field().setVisible(cell.getMinY() >= heading(now.column()).getMaxY() - 1);
            now.field().resizeRelocate(cell.getMinX(), cell.getMinY(), cell.getWidth() - 1, cell.getHeight() - 1);
        }
    }

    /** A field in the place of a cell. */
    private record Typed<S>(Node field, int row, TableColumn<S, ?> column) {}

    /** Gives the last column what the others leave. */
    private void fill(double width) {
        List<TableColumn<S, ?>> columns = getSkinnable().getVisibleLeafColumns();
        double left = width;
        for (TableColumn<S, ?> column : columns.subList(0, Math.max(0, columns.size() - 1))) {
            left -= column.getWidth();
        }
        if (!columns.isEmpty()) {
            columns.getLast().setPrefWidth(Math.max(columns.getLast().getMinWidth(), Math.floor(left)));
        }
    }

    private void fit() {
        TableView<S> table = getSkinnable();
        double width = table.getWidth() - snappedLeftInset() - snappedRightInset();
        double height = table.getHeight()
                - snappedTopInset()
                - snappedBottomInset()
                - surface.header().height();
        double rowsHeight = size() * scroll.rowHeight();
        if (filling) {
            fill(width - (rowsHeight > height ? BAR : 0));
        }
        Strip<S> strip = Strip.of(table);
        boolean aside = strip.width() > width - (rowsHeight > height ? BAR : 0);
        boolean down = rowsHeight > height - (aside ? BAR : 0);
        scroll.fit(size(), height - (aside ? BAR : 0), strip.width(), width - (down ? BAR : 0));
        surface.strip(strip);
    }

    private int size() {
        return items == null ? 0 : items.size();
    }

    @Override
    protected @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> spoken.row(getSkinnable().getFocusModel().getFocusedIndex());
            case ROW_AT_INDEX -> spoken.row((Integer) parameters[0]);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        fit();
        ScrollBar vertical = scroll.vertical();
        ScrollBar horizontal = scroll.horizontal();
        double top = surface.header().height();
        double right = vertical.isVisible() ? BAR : 0;
        double below = horizontal.isVisible() ? BAR : 0;
        surface.resizeRelocate(x, y, width, height - below);
        vertical.resizeRelocate(x + width - BAR, y + top, BAR, height - top - below);
        horizontal.resizeRelocate(x, y + height - BAR, width - right, BAR);
        placeholder(x, y, width, height);
        placeField();
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
            double top = y + surface.header().height();
            layoutInArea(wanted, x, top, width, height - surface.header().height(), 0, HPos.CENTER, VPos.CENTER);
        }
    }

    /** Else it would be as wide as it is, as the toolkit looks where the scroll bars are. */
    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + right + LEAST_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + bottom + surface.header().height() + scroll.rowHeight();
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
