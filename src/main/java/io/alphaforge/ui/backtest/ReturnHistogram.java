package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.Formats;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * How the returns are distributed: a bar for each bin, losses and gains in their colours, coins with a return of exactly
 * 0 in neither. Drawn anew at most once a frame, by the layout pass.
 */
final class ReturnHistogram {
    private static final double AXIS = 14;
    private static final double TOP = 4;
    private static final double LEAST = 1.5;
    /** What labels keep from each other. */
    private static final double GAP = 4;

    private final ObservableValue<ReturnBins> bins;
    private final Path losses = path("histogram-losses");
    private final Path gains = path("histogram-gains");
    private final Path zeros = path("histogram-zeros");
    private final Path axis = path("histogram-axis");
    private final Label low = label();
    private final Label zero = label();
    private final Label high = label();
    private final Label none = label();
    private final Tooltip tip = FormRows.tooltip("");
    private final Plot root = new Plot();

    ReturnHistogram(ObservableValue<ReturnBins> bins) {
        this.bins = bins;
        root.setId("histogram");
        root.getStyleClass().addAll("tile", "histogram");
        root.add();
        none.setText("Distribution of returns");
        bins.subscribe(now -> {
            root.setAccessibleText(describe(now));
            root.requestLayout();
        });
        root.setOnMouseMoved(this::hover);
        Tooltip.install(root, tip);
        tip.setText("How many coins have which total return.");
    }

    Region node() {
        return root;
    }

    /** What a bin holds, for the tooltip. */
    static String describe(ReturnBins bins, int bin) {
        String range;
        if (bin == 0 && bins.openBelow()) {
            range = "below " + percent(bins, bins.to(bin));
        } else if (bin == bins.size() - 1 && bins.openAbove()) {
            range = percent(bins, bins.from(bin)) + " and more";
        } else {
            range = percent(bins, bins.from(bin)) + " to " + percent(bins, bins.to(bin));
        }
        int unchanged = bins.zeros(bin);
        return range + ": " + Formats.plural(bins.count(bin), "coin")
                + (unchanged == 0 ? "" : ", " + Formats.count(unchanged) + " of them unchanged");
    }

    private static String describe(ReturnBins bins) {
        return bins.size() == 0
                ? "Distribution of returns, empty"
                : "Distribution of returns from " + percent(bins, bins.from(0)) + " to "
                        + percent(bins, bins.to(bins.size() - 1));
    }

    private static String percent(ReturnBins bins, double value) {
        return Formats.change(value, bins.decimals()) + " %";
    }

    private void hover(MouseEvent event) {
        ReturnBins now = bins.getValue();
        double each = root.inner() / Math.max(1, now.size());
        int bin = (int) Math.floor((event.getX() - root.snappedLeftInset()) / each);
        tip.setText(bin < 0 || bin >= now.size() ? "How many coins have which total return." : describe(now, bin));
    }

    private static Path path(String styleClass) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().add("histogram-label");
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }

    private final class Plot extends Region {
        void add() {
            getChildren().addAll(losses, gains, zeros, axis, low, zero, high, none);
        }

        double inner() {
            return getWidth() - snappedLeftInset() - snappedRightInset();
        }

        @Override
        protected void layoutChildren() {
            ReturnBins now = bins.getValue();
            losses.getElements().clear();
            gains.getElements().clear();
            zeros.getElements().clear();
            axis.getElements().clear();
            none.setVisible(now.size() == 0);
            double left = snappedLeftInset();
            double floor = getHeight() - snappedBottomInset() - AXIS;
            line(left, floor, left + inner());
            if (now.size() > 0) {
                draw(now, left, floor);
            }
            place(none, left + inner() / 2, (snappedTopInset() + floor) / 2 - AXIS / 2);
            label(now, left, floor);
        }

        private void line(double from, double y, double to) {
            axis.getElements().addAll(new MoveTo(from, y + 0.5), new LineTo(to, y + 0.5));
        }

        private void draw(ReturnBins now, double left, double floor) {
            double each = inner() / now.size();
            double scale = (floor - snappedTopInset() - TOP) / now.tallest();
            for (int bin = 0; bin < now.size(); bin++) {
                double from = snapPositionX(left + bin * each);
                double to = Math.max(from + 1, snapPositionX(left + (bin + 1) * each) - 1);
                int unchanged = now.zeros(bin);
                int others = now.count(bin) - unchanged;
                double base = floor;
                if (unchanged > 0) {
                    base = bar(zeros, from, to, floor, Math.max(LEAST, unchanged * scale));
                }
                if (others > 0) {
                    bar(now.from(bin) < 0 ? losses : gains, from, to, base, Math.max(LEAST, others * scale));
                }
            }
        }

        /** Returns where the bar ends. */
        private double bar(Path path, double from, double to, double floor, double height) {
            double top = floor - height;
            path.getElements()
                    .addAll(
                            new MoveTo(from, floor),
                            new LineTo(from, top),
                            new LineTo(to, top),
                            new LineTo(to, floor),
                            new ClosePath());
            return top;
        }

        private void label(ReturnBins now, double left, double floor) {
            boolean any = now.size() > 0;
            low.setVisible(any);
            high.setVisible(any);
            if (!any) {
                zero.setVisible(false);
                return;
            }
            low.setText((now.openBelow() ? "≤ " : "") + percent(now, now.openBelow() ? now.to(0) : now.from(0)));
            int last = now.size() - 1;
            high.setText((now.openAbove() ? "≥ " : "") + percent(now, now.openAbove() ? now.from(last) : now.to(last)));
            zero.setText("0");
            double half = low.prefWidth(-1) / 2;
            place(low, left + half, floor + 1);
            place(high, left + inner() - high.prefWidth(-1) / 2, floor + 1);
            double span = now.to(last) - now.from(0);
            double at = left + inner() * -now.from(0) / span;
            place(zero, at, floor + 1);
            // Where they would run into each other the lower end is left, and every other edge is in the tip.
            high.setVisible(clear(low, high));
            zero.setVisible(clear(low, zero) && clear(zero, high));
        }

        /** Whether there is room between two labels, of which the first is farther left. */
        private boolean clear(Label left, Label right) {
            return left.getLayoutX() + left.getWidth() + GAP <= right.getLayoutX();
        }

        private void place(Label label, double center, double y) {
            label.autosize();
            label.relocate(snapPositionX(center - label.getWidth() / 2), y);
        }
    }
}
