package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.Brush;
import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Ink;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The star of a coin that is on the watchlist; a click gives or takes it.
 *
 * @param <S> rows
 */
public final class StarPainter<S> implements CellPainter<S> {
    private static final int POINTS = 10;
    private static final double OUTER = 6.5;
    private static final double INNER = 3;

    private final Predicate<S> starred;
    private final Consumer<S> toggle;

    /** Tells {@code toggle} of clicks. */
    public StarPainter(Predicate<S> starred, Consumer<S> toggle) {
        this.starred = starred;
        this.toggle = toggle;
    }

    @Override
    public void paint(S row, Brush brush) {
        double middle = Math.rint((brush.left() + brush.right()) / 2);
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double radius = i % 2 == 0 ? OUTER : INNER;
            double angle = Math.PI * (2.0 * i / POINTS - 0.5);
            x[i] = middle + radius * Math.cos(angle);
            y[i] = brush.middle() + 0.5 + radius * Math.sin(angle);
        }
        if (starred.test(row)) {
            brush.fill(x, y, Ink.ACCENT);
        } else {
            // The dark theme's selection has the colour of borders.
            brush.outline(x, y, brush.selected() ? Ink.FAINT : Ink.OUTLINE);
        }
    }

    @Override
    public String text(S row) {
        return starred.test(row) ? "On the watchlist" : "Not on the watchlist";
    }

    @Override
    public boolean copied() {
        return false;
    }

    @Override
    public double width(S row, Brush brush) {
        return 0;
    }

    @Override
    public boolean clicked(S row) {
        toggle.accept(row);
        return true;
    }
}
