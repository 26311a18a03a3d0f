package io.alphaforge.ui.coin;

import io.alphaforge.ui.kit.chart.ChartView;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons that do to a chart what its keys do. */
final class ChartTools {
    private ChartTools() {}

    static HBox of(ChartView chart) {
        ToggleButton logarithmic = new ToggleButton("Log");
        logarithmic.setId("chart-log");
        logarithmic.getStyleClass().add("flat");
        logarithmic.setTooltip(new Tooltip("Logarithmic prices: equal distances for equal ratios"));
        logarithmic.setAccessibleText("Logarithmic prices");
        logarithmic.selectedProperty().bindBidirectional(chart.logarithmic());
        HBox tools = new HBox(
                logarithmic,
                button("chart-zoom-out", Feather.MINUS, "Zoom out  (−)", chart::zoomOut),
                button("chart-zoom-in", Feather.PLUS, "Zoom in  (+)", chart::zoomIn),
                button("chart-all", Feather.MAXIMIZE, "Show everything  (Home)", chart::showAll),
                button("chart-end", Feather.CHEVRONS_RIGHT, "Go to the newest bars  (End)", chart::showEnd));
        tools.getStyleClass().add("chart-tools");
        return tools;
    }

    private static Node button(String id, Feather icon, String title, Runnable run) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setTooltip(new Tooltip(title));
        button.setAccessibleText(title);
        button.setOnAction(event -> run.run());
        return button;
    }
}
