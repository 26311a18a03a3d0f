package io.alphaforge.ui.kit.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/**
 * The picture of a table: its header and the rows that are on screen, on one canvas. It is drawn while the scene is laid
 * out, once a pulse at the most and only after something has changed.
 *
 * @param <S> rows
 */
final class TableSurface<S> extends Region {
    private static final StyleablePropertyFactory<TableSurface<?>> CSS =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final TableView<S> table;
    private final RowLook<S> look;
    private final TableScroll scroll;
    private final Canvas canvas = new Canvas();
    private final Map<Ink, StyleableProperty<Paint>> styles = new EnumMap<>(Ink.class);
    private final Inks inks = new Inks();
    private final Brush brush;
    private final HeaderPainter<S> header;
    private Strip<S> strip;
    private boolean dirty = true;

    TableSurface(TableView<S> table, RowLook<S> look, TableScroll scroll) {
        this.table = table;
        this.look = look;
        this.scroll = scroll;
        this.strip = Strip.of(table);
        this.brush = new Brush(canvas.getGraphicsContext2D(), inks);
        this.header = new HeaderPainter<>(table, inks);
        // What happens here never asks the window for a new layout.
        setManaged(false);
        getStyleClass().add("table-surface");
        getChildren().add(canvas);
        for (Ink ink : Ink.values()) {
            styles.put(ink, style(ink));
        }
        styles.forEach((ink, style) -> ((ObservableValue<?>) style).subscribe(now -> {
            inks.put(ink, (Paint) now);
            redraw();
        }));
    }

    @SuppressWarnings("unchecked")
    private StyleableProperty<Paint> style(Ink ink) {
        return CSS.createStyleablePaintProperty(
                this,
                ink.name(),
                ink.property(),
                surface -> ((TableSurface<S>) surface).styles.get(ink),
                ink.initial());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return CSS.getCssMetaData();
    }

    /** Draws everything again with the next pulse. */
    void redraw() {
        dirty = true;
        requestLayout();
    }

    Strip<S> strip() {
        return strip;
    }

    void strip(Strip<S> now) {
        strip = now;
        redraw();
    }

    HeaderPainter<S> header() {
        return header;
    }

    /** How wide the column has to be for the rows that are on screen and for its heading. */
    double wanted(Strip.Place<S> place) {
        double wanted = header.wanted(place);
        CellPainter<S> painter = place.painter();
        if (painter != null) {
            for (int row = scroll.firstRow(); row < lastRow(); row++) {
                wanted = Math.max(wanted, painter.width(table.getItems().get(row), brush));
            }
        }
        return Math.ceil(wanted);
    }

    /** Whether a cell's text is cut. */
    boolean cut(S row, Strip.Place<S> place) {
        CellPainter<S> painter = place.painter();
        return painter != null && painter.width(row, brush) > place.width() + 0.5;
    }

    private int lastRow() {
        return Math.min(table.getItems().size(), scroll.firstRow() + scroll.rowsOnScreen() + 2);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            dirty = true;
        }
        if (dirty) {
            dirty = false;
            draw();
        }
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        double row = scroll.rowHeight();
        for (int index = scroll.firstRow(); index < lastRow(); index++) {
            double y = header.height() + index * row - scroll.y();
            if (y < getHeight()) {
                row(g, index, y, row);
            }
        }
        header.draw(g, strip, scroll.x(), getWidth());
    }

    private void row(GraphicsContext g, int index, double y, double height) {
        S row = table.getItems().get(index);
        boolean selected = table.getSelectionModel().isSelected(index);
        g.setFill(inks.of(selected ? Ink.SELECTED : Ink.GROUND));
        g.fillRect(0, y, getWidth(), height - 1);
        g.setFill(inks.of(Ink.LINE));
        g.fillRect(0, y + height - 1, getWidth(), 1);
        Tone tone = look.tone().apply(row);
        for (Strip.Place<S> place : strip.places()) {
            CellPainter<S> painter = place.painter();
            double x = place.x() - scroll.x();
            if (painter != null && x < getWidth() && x + place.width() > 0) {
                brush.at(x, y, place.width(), height - 1);
                boolean muted = tone == Tone.PLAIN && place.muted();
                brush.row(muted ? Tone.MUTED : tone, selected);
                painter.paint(row, brush);
            }
        }
        if (table.isFocused() && table.getFocusModel().isFocused(index)) {
            g.setFill(inks.of(Ink.ACCENT));
            g.fillRect(0, y, 2, height - 1);
        }
    }
}
