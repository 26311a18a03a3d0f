package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Screen;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReturnHistogramTest {
    @BeforeAll
    static void toolkit() {
        Screen.start();
        Screen.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    @Test
    void labelsThatWouldRunIntoEachOtherAreLeftOutAtEveryWidth() {
        List<double[]> runs = List.of(
                new double[] {0.001, 0.0011, 0.0012},
                new double[] {-1234.5, 20, 98_765.25},
                new double[] {-80, -79, -78},
                new double[] {-0.5, 0, 0.5});
        for (double[] returns : runs) {
            SimpleObjectProperty<ReturnBins> bins = new SimpleObjectProperty<>(ReturnBins.of(returns, 26));
            Region plot = Screen.call(() -> {
                Region made = new ReturnHistogram(bins).node();
                Group root = new Group(made);
                root.getStyleClass().addAll("root", "light", "backtest");
                Scene scene = new Scene(root, 600, 200);
                scene.getStylesheets().setAll(Assets.stylesheets());
                return made;
            });
            for (int width = 60; width <= 500; width += 10) {
                List<Label> labels = laidOut(plot, width);
                assertThat(labels).as("%s px", width).isNotEmpty();
                for (int i = 1; i < labels.size(); i++) {
                    assertThat(labels.get(i).getBoundsInParent().getMinX())
                            .as(
                                    "%s px, %s behind %s",
                                    width,
                                    labels.get(i).getText(),
                                    labels.get(i - 1).getText())
                            .isGreaterThan(labels.get(i - 1).getBoundsInParent().getMaxX());
                }
            }
        }
    }

    /** The labels that are shown, from left to right. */
    private static List<Label> laidOut(Region plot, int width) {
        return Screen.call(() -> {
            plot.resize(width, 80);
            plot.applyCss();
            plot.requestLayout();
            plot.layout();
            return plot.getChildrenUnmodifiable().stream()
                    .filter(node -> node instanceof Label && node.isVisible())
                    .map(Label.class::cast)
                    .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
                    .toList();
        });
    }
}
