package io.alphaforge.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.scripted.Screen;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LegendTest {
    private static final int BARS = 300;

    @BeforeAll
    static void toolkit() {
        Screen.start();
        Screen.run(() -> Application.setUserAgentStylesheet(Theme.DARK.stylesheet()));
    }

    @Test
    void aNumberIsLeftOutRatherThanCutAndTheCloseWithItsChangeStays() {
        ChartView chart = Screen.call(() -> new ChartView(new TimeText(), ChartColors.of(Theme.DARK)));
        Stage stage = Screen.call(() -> {
            StackPane root = new StackPane(chart);
            root.getStyleClass().addAll("root", "dark");
            Scene scene = new Scene(root, 900, 400);
            scene.getStylesheets().setAll(Assets.stylesheets());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            chart.show(data(), VisibleRange.all(BARS));
            return window;
        });
        Screen.settle();
        assertThat(shown(chart)).contains("O", "H", "L", "C", "Vol");
        for (int width = 800; width >= 260; width -= 60) {
            int now = width;
            Screen.run(() -> stage.setWidth(now));
            Screen.settle();
            assertThat(Screen.call(() -> cut(chart))).as("%s px", width).isEmpty();
            assertThat(shown(chart)).as("%s px", width).contains("C");
        }
        assertThat(shown(chart)).doesNotContain("Vol", "O");
        Screen.picture(stage, 260, 400, "legend-narrow");
        double axis = Screen.call(() -> {
            ChartSurface surface =
                    (ChartSurface) chart.getChildrenUnmodifiable().getFirst();
            ChartGeometry geometry =
                    Objects.requireNonNull(surface.drawn()).frame().geometry();
            return geometry.width() - geometry.plotWidth();
        });
        Text tag = new Text("0.0000053447");
        tag.setFont(Font.font("Inter Figures", 11));
        assertThat(axis)
                .as("room for the tag of the last close")
                .isGreaterThanOrEqualTo(tag.getLayoutBounds().getWidth() + 12);
        Screen.run(() -> {
            chart.close();
            stage.hide();
        });
    }

    private static List<String> shown(ChartView chart) {
        return Screen.call(() -> chart.lookupAll(".plot-legend-name").stream()
                .filter(name -> name.getParent().isVisible())
                .map(name -> ((Label) name).getText())
                .toList());
    }

    /** What of the legends has less room than it wants. */
    private static List<String> cut(ChartView chart) {
        return chart.lookupAll(".plot-legend .label").stream()
                .filter(node -> node.getParent().isVisible())
                .map(Label.class::cast)
                .filter(label -> label.getWidth() + 0.5 < label.prefWidth(-1) || outside(label, chart))
                .map(Label::getText)
                .toList();
    }

    private static boolean outside(Node node, ChartView chart) {
        return node.localToScene(node.getLayoutBounds()).getMaxX()
                > chart.localToScene(chart.getLayoutBounds()).getMaxX();
    }

    /** Prices of a coin that costs next to nothing. */
    private static ChartData data() {
        double[] close = LongStream.range(0, BARS)
                .mapToDouble(i -> 0.0000051895 * (1 + i / 1e4))
                .toArray();
        long[] times = LongStream.range(0, BARS)
                .map(i -> 1_704_067_200_000L + i * Interval.D1.millis())
                .toArray();
        Bars bars = Bars.of(Interval.D1, times, close, close, close, close, close);
        return new ChartData("VOMEUSDT 1d", BarPyramid.of(bars), List.of(), List.of(), List.of(), List.of());
    }
}
