package io.alphaforge.ui.kit.chart;

import io.alphaforge.market.Bars;
import io.alphaforge.ui.kit.Formats;
import java.time.ZoneId;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws grid lines, labels of axes and the lines between panes. */
final class AxisPainter {
    private static final double VALUE_DISTANCE = 32;
    private static final double LEAST_VALUE_DISTANCE = 14;
    private static final int FEWEST_VALUES = 4;
    private static final double TIME_DISTANCE = 88;
    private static final double LEAST_TIME_DISTANCE = 44;
    private static final double LABEL_GAP = 8;
    private static final double TAG_ROOM = 16;
    private static final double CHARACTER = 6.5;
    private static final String FAMILY = "Inter Figures";

    private final Font font = Font.font(FAMILY, 11);
    private final Font bold = Font.font(FAMILY, FontWeight.BOLD, 11);

    /** Round values of a pane: as many as have room, closer to each other where that leaves only few. */
    static ValueTicks ticks(Scale scale) {
        double roomy = Math.floor(scale.height() / VALUE_DISTANCE);
        double close = Math.floor(scale.height() / LEAST_VALUE_DISTANCE);
        return ValueTicks.of(scale, (int) Math.max(1, Math.max(roomy, Math.min(close, FEWEST_VALUES))));
    }

    /** Width of an axis that has room for these labels. */
    static double width(Scale scale, ValueTicks ticks) {
        int longest = 0;
        for (double value : ticks.values()) {
            longest = Math.max(longest, value(value, ticks).length());
        }
        // The tag of the cross-hair shows values between the labels.
        longest = Math.max(longest, value(scale.high(), ticks).length());
        return 2 * LABEL_GAP + longest * CHARACTER;
    }

    /** Width of an axis that has room for this tag. */
    static double width(String tag) {
        return 2 * LABEL_GAP + tag.length() * CHARACTER;
    }

    /** A value between the ticks as the cross-hair shows it. */
    static String value(double value, ValueTicks ticks) {
        // A thousandth of what is written is finer than a pointer.
        int finer = Math.abs(value) < 1000 ? 1 : 0;
        return Formats.number(value, Math.min(12, ticks.decimals() + finer));
    }

    /** Lines across a pane at the ticks. */
    void grid(Frame frame, Scale scale, ValueTicks ticks) {
        GraphicsContext g = frame.g();
        g.setFill(frame.colors().grid());
        for (double value : ticks.values()) {
            g.fillRect(0, Math.floor(scale.y(value)), frame.geometry().plotWidth(), 1);
        }
    }

    /** The labels at the ticks, right of the pane; none where a tag at {@code taken} will be, which may be NaN. */
    void labels(Frame frame, ChartGeometry.Box box, Scale scale, ValueTicks ticks, double taken) {
        GraphicsContext g = frame.g();
        text(g, font, frame.colors().text(), TextAlignment.LEFT);
        for (double value : ticks.values()) {
            double y = scale.y(value);
            if (y > box.top() + 6 && y < box.bottom() - 6 && !(Math.abs(y - taken) < TAG_ROOM)) {
                g.fillText(
                        Formats.number(value, ticks.decimals()),
                        frame.geometry().plotWidth() + LABEL_GAP,
                        y);
            }
        }
    }

    /** A horizontal line at a value that means something, with its label. */
    void level(Frame frame, Scale scale, double value) {
        double y = scale.y(value);
        if (y >= scale.top() && y <= scale.top() + scale.height()) {
            frame.g().setStroke(frame.colors().reference());
            frame.g().setLineWidth(1);
            frame.g().setLineDashes(2, 3);
            frame.g().strokeLine(0, Frame.crisp(y), frame.geometry().plotWidth(), Frame.crisp(y));
            frame.g().setLineDashes();
        }
    }

    /** A value on the axis in a box of its own. */
    void tag(Frame frame, double y, String text, Color color) {
        GraphicsContext g = frame.g();
        double left = frame.geometry().plotWidth();
        g.setFill(color);
        g.fillRoundRect(left + 2, Math.floor(y) - 9, frame.geometry().width() - left - 4, 18, 4, 4);
        text(g, font, frame.colors().onTag(), TextAlignment.LEFT);
        g.fillText(text, left + LABEL_GAP, y);
    }

    /** Grid lines of the times, through all panes. */
    void times(Frame frame, ZoneId zone) {
        GraphicsContext g = frame.g();
        Bars bars = frame.data().bars();
        if (bars.isEmpty()) {
            return;
        }
        long from = bars.time(frame.firstBar());
        long to = bars.time(frame.endBar() - 1);
        int most = (int) Math.max(1, frame.geometry().plotWidth() / TIME_DISTANCE);
        double bottom = frame.geometry().height() - ChartGeometry.TIME_HEIGHT;
        double last = -LEAST_TIME_DISTANCE;
        for (TimeTicks.Tick tick : TimeTicks.of(from, to, most, zone)) {
            double x = frame.center(frame.groupStart(bars.indexAtOrAfter(tick.time())));
            if (x - last < LEAST_TIME_DISTANCE || x < 16 || x > frame.geometry().plotWidth() - 8) {
                continue;
            }
            last = x;
            g.setFill(frame.colors().grid());
            g.fillRect(Math.floor(x), 0, 1, bottom);
            text(
                    g,
                    tick.major() ? bold : font,
                    tick.major() ? frame.colors().strongText() : frame.colors().text(),
                    TextAlignment.CENTER);
            g.fillText(tick.label(), x, bottom + ChartGeometry.TIME_HEIGHT / 2);
        }
    }

    /** The lines between panes and axes. */
    void borders(Frame frame) {
        GraphicsContext g = frame.g();
        ChartGeometry geometry = frame.geometry();
        g.setFill(frame.colors().border());
        for (ChartGeometry.Box box : geometry.panes()) {
            g.fillRect(0, Math.floor(box.bottom()), geometry.width(), 1);
        }
        g.fillRect(Math.floor(geometry.plotWidth()), 0, 1, geometry.height() - ChartGeometry.TIME_HEIGHT);
    }

    private static void text(GraphicsContext g, Font font, Color color, TextAlignment alignment) {
        g.setFont(font);
        g.setFill(color);
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
    }
}
