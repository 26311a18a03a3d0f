package io.alphaforge.ui.kit.chart;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Gap;
import java.util.ArrayList;
import java.util.List;

/** Draws a dotted line before each bar that follows missing ones, unless there are too many to mean anything. */
final class GapPainter {
    private static final int MOST = 40;

    private GapPainter() {}

    static void draw(Frame frame, ChartGeometry.Box box) {
        List<Integer> visible = visible(frame);
        if (visible.isEmpty() || visible.size() > MOST) {
            return;
        }
        frame.g().setStroke(frame.colors().gap());
        frame.g().setLineWidth(1);
        frame.g().setLineDashes(1, 3);
        for (int bar : visible) {
            double x = Frame.crisp(frame.x(bar));
            frame.g().strokeLine(x, box.top(), x, box.bottom());
        }
        frame.g().setLineDashes();
    }

    /** The bars that follow gaps; one more than {@link #MOST} at the most. */
    private static List<Integer> visible(Frame frame) {
        Bars bars = frame.data().bars();
        List<Gap> gaps = frame.data().gaps();
        List<Integer> found = new ArrayList<>();
        if (bars.isEmpty()) {
            return found;
        }
        long from = bars.time(frame.firstBar());
        int low = 0;
        int high = gaps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gaps.get(middle).nextPresent() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < gaps.size() && found.size() <= MOST; i++) {
            int bar = bars.indexAtOrAfter(gaps.get(i).nextPresent());
            if (bar >= frame.endBar()) {
                break;
            }
            found.add(bar);
        }
        return found;
    }
}
