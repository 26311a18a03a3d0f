package io.alphaforge.ui.data;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.ui.kit.table.Brush;
import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Ink;
import java.util.function.Supplier;

/** Where a series lies within the range of the whole store, as a bar on a line. */
final class CoveragePainter implements CellPainter<StoredSeries> {
    private static final double THICK = 6;

    private final Supplier<StoreFacts> facts;

    CoveragePainter(Supplier<StoreFacts> facts) {
        this.facts = facts;
    }

    @Override
    public void paint(StoredSeries series, Brush brush) {
        StoreFacts whole = facts.get();
        double width = brush.right() - brush.left();
        if (whole.end() <= whole.first() || width <= 0) {
            return;
        }
        double length = whole.end() - whole.first();
        double from = Math.rint(Math.clamp((series.firstOpen() - whole.first()) / length, 0, 1) * width);
        double to = Math.rint(Math.clamp((series.end() - whole.first()) / length, 0, 1) * width);
        brush.bar(brush.left(), width, THICK, Ink.TRACK);
        brush.bar(brush.left() + from, Math.max(2, to - from), THICK, Ink.ACCENT);
    }

    @Override
    public String text(StoredSeries series) {
        return "";
    }

    @Override
    public boolean copied() {
        return false;
    }
}
