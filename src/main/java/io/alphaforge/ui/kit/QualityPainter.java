package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.Brush;
import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Ink;
import java.util.function.ToDoubleFunction;

/** A score from 0 to 100 as a figure with a small bar beside it. Scores below 90 and below 60 look different. */
final class QualityPainter<S> implements CellPainter<S> {
    private static final double TRACK = 40;
    private static final double THICK = 4;
    private static final double GAP = 8;

    private final ToDoubleFunction<S> getter;

    QualityPainter(ToDoubleFunction<S> getter) {
        this.getter = getter;
    }

    @Override
    public void paint(S row, Brush brush) {
        double score = getter.applyAsDouble(row);
        double track = Math.rint(brush.right()) - TRACK;
        brush.writeTo(text(row), track - GAP, Ink.TEXT);
        // Without a score an empty bar keeps the figures in line.
        brush.bar(track, TRACK, THICK, Ink.TRACK);
        if (score > 0) {
            brush.bar(track, Math.min(1, score / 100) * TRACK, THICK, ink(score));
        }
    }

    /** What the bar of a score is drawn with. */
    static Ink ink(double score) {
        return score < 60 ? Ink.DANGER : score < 90 ? Ink.WARNING : Ink.FAINT;
    }

    @Override
    public String text(S row) {
        return Formats.number(getter.applyAsDouble(row), 1);
    }

    @Override
    public double width(S row, Brush brush) {
        return brush.width(text(row), false) + GAP + TRACK + 2 * Brush.PADDING;
    }
}
