package io.alphaforge.ui.data;

import io.alphaforge.ui.data.DataView.Models;
import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Below the series: either the gaps of the selected one, or how the last import goes on and what it reported. */
final class LowerPane {
    private final GapPane gaps;
    private final ReportPane report;
    private final ToggleButton gapsTab = new ToggleButton("Gaps");
    private final ToggleButton reportTab = new ToggleButton("Import report");
    private final StackPane content = new StackPane();
    private final VBox root;

    LowerPane(Models models, Desk desk, CsvExport export) {
        gaps = new GapPane(models.gaps(), desk.times());
        report = new ReportPane(models.filling(), desk.times(), export);
        ToggleGroup tabs = new ToggleGroup();
        gapsTab.setId("show-gaps");
        gapsTab.setAccessibleText("Show the gaps of the selected series");
        gapsTab.getStyleClass().add("left-pill");
        reportTab.setId("show-report");
        reportTab.setAccessibleText("Show the report of the last import");
        reportTab.getStyleClass().add("right-pill");
        tabs.getToggles().setAll(gapsTab, reportTab);
        tabs.selectToggle(gapsTab);
        tabs.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                // One of the two is always shown.
                tabs.selectToggle(was);
            } else {
                show();
            }
        });
        HBox pair = new HBox(gapsTab, reportTab);
        StackPane heading = new StackPane(gaps.heading(), report.heading());
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox bar = new HBox(pair, heading);
        bar.getStyleClass().add("lower-tabs");
        VBox.setVgrow(content, Priority.ALWAYS);
        root = new VBox(bar, content);
        root.getStyleClass().add("lower");
        root.setMinHeight(160);
        Label none = new Label("Nothing was imported yet. Choose files, or drop them on the window.");
        none.getStyleClass().add("placeholder");
        none.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> reportTab.isSelected() && models.filling().phase().get() == Phase.OFFERING,
                        reportTab.selectedProperty(),
                        models.filling().phase()));
        content.getChildren().setAll(gaps.node(), report.node(), none);
        show();
    }

    private void show() {
        gaps.node().setVisible(gapsTab.isSelected());
        gaps.heading().setVisible(gapsTab.isSelected());
        report.node().setVisible(reportTab.isSelected());
        report.heading().setVisible(reportTab.isSelected());
    }

    void showReport() {
        reportTab.setSelected(true);
    }

    void close() {
        gaps.close();
        report.close();
    }

    Node node() {
        return root;
    }
}
