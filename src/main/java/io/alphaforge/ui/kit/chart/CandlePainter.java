package io.alphaforge.ui.kit.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws candles and their volume, on whole pixels. */
final class CandlePainter {
    private static final double VOLUME_OPACITY = 0.35;
    private static final double WIDEST_BODY = 24;

    private CandlePainter() {}

    /** The candles, rising ones and falling ones each in one go: changing the colour costs more than a rectangle. */
    static void candles(Frame frame, Candles candles, Scale scale) {
        boolean rising = true;
        for (int pass = 0; pass < 2; pass++) {
            frame.g().setFill(rising ? frame.colors().up() : frame.colors().down());
            for (int i = 0; i < candles.count(); i++) {
                if (rises(candles, i) == rising) {
                    candle(frame, candles, i, scale);
                }
            }
            rising = false;
        }
    }

    /** Bars of volume that stand on {@code bottom}, the largest of them {@code height} pixels high. */
    static void volume(Frame frame, Candles candles, double bottom, double height) {
        double most = candles.largestVolume();
        if (!(most > 0)) {
            return;
        }
        GraphicsContext g = frame.g();
        double body = body(frame);
        boolean rising = true;
        for (int pass = 0; pass < 2; pass++) {
            g.setFill(faint(rising ? frame.colors().up() : frame.colors().down()));
            for (int i = 0; i < candles.count(); i++) {
                if (rises(candles, i) == rising) {
                    double size = Math.ceil(candles.volume(i) / most * height);
                    g.fillRect(left(frame, candles, i, body), bottom - size, body, size);
                }
            }
            rising = false;
        }
    }

    private static void candle(Frame frame, Candles candles, int i, Scale scale) {
        GraphicsContext g = frame.g();
        double body = body(frame);
        double left = left(frame, candles, i, body);
        double high = Math.floor(scale.y(candles.high(i)));
        double low = Math.floor(scale.y(candles.low(i)));
        double upper = Math.floor(scale.y(Math.max(candles.open(i), candles.close(i))));
        double lower = Math.floor(scale.y(Math.min(candles.open(i), candles.close(i))));
        g.fillRect(left + (body - 1) / 2, high, 1, Math.max(1, low - high));
        g.fillRect(left, upper, body, Math.max(1, lower - upper));
    }

    private static boolean rises(Candles candles, int i) {
        return candles.close(i) >= candles.open(i);
    }

    private static double left(Frame frame, Candles candles, int i, double body) {
        return Math.floor(frame.center(candles.bar(i))) - (body - 1) / 2;
    }

    /** An odd number of pixels, so that the wick is in the middle. */
    private static double body(Frame frame) {
        double room = Math.min(WIDEST_BODY, frame.step() * frame.group() * 0.72);
        double whole = Math.floor(room);
        return Math.max(3, whole % 2 == 0 ? whole - 1 : whole);
    }

    private static Color faint(Color color) {
        return color.deriveColor(0, 1, 1, VOLUME_OPACITY);
    }
}
