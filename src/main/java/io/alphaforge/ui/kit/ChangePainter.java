package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.Brush;
import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Ink;
import java.util.function.ToDoubleFunction;

/** A figure whose sign matters: it has its sign and an arrow, so that it reads without colour. */
final class ChangePainter<S> implements CellPainter<S> {
    private static final double MANY = 9_999.995;
    private static final double ARROW = 8;
    private static final double ARROW_HEIGHT = 6;
    private static final double GAP = 6;

    private final int decimals;
    private final ToDoubleFunction<S> getter;

    ChangePainter(int decimals, ToDoubleFunction<S> getter) {
        this.decimals = decimals;
        this.getter = getter;
    }

    @Override
    public void paint(S row, Brush brush) {
        String text = text(row);
        int direction = Formats.direction(text);
        Ink ink = direction > 0 ? Ink.UP : direction < 0 ? Ink.DOWN : Ink.TEXT;
        // One place for the arrow in every row keeps the decimal points of the column in line.
        double arrow = Math.rint(brush.right()) - ARROW;
        brush.writeTo(text, arrow - GAP, ink);
        if (direction != 0) {
            double top = Math.rint(brush.middle() - ARROW_HEIGHT / 2);
            double base = direction > 0 ? top + ARROW_HEIGHT : top;
            double tip = direction > 0 ? top : top + ARROW_HEIGHT;
            brush.fill(new double[] {arrow, arrow + ARROW / 2, arrow + ARROW}, new double[] {base, tip, base}, ink);
        }
    }

    @Override
    public String text(S row) {
        double value = getter.applyAsDouble(row);
        // Beside so many digits the decimals say nothing, and together there is no room for them.
        return Formats.change(value, Math.abs(value) >= MANY ? 0 : decimals);
    }

    @Override
    public double width(S row, Brush brush) {
        return brush.width(text(row), false) + GAP + ARROW + 2 * Brush.PADDING;
    }
}
