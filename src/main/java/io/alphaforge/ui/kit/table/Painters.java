package io.alphaforge.ui.kit.table;

import java.util.function.Function;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** The painters of columns. */
public final class Painters {
    private Painters() {}

    /** Says how the cells of a column look. */
    public static <S> void set(TableColumn<S, ?> column, CellPainter<S> painter) {
        column.getProperties().put(CellPainter.class, painter);
    }

    /** How the cells of a column look; null where nobody said so. */
    @SuppressWarnings("unchecked")
    public static <S> @Nullable CellPainter<S> of(TableColumn<S, ?> column) {
        return (CellPainter<S>) column.getProperties().get(CellPainter.class);
    }

    /** Text at the left. */
    public static <S> CellPainter<S> text(Function<S, String> text) {
        return text(text, false);
    }

    /** Bold text at the left. */
    public static <S> CellPainter<S> strong(Function<S, String> text) {
        return text(text, true);
    }

    private static <S> CellPainter<S> text(Function<S, String> text, boolean strong) {
        return new CellPainter<>() {
            @Override
            public void paint(S row, Brush brush) {
                brush.write(text(row), brush.left(), Ink.TEXT, strong);
            }

            @Override
            public double width(S row, Brush brush) {
                return brush.width(text(row), strong) + 2 * Brush.PADDING;
            }

            @Override
            public String text(S row) {
                return text.apply(row);
            }
        };
    }

    /** Text at the left with more to say on hover. */
    public static <S> CellPainter<S> text(Function<S, String> text, Function<S, String> hint) {
        CellPainter<S> plain = text(text);
        return new CellPainter<>() {
            @Override
            public void paint(S row, Brush brush) {
                plain.paint(row, brush);
            }

            @Override
            public String text(S row) {
                return plain.text(row);
            }

            @Override
            public String hint(S row) {
                return hint.apply(row);
            }
        };
    }

    /** A figure at the right. */
    public static <S> CellPainter<S> figure(Function<S, String> text) {
        return new CellPainter<>() {
            @Override
            public void paint(S row, Brush brush) {
                brush.writeTo(text(row), brush.right(), Ink.TEXT);
            }

            @Override
            public String text(S row) {
                return text.apply(row);
            }
        };
    }

    /** A sign and a word. */
    public static <S> CellPainter<S> sign(
            Function<S, String> text, Function<S, Ikon> icon, Function<S, Ink> iconInk, Function<S, Ink> textInk) {
        return new CellPainter<>() {
            private static final double SIGN = 19;

            @Override
            public void paint(S row, Brush brush) {
                brush.icon(icon.apply(row), brush.left(), iconInk.apply(row));
                brush.write(text(row), brush.left() + SIGN, textInk.apply(row), false);
            }

            @Override
            public String text(S row) {
                return text.apply(row);
            }

            @Override
            public double width(S row, Brush brush) {
                return SIGN + brush.width(text(row), false) + 2 * Brush.PADDING;
            }
        };
    }
}
