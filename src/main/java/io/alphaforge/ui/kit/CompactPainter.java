package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.Brush;
import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Ink;
import java.util.function.ToDoubleFunction;

/** A large amount in little room: "1.23 M", with its unit in a place of its own; the whole figure on hover. */
final class CompactPainter<S> implements CellPainter<S> {
    /** As wide as the widest unit, so that figures stay below each other. */
    private static final double UNIT_WIDTH = 13;

    private static final double GAP = 4;

    private final ToDoubleFunction<S> getter;

    CompactPainter(ToDoubleFunction<S> getter) {
        this.getter = getter;
    }

    @Override
    public void paint(S row, Brush brush) {
        double amount = getter.applyAsDouble(row);
        double unit = brush.right() - UNIT_WIDTH;
        brush.write(CompactText.unit(amount), unit, Ink.MUTED, false);
        brush.writeTo(CompactText.figure(amount), unit - GAP, Ink.TEXT);
    }

    @Override
    public String text(S row) {
        return CompactText.of(getter.applyAsDouble(row));
    }

    @Override
    public String hint(S row) {
        double amount = getter.applyAsDouble(row);
        return Double.isFinite(amount) ? Formats.number(amount, Math.abs(amount) < 1000 ? 4 : 0) : "";
    }

    @Override
    public double width(S row, Brush brush) {
        return brush.width(CompactText.figure(getter.applyAsDouble(row)), false) + GAP + UNIT_WIDTH + 2 * Brush.PADDING;
    }
}
