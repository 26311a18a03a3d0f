package io.alphaforge.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A score from 0 to 100 as a figure with a small bar beside it. Scores below 90 and below 60 look different.
 *
 * @param <S> rows
 */
public final class QualityCell<S> extends TableCell<S, Double> {
    private static final PseudoClass FAIR = PseudoClass.getPseudoClass("fair");
    private static final PseudoClass POOR = PseudoClass.getPseudoClass("poor");

    private final Bar bar = new Bar();

    public QualityCell() {
        getStyleClass().addAll("figure", "quality");
        setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable Double score, boolean empty) {
        super.updateItem(score, empty);
        boolean fair = false;
        boolean poor = false;
        if (empty || score == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(Formats.number(score, 1));
            // Without a score an empty bar keeps the figures in line.
            bar.show(Double.isFinite(score) ? Math.clamp(score / 100, 0, 1) : 0);
            setGraphic(bar);
            poor = score < 60;
            fair = score < 90 && !poor;
        }
        pseudoClassStateChanged(FAIR, fair);
        pseudoClassStateChanged(POOR, poor);
    }

    private static final class Bar extends Region {
        private final Region filled = new Region();
        private double share;

        Bar() {
            getStyleClass().add("quality-track");
            filled.getStyleClass().add("quality-bar");
            getChildren().add(filled);
        }

        void show(double value) {
            if (value != share) {
                share = value;
                requestLayout();
            }
        }

        @Override
        protected void layoutChildren() {
            filled.resizeRelocate(0, 0, share * getWidth(), getHeight());
        }
    }
}
