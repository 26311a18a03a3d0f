package io.alphaforge.ui.kit.table;

import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * What shows over a table on hover: what a heading means, what a cell or its row has to say, and a text that its column has
 * no room for.
 *
 * @param <S> rows
 */
final class TableHints<S> {
    private final TableSurface<S> surface;
    private final RowLook<S> look;
    private final Tooltip tooltip;
    private String shown = "";

    TableHints(TableSurface<S> surface, RowLook<S> look, Tooltip tooltip) {
        this.surface = surface;
        this.look = look;
        this.tooltip = tooltip;
    }

    /** The pointer is over a cell, over a heading, or away. */
    void over(Strip.@Nullable Place<S> place, @Nullable S row, boolean heading) {
        String text = heading
                ? place == null ? "" : Heading.of(place.column()).definition()
                : row == null ? "" : hint(place, row);
        if (!text.equals(shown)) {
            if (!shown.isEmpty()) {
                Tooltip.uninstall(surface, tooltip);
                tooltip.hide();
            }
            shown = text;
            if (!text.isEmpty()) {
                tooltip.setText(text);
                Tooltip.install(surface, tooltip);
            }
        }
    }

    private String hint(Strip.@Nullable Place<S> place, S row) {
        CellPainter<S> painter = place == null ? null : place.painter();
        if (painter != null && place != null) {
            String own = painter.hint(row);
            if (!own.isEmpty()) {
                return own;
            }
            if (surface.cut(row, place)) {
                return painter.text(row);
            }
        }
        return look.hint().apply(row);
    }
}
