package io.alphaforge.ui.kit.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/** The legends of all panes. */
final class Legends {
    private static final double LEFT = 4;
    private static final double TOP = 4;
    private static final double ROW = 18;
    private static final int VOLUME = Readout.PRICE_NAMES.indexOf("Vol");
    private static final int BARS = Readout.PRICE_NAMES.size() - 1;

    /** Close and change are what one looks for; the candle itself shows the others. */
    private static final List<Integer> LEAST_FIRST = Stream.concat(
                    Stream.of(BARS), Stream.of("Vol", "O", "L", "H").map(Readout.PRICE_NAMES::indexOf))
            .toList();

    private final Legend prices = new Legend("", Readout.PRICE_NAMES);
    private final Legend overlays;
    private final List<Legend> panes = new ArrayList<>();
    private final ChartData data;

    Legends(ChartData data) {
        this.data = data;
        overlays = new Legend("", names(data.overlays()));
        data.panes().forEach(pane -> panes.add(new Legend(title(pane), names(pane.lines()))));
    }

    /** All of them, to be put over the chart. */
    List<Legend> nodes() {
        List<Legend> all = new ArrayList<>(List.of(prices, overlays));
        all.addAll(panes);
        return all;
    }

    /** What the legends say, row by row. */
    List<List<String>> texts() {
        return nodes().stream().map(Legend::texts).toList();
    }

    void place(ChartGeometry geometry) {
        double top = geometry.panes().getFirst().top() + TOP;
        move(prices, geometry, top, LEAST_FIRST);
        move(overlays, geometry, top + ROW, lastFirst(overlays));
        for (int i = 0; i < panes.size(); i++) {
            ChartGeometry.Box box = geometry.panes().get(i + 1);
            // Where the scale has a fixed upper end the line often runs along it.
            boolean below = !Double.isNaN(data.panes().get(i).high());
            move(panes.get(i), geometry, below ? box.bottom() - ROW - 2 : box.top() + 2, lastFirst(panes.get(i)));
        }
    }

    void show(Readout readout, ChartColors colors) {
        nodes().forEach(legend -> legend.backdrop(colors.background()));
        prices.show(readout.prices());
        Color change =
                readout.direction() > 0 ? colors.up() : readout.direction() < 0 ? colors.down() : colors.strongText();
        for (int i = 0; i < readout.prices().size(); i++) {
            prices.color(i, change);
        }
        prices.color(VOLUME, colors.strongText());
        prices.color(BARS, colors.text());
        show(overlays, data.overlays(), readout.overlays(), colors);
        for (int i = 0; i < panes.size(); i++) {
            show(panes.get(i), data.panes().get(i).lines(), readout.panes().get(i), colors);
        }
    }

    private static void show(Legend legend, List<ChartLine> lines, List<String> values, ChartColors colors) {
        legend.show(values);
        for (int i = 0; i < lines.size(); i++) {
            legend.color(i, colors.of(lines.get(i).role()));
        }
    }

    /** Every entry but the first. */
    private static List<Integer> lastFirst(Legend legend) {
        return IntStream.range(1, legend.size()).boxed().toList().reversed();
    }

    private static void move(Legend legend, ChartGeometry geometry, double top, List<Integer> leastFirst) {
        double width = legend.fit(geometry.plotWidth() - LEFT, leastFirst);
        legend.resizeRelocate(LEFT, Math.floor(top), Math.max(0, width), ROW);
    }

    private static String title(ChartPane pane) {
        return names(pane.lines()).contains(pane.name()) ? "" : pane.name();
    }

    private static List<String> names(List<ChartLine> lines) {
        return lines.stream().map(ChartLine::name).toList();
    }
}
