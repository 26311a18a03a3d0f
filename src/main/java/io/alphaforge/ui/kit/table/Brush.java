package io.alphaforge.ui.kit.table;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/** Draws cells: it stands on one at a time, and what it is asked for has the colours of the stylesheet and of the row. */
public final class Brush {
    /** Between the edge of a cell and what is in it, in pixels. */
    public static final double PADDING = 8;

    static final String FAMILY = "Inter Figures";
    private static final double SIZE = 13;
    private static final double TAG_SIZE = 10;
    private static final double TAG_PADDING = 4;
    private static final double TAG_HEIGHT = 15;
    /** From the middle of a line to its baseline, as a share of the size: half the height of capitals. */
    private static final double BASELINE = 0.36;

    private static final double ICON_BASELINE = 0.47;

    private final GraphicsContext g;
    private final Inks inks;
    private final Font plain = Font.font(FAMILY, SIZE);
    private final Font bold = Font.font(FAMILY, FontWeight.BOLD, SIZE);
    private final Font small = Font.font(FAMILY, FontWeight.BOLD, TAG_SIZE);
    private final TextWidths plainWidths = new TextWidths(plain);
    private final TextWidths boldWidths = new TextWidths(bold);
    private final TextWidths smallWidths = new TextWidths(small);
    private final Map<Ikon, Font> icons = new HashMap<>();
    private double x;
    private double y;
    private double width;
    private double height;
    private Tone tone = Tone.PLAIN;
    private boolean selected;

    /**
     * A brush.
     *
     * @param inks the colours, which may change
     */
    Brush(GraphicsContext g, Inks inks) {
        this.g = g;
        this.inks = inks;
    }

    /** Stands on a cell. */
    void at(double left, double top, double cellWidth, double cellHeight) {
        x = left;
        y = top;
        width = cellWidth;
        height = cellHeight;
    }

    /** Draws what belongs to a row of this kind from now on. */
    void row(Tone rowTone, boolean isSelected) {
        tone = rowTone;
        selected = isSelected;
    }

    /** The left edge of what is in the cell. */
    public double left() {
        return x + PADDING;
    }

    /** The right edge of what is in the cell. */
    public double right() {
        return x + width - PADDING;
    }

    /** The line in the middle of the cell. */
    public double middle() {
        return y + height / 2;
    }

    /** Whether the row is selected. */
    public boolean selected() {
        return selected;
    }

    /** How wide a text is, in pixels. */
    public double width(String text, boolean strong) {
        return (strong ? boldWidths : plainWidths).of(text);
    }

    /** How wide a tag with this text is, in pixels. */
    public double tagWidth(String text) {
        return smallWidths.of(text) + 2 * TAG_PADDING;
    }

    /** Writes from a place to the right edge of the cell at the most, and returns where the text ends. */
    public double write(String text, double from, Ink ink, boolean strong) {
        TextWidths widths = strong ? boldWidths : plainWidths;
        String fitted = widths.fitted(text, right() - from);
        text(fitted, from, ink, strong ? bold : plain, SIZE);
        return from + widths.of(fitted);
    }

    /** Writes a text that ends at a place, from the left edge of the cell at the most. */
    public void writeTo(String text, double to, Ink ink) {
        String fitted = plainWidths.fitted(text, to - left());
        text(fitted, to - plainWidths.of(fitted), ink, plain, SIZE);
    }

    private void text(String text, double from, Ink ink, Font font, double size) {
        if (!text.isEmpty()) {
            g.setFont(font);
            boolean faded = tone == Tone.MUTED && (ink == Ink.UP || ink == Ink.DOWN);
            g.setFill(paint(faded ? Ink.TEXT : ink));
            g.fillText(text, Math.rint(from), Math.rint(middle() + BASELINE * size));
        }
    }

    /** Draws a tag from a place, where there is room for it, and returns where it ends. */
    public double tag(String text, double from) {
        double tagWidth = Math.ceil(tagWidth(text));
        if (from + tagWidth > x + width) {
            return from;
        }
        double at = Math.rint(from);
        g.setFill(inks.of(Ink.TAG_GROUND));
        round(at, Math.rint(middle() - TAG_HEIGHT / 2), tagWidth, TAG_HEIGHT);
        g.setFont(small);
        g.setFill(inks.of(Ink.TAG));
        g.fillText(text, at + TAG_PADDING, Math.rint(middle() + BASELINE * TAG_SIZE));
        return at + tagWidth;
    }

    /** Draws an icon from a place. */
    public void icon(Ikon icon, double from, Ink ink) {
        g.setFont(icons.computeIfAbsent(icon, Brush::fontOf));
        g.setFill(paint(ink));
        g.fillText(Character.toString(icon.getCode()), Math.rint(from), Math.rint(middle() + ICON_BASELINE * SIZE));
    }

    /** The font that an icon is a letter of. */
    private static Font fontOf(Ikon icon) {
        IkonHandler handler =
                IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance()).resolve(icon.getDescription());
        return Font.font(handler.getFontFamily(), SIZE);
    }

    /** Draws a bar of this height, as wide as the area; its ends are rounded. */
    public void bar(double from, double barWidth, double barHeight, Ink ink) {
        g.setFill(paint(ink));
        round(from, Math.rint(middle() - barHeight / 2), barWidth, barHeight);
    }

    /**
     * Fills an area without the pixels in its corners. At this size that looks round, and it is made of areas, which are filled at
     * once, where the toolkit's round corners are outlines to be traced, some hundred times for a picture of a table.
     */
    private void round(double left, double top, double wide, double high) {
        g.fillRect(left, top + 1, wide, high - 2);
        if (wide > 2) {
            g.fillRect(left + 1, top, wide - 2, 1);
            g.fillRect(left + 1, top + high - 1, wide - 2, 1);
        }
    }

    /** Fills a shape. */
    public void fill(double[] xs, double[] ys, Ink ink) {
        g.setFill(paint(ink));
        g.fillPolygon(xs, ys, xs.length);
    }

    /** Draws the outline of a shape. */
    public void outline(double[] xs, double[] ys, Ink ink) {
        g.setStroke(paint(ink));
        g.setLineWidth(1);
        g.strokePolygon(xs, ys, xs.length);
    }

    /** Draws a line through the first points of these, with a dot at its end. */
    public void line(double[] xs, double[] ys, int points, Ink ink) {
        g.setStroke(paint(ink));
        g.setFill(paint(ink));
        g.setLineWidth(1.25);
        g.strokePolyline(xs, ys, points);
        g.fillOval(xs[points - 1] - 1.5, ys[points - 1] - 1.5, 3, 3);
    }

    private Paint paint(Ink ink) {
        return inks.of(
                switch (tone) {
                    case PLAIN -> ink;
                    case MUTED -> ink == Ink.TEXT ? Ink.MUTED : ink;
                    case FAINT -> ink == Ink.TRACK || ink == Ink.OUTLINE || ink == Ink.ACCENT ? ink : Ink.FAINT;
                });
    }
}
