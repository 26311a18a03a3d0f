package io.alphaforge.ui.kit.table;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;

/**
 * The line of headings: titles, a triangle that points the way a column is sorted, with its place where there are several.
 *
 * @param <S> rows
 */
final class HeaderPainter<S> {
    private static final double ONE_LINE = 32;
    private static final double TWO_LINES = 48;
    private static final double LINE = 16;
    private static final double SIZE = 12;
    private static final double ARROW = 8;
    private static final double GAP = 6;
    private static final double BASELINE = 0.36;

    private final TableView<S> table;
    private final Inks inks;
    private final Font font = Font.font(Brush.FAMILY, FontWeight.BOLD, SIZE);
    private final Font small = Font.font(Brush.FAMILY, FontWeight.BOLD, 9);
    private final TextWidths widths = new TextWidths(font);
    private @Nullable TableColumn<S, ?> moved;
    private double movedBy;
    private double target = Double.NaN;

    HeaderPainter(TableView<S> table, Inks inks) {
        this.table = table;
        this.inks = inks;
    }

    /** How high the line is. */
    double height() {
        return table.getVisibleLeafColumns().stream()
                        .anyMatch(column -> Heading.of(column).twoLines())
                ? TWO_LINES
                : ONE_LINE;
    }

    /** Shows a column on its way: shifted, and a line where it would go; NaN where it would stay. */
    void moving(@Nullable TableColumn<S, ?> column, double by, double line) {
        moved = column;
        movedBy = by;
        target = line;
    }

    static boolean atRight(TableColumn<?, ?> column) {
        return column.getStyleClass().contains("figure-column");
    }

    /** How wide a column has to be for its heading. */
    double wanted(Strip.Place<S> place) {
        return Heading.of(place.column())
                        .title()
                        .lines()
                        .mapToDouble(widths::of)
                        .max()
                        .orElse(0)
                + 2 * Brush.PADDING
                + GAP
                + ARROW;
    }

    /** Whether a heading has no room, with the mark of its order where it has one. */
    boolean cut(Strip.Place<S> place) {
        boolean sorted = table.getSortOrder().contains(place.column());
        return wanted(place) - (sorted ? 0 : ARROW + GAP) > place.width() + 0.5;
    }

    void draw(GraphicsContext g, Strip<S> strip, double scrolled, double width) {
        double height = height();
        g.setFill(inks.of(Ink.HEADER));
        g.fillRect(0, 0, width, height - 1);
        g.setFill(inks.of(Ink.LINE));
        g.fillRect(0, height - 1, width, 1);
        for (Strip.Place<S> place : strip.places()) {
            double x = place.x() - scrolled;
            if (x < width && x + place.width() > 0) {
                g.setFill(inks.of(Ink.LINE));
                g.fillRect(x + place.width() - 1, 0, 1, height);
                if (!place.column().equals(moved)) {
                    heading(g, place, x);
                }
            }
        }
        moving(g, strip, scrolled);
    }

    private void moving(GraphicsContext g, Strip<S> strip, double scrolled) {
        for (Strip.Place<S> place : strip.places()) {
            if (place.column().equals(moved)) {
                double x = place.x() - scrolled + movedBy;
                g.setFill(inks.of(Ink.SELECTED));
                g.fillRect(x, 0, place.width(), height() - 1);
                heading(g, place, x);
            }
        }
        if (!Double.isNaN(target)) {
            g.setFill(inks.of(Ink.ACCENT));
            g.fillRect(target - scrolled - 1, 0, 2, height());
        }
    }

    private void heading(GraphicsContext g, Strip.Place<S> place, double x) {
        TableColumn<S, ?> column = place.column();
        List<TableColumn<S, ?>> order = table.getSortOrder();
        int sorted = order.indexOf(column);
        double left = x + Brush.PADDING;
        double right = x + place.width() - Brush.PADDING;
        double mark = sorted < 0 ? 0 : ARROW + GAP + (order.size() > 1 ? GAP : 0);
        double middle = height() / 2;
        g.setFont(font);
        g.setFill(inks.of(Ink.MUTED));
        List<String> lines = Heading.of(column).title().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String text = widths.fitted(lines.get(i), right - left - mark);
            double at = atRight(column) ? right - mark - widths.of(text) : left;
            double line = middle + (i - (lines.size() - 1) / 2.0) * LINE;
            g.fillText(text, Math.rint(at), Math.rint(line + BASELINE * SIZE));
        }
        if (sorted >= 0) {
            triangle(g, right - mark + GAP, middle, column.getSortType() == SortType.ASCENDING);
            if (order.size() > 1) {
                g.setFont(small);
                g.fillText(String.valueOf(sorted + 1), right - GAP + 1, Math.rint(middle + 4));
            }
        }
    }

    private static void triangle(GraphicsContext g, double x, double middle, boolean up) {
        double base = up ? middle + 2.5 : middle - 2.5;
        double tip = up ? middle - 2.5 : middle + 2.5;
        g.fillPolygon(new double[] {x, x + ARROW, x + ARROW / 2}, new double[] {base, base, tip}, 3);
    }
}
