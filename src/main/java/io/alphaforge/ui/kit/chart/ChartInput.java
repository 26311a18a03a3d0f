package io.alphaforge.ui.kit.chart;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** What wheel, mouse and keys do to a chart. */
final class ChartInput {
    /** One notch of a usual wheel is 40 pixels and zooms by about a sixth. */
    private static final double ZOOM_PER_PIXEL = 0.004;

    private static final double FAST = 5;

    private final ChartView chart;
    private final ChartSurface surface;
    private double pressedX;
    private @Nullable VisibleRange pressedRange;

    ChartInput(ChartView chart, ChartSurface surface) {
        this.chart = chart;
        this.surface = surface;
    }

    void install() {
        chart.setOnScroll(this::scroll);
        chart.setOnMousePressed(this::press);
        chart.setOnMouseDragged(this::drag);
        chart.setOnMouseReleased(event -> pressedRange = null);
        chart.setOnMouseClicked(this::click);
        chart.setOnMouseMoved(event -> surface.point(event.getX(), event.getY()));
        chart.setOnMouseExited(event -> surface.point(Double.NaN, Double.NaN));
        chart.setOnKeyPressed(this::key);
    }

    private void scroll(ScrollEvent event) {
        ChartPainter.Drawn drawn = surface.drawn();
        if (drawn == null) {
            return;
        }
        Frame frame = drawn.frame();
        // Shift makes a wheel scroll sideways; touch pads do so by themselves.
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            chart.pan(-event.getDeltaX() / frame.geometry().plotWidth());
        } else {
            double x = Math.min(event.getX(), frame.geometry().plotWidth());
            double anchor = chart.range().get().from()
                    + x / frame.geometry().plotWidth() * chart.range().get().width();
            chart.zoom(Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL), anchor);
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            pressedX = event.getX();
            pressedRange = chart.range().get();
        }
    }

    private void drag(MouseEvent event) {
        ChartPainter.Drawn drawn = surface.drawn();
        VisibleRange start = pressedRange;
        if (start == null || drawn == null) {
            return;
        }
        double bars = (pressedX - event.getX()) / drawn.frame().geometry().plotWidth() * start.width();
        chart.show(start.pan(bars, drawn.frame().data().size()));
        surface.point(event.getX(), event.getY());
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 2) {
            chart.showAll();
            return;
        }
        int trade = surface.tradeAt(event.getX(), event.getY());
        if (trade >= 0) {
            chart.clickTrade(trade);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double step = ChartView.PAN_SHARE * (event.isShiftDown() ? FAST : 1);
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> chart.zoomIn();
            case MINUS, SUBTRACT -> chart.zoomOut();
            case LEFT, KP_LEFT -> chart.pan(-step);
            case RIGHT, KP_RIGHT -> chart.pan(step);
            case HOME -> chart.showAll();
            case END -> chart.showEnd();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
