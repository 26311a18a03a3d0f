package io.alphaforge.ui.kit.table;

/**
 * How the cells of a column look and what they say.
 *
 * @param <S> rows
 */
public interface CellPainter<S> {
    /** Draws a row's cell where the brush stands. */
    void paint(S row, Brush brush);

    /** What the cell says, for copies and assistive technology; empty where it says nothing. */
    String text(S row);

    /** What shows on hover; empty for nothing but a text that had no room. */
    default String hint(S row) {
        return "";
    }

    /** Whether rows copied as text have this cell. */
    default boolean copied() {
        return true;
    }

    /** How wide the column has to be for this row, padding included, in pixels. */
    default double width(S row, Brush brush) {
        return brush.width(text(row), false) + 2 * Brush.PADDING;
    }

    /** Takes a click; whether it meant something here, and so nothing else. */
    default boolean clicked(S row) {
        return false;
    }
}
