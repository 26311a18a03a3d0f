package io.alphaforge.ui.kit;

import io.alphaforge.market.Column;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;

/**
 * A few values as a small line, from the lowest at the lower edge to the highest at the upper one; it has the colour of
 * rising where the last value is above the first. Values that are not finite are left out.
 *
 * @param <S> rows
 */
public final class SparklineCell<S> extends TableCell<S, Column> {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final double PADDING = 2;

    private final Canvas canvas = new Canvas();

    /** A cell with a line in an area of this size. */
    public SparklineCell(double width, double height) {
        getStyleClass().add("sparkline");
        canvas.setWidth(width);
        canvas.setHeight(height);
        // The stylesheet says what colour rising has; a canvas hears of it only this way.
        textFillProperty().subscribe(fill -> draw());
    }

    @Override
    protected void updateItem(@Nullable Column values, boolean empty) {
        boolean same = Objects.equals(values, getItem()) && empty == isEmpty();
        super.updateItem(values, empty);
        if (same) {
            return;
        }
        int trend = 0;
        if (empty || values == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            trend = Sparkline.trend(values);
            setGraphic(canvas);
            setAccessibleText(trend > 0 ? "rising" : trend < 0 ? "falling" : "unchanged");
        }
        pseudoClassStateChanged(UP, trend > 0);
        pseudoClassStateChanged(DOWN, trend < 0);
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Column values = getItem();
        if (values == null) {
            return;
        }
        Sparkline line = Sparkline.of(
                values, PADDING, canvas.getWidth() - 2 * PADDING, PADDING, canvas.getHeight() - 2 * PADDING);
        if (line.size() == 0) {
            return;
        }
        g.setStroke(getTextFill());
        g.setFill(getTextFill());
        g.setLineWidth(1.25);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.strokePolyline(line.x(), line.y(), line.size());
        int last = line.size() - 1;
        g.fillOval(line.x()[last] - 1.5, line.y()[last] - 1.5, 3, 3);
    }
}
