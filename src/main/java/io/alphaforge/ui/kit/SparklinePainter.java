package io.alphaforge.ui.kit;

import io.alphaforge.market.Column;
import io.alphaforge.ui.kit.table.Brush;
import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Ink;
import java.util.function.Function;

/**
 * A few values as a small line, from the lowest at the lower edge to the highest at the upper one; it has the colour of
 * rising where the last value is above the first. Values that are not finite are left out.
 */
final class SparklinePainter<S> implements CellPainter<S> {
    private static final double HEIGHT = 20;
    private static final double MARGIN = 2;

    private final Function<S, Column> getter;

    SparklinePainter(Function<S, Column> getter) {
        this.getter = getter;
    }

    @Override
    public void paint(S row, Brush brush) {
        Column values = getter.apply(row);
        double width = brush.right() - brush.left() - 2 * MARGIN;
        if (width <= 0) {
            return;
        }
        Sparkline line = Sparkline.of(
                values, brush.left() + MARGIN, width, brush.middle() - HEIGHT / 2 + MARGIN, HEIGHT - 2 * MARGIN);
        if (line.size() > 0) {
            int trend = Sparkline.trend(values);
            brush.line(line.x(), line.y(), line.size(), trend > 0 ? Ink.UP : trend < 0 ? Ink.DOWN : Ink.MUTED);
        }
    }

    @Override
    public String text(S row) {
        Column values = getter.apply(row);
        int trend = Sparkline.trend(values);
        return values.size() == 0 ? "" : trend > 0 ? "rising" : trend < 0 ? "falling" : "unchanged";
    }

    @Override
    public boolean copied() {
        return false;
    }

    @Override
    public double width(S row, Brush brush) {
        return 0;
    }
}
