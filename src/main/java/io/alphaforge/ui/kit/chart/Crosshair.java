package io.alphaforge.ui.kit.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A line through all panes at a candle, one at the pointer, and what they mean on the axes. */
final class Crosshair {
    private static final double TAG_HEIGHT = 18;

    private final Region vertical = line("plot-cross-vertical");
    private final Region horizontal = line("plot-cross-horizontal");
    private final Label time = tag("plot-cross-time");
    private final Label value = tag("plot-cross-value");

    Crosshair() {
        hide();
    }

    List<Node> nodes() {
        return List.of(vertical, horizontal, value, time);
    }

    void hide() {
        nodes().forEach(node -> node.setVisible(false));
    }

    /** Shows the line at a candle; {@code when} is written below it. */
    void showTime(ChartGeometry geometry, double x, String when) {
        double bottom = geometry.height() - ChartGeometry.TIME_HEIGHT;
        vertical.resizeRelocate(Math.floor(x), 0, 1, bottom);
        vertical.setVisible(true);
        time.setText(when);
        double width = Math.ceil(time.prefWidth(-1));
        double left = Math.clamp(x - width / 2, 0, Math.max(0, geometry.width() - width));
        time.resizeRelocate(Math.floor(left), bottom + (ChartGeometry.TIME_HEIGHT - TAG_HEIGHT) / 2, width, TAG_HEIGHT);
        time.setVisible(true);
    }

    /** Shows the line at the pointer; {@code text} is written beside it. */
    void showValue(ChartGeometry geometry, double y, String text) {
        horizontal.resizeRelocate(0, Math.floor(y), geometry.plotWidth(), 1);
        horizontal.setVisible(true);
        value.setText(text);
        double left = geometry.plotWidth() + 2;
        value.resizeRelocate(left, Math.floor(y) - TAG_HEIGHT / 2, geometry.width() - left - 2, TAG_HEIGHT);
        value.setVisible(true);
    }

    /** Leaves the line at the candle alone. */
    void hideValue() {
        horizontal.setVisible(false);
        value.setVisible(false);
    }

    String timeText() {
        return time.getText();
    }

    private static Region line(String styleClass) {
        Region line = new Region();
        line.getStyleClass().add(styleClass);
        line.setManaged(false);
        line.setMouseTransparent(true);
        return line;
    }

    private static Label tag(String styleClass) {
        Label tag = new Label();
        tag.getStyleClass().addAll("plot-tag", styleClass);
        tag.setManaged(false);
        tag.setMouseTransparent(true);
        return tag;
    }
}
