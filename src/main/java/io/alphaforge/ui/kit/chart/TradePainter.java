package io.alphaforge.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/**
 * Draws trades: a triangle upwards below the candle of an entry, one downwards above that of an exit, and the selected
 * trade with its way from price to price. Remembers where the triangles are, for clicks.
 */
final class TradePainter {
    private static final double SIZE = 9;
    private static final double AIR = 4;
    private static final double REACH = 12;
    private static final double[] DASHES = {4, 3};

    /** A triangle that was drawn. */
    private record Spot(int trade, double x, double y) {}

    private final List<Spot> spots = new ArrayList<>();
    private final Candles one = new Candles();

    /** Draws the trades that are visible; {@code selected} is the index of one, or -1. */
    void draw(Frame frame, Scale scale, int selected) {
        spots.clear();
        if (selected >= 0 && selected < frame.data().trades().size()) {
            way(frame, scale, frame.data().trades().get(selected));
        }
        int lastEntry = Integer.MIN_VALUE;
        int lastExit = Integer.MIN_VALUE;
        for (int i = 0; i < frame.data().trades().size(); i++) {
            TradeMark trade = frame.data().trades().get(i);
            if (visible(frame, trade.entryBar()) && i != selected) {
                lastEntry = entry(frame, scale, i, lastEntry, false);
            }
            if (!trade.open() && visible(frame, trade.exitBar()) && i != selected) {
                lastExit = exit(frame, scale, i, lastExit, false);
            }
        }
        if (selected >= 0 && selected < frame.data().trades().size()) {
            TradeMark trade = frame.data().trades().get(selected);
            if (visible(frame, trade.entryBar())) {
                entry(frame, scale, selected, Integer.MIN_VALUE, true);
            }
            if (!trade.open() && visible(frame, trade.exitBar())) {
                exit(frame, scale, selected, Integer.MIN_VALUE, true);
            }
        }
    }

    /** The trade whose triangle is nearest to a place, -1 when none is near. */
    int tradeAt(double x, double y) {
        int found = -1;
        double nearest = REACH * REACH;
        for (Spot spot : spots) {
            double distance = (spot.x - x) * (spot.x - x) + (spot.y - y) * (spot.y - y);
            if (distance <= nearest) {
                nearest = distance;
                found = spot.trade;
            }
        }
        return found;
    }

    /** Where the triangle of a trade's entry is, as x and y; empty when it is not drawn. */
    List<Double> spot(int trade) {
        return spots.stream()
                .filter(spot -> spot.trade == trade)
                .findFirst()
                .map(spot -> List.of(spot.x, spot.y))
                .orElse(List.of());
    }

    private static boolean visible(Frame frame, int bar) {
        return bar >= frame.firstBar() && bar < frame.endBar();
    }

    /** The room of the trade tinted, and a line from the price of the entry to that of the exit. */
    private static void way(Frame frame, Scale scale, TradeMark trade) {
        GraphicsContext g = frame.g();
        double from = frame.center(frame.groupStart(trade.entryBar()));
        double to = frame.center(frame.groupStart(trade.exitBar()));
        g.setFill(frame.colors().selection());
        double left = Math.floor(from - frame.step() * frame.group() / 2);
        double width = Math.ceil(to - from + frame.step() * frame.group());
        g.fillRect(left, 0, width, frame.geometry().panes().getFirst().height());
        Color color = trade.gain() ? frame.colors().up() : frame.colors().down();
        g.setStroke(color);
        g.setLineWidth(1.5);
        g.setLineDashes(DASHES);
        g.setLineCap(StrokeLineCap.BUTT);
        g.strokeLine(from, scale.y(trade.entryPrice()), to, scale.y(trade.exitPrice()));
        g.setLineDashes();
        g.setFill(color);
        g.fillOval(from - 2.5, scale.y(trade.entryPrice()) - 2.5, 5, 5);
        g.fillOval(to - 2.5, scale.y(trade.exitPrice()) - 2.5, 5, 5);
    }

    /** Returns the candle at which the last entry was drawn: of several on one candle the first is enough. */
    private int entry(Frame frame, Scale scale, int index, int last, boolean strong) {
        TradeMark trade = frame.data().trades().get(index);
        int start = frame.groupStart(trade.entryBar());
        if (start == last) {
            return last;
        }
        frame.data().candles().readOne(trade.entryBar(), frame.group(), one);
        double x = frame.center(start);
        double tip = Math.min(
                scale.y(one.low(0)) + AIR, frame.geometry().panes().getFirst().bottom() - SIZE - 1);
        triangle(frame, frame.colors().entry(), x, tip, strong ? SIZE + 3 : SIZE, strong);
        spots.add(new Spot(index, x, tip + SIZE / 2));
        return start;
    }

    private int exit(Frame frame, Scale scale, int index, int last, boolean strong) {
        TradeMark trade = frame.data().trades().get(index);
        int start = frame.groupStart(trade.exitBar());
        if (start == last) {
            return last;
        }
        frame.data().candles().readOne(trade.exitBar(), frame.group(), one);
        double x = frame.center(start);
        double tip = Math.max(scale.y(one.high(0)) - AIR, SIZE + 1);
        triangle(frame, frame.colors().exit(), x, tip, strong ? -SIZE - 3 : -SIZE, strong);
        spots.add(new Spot(index, x, tip - SIZE / 2));
        return start;
    }

    /** A triangle with its tip at a place; its body is below the tip, above it when the size is negative. */
    private static void triangle(Frame frame, Color color, double x, double tip, double size, boolean outlined) {
        GraphicsContext g = frame.g();
        double half = Math.abs(size) / 2;
        double[] xs = {x, x - half, x + half};
        double[] ys = {tip, tip + size, tip + size};
        g.setFill(color);
        g.fillPolygon(xs, ys, 3);
        g.setStroke(outlined ? frame.colors().strongText() : frame.colors().background());
        g.setLineWidth(outlined ? 1.5 : 1);
        g.strokePolygon(xs, ys, 3);
    }
}
