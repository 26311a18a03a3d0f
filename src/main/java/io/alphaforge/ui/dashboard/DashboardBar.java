package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.kit.ColumnChooser;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Hints;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line between tiles and table: filter, what to show, how many coins that is, columns, export. */
final class DashboardBar {
    private static final String LINE = "table-bar";
    private static final double HEIGHT = 28;

    private final HBox root;
    private final TextField text = new TextField();

    /**
     * The line.
     *
     * @param toTable puts the keyboard into the table
     * @param export writes the rows to a file
     */
    DashboardBar(DashboardViewModel model, ColumnChooser chooser, Runnable toTable, Runnable export) {
        CoinFilter filter = model.filter();
        text.setId("filter");
        text.setPromptText("Filter coins");
        text.setAccessibleText("Filter coins");
        Hints.explain(text, "Words that symbol, base or quote asset contain (Ctrl+F); Esc clears.");
        text.textProperty().bindBidirectional(filter.text());
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> typed(event, toTable));
        Label count = new Label();
        count.setId("count");
        count.getStyleClass().add("count");
        count.textProperty().bind(filter.count());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button csv = new Button("Export", new FontIcon(Feather.DOWNLOAD));
        csv.setId("export");
        Hints.explain(csv, "Write these rows with every column to a CSV file (Ctrl+E).");
        csv.setOnAction(event -> export.run());
        root = Controls.bar(LINE, text, scope(filter), stale(filter), count, progress(model), gap, chooser.node(), csv);
    }

    /** As high as the line is, and empty. */
    static HBox room() {
        Region height = new Region();
        height.setMinHeight(HEIGHT);
        HBox room = new HBox(height);
        room.getStyleClass().add(LINE);
        return room;
    }

    private void typed(KeyEvent event, Runnable toTable) {
        if (event.getCode() == KeyCode.ESCAPE && !text.getText().isEmpty()) {
            text.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN
                || event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.ESCAPE) {
            toTable.run();
            event.consume();
        }
    }

    private static HBox scope(CoinFilter filter) {
        ToggleButton all = toggle("scope-all", "All", "left-pill");
        ToggleButton starred = toggle("scope-watchlist", "Watchlist", "right-pill");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(all, starred);
        BooleanProperty only = filter.watchlistOnly();
        only.subscribe(is -> group.selectToggle(is ? starred : all));
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null && before != null) {
                // One of the two is always chosen.
                before.setSelected(true);
            } else {
                only.set(starred.isSelected());
            }
        });
        HBox box = new HBox(all, starred);
        box.getStyleClass().add("scope");
        return box;
    }

    private static ToggleButton stale(CoinFilter filter) {
        ToggleButton hide = toggle("hide-stale", "Hide stale", "plain-toggle");
        Hints.explain(hide, "Hide coins that end over 48 h before the newest bar in the database.");
        hide.selectedProperty().bindBidirectional(filter.staleHidden());
        return hide;
    }

    private static ToggleButton toggle(String id, String title, String styleClass) {
        ToggleButton toggle = new ToggleButton(title);
        toggle.setId(id);
        toggle.getStyleClass().add(styleClass);
        return toggle;
    }

    /** Only what takes longer than a moment is worth a sign of progress. */
    private static StackPane progress(DashboardViewModel model) {
        // Its dozen parts are made when they are wanted: a start rarely takes long enough.
        StackPane sign = new StackPane();
        sign.setId("busy");
        sign.setVisible(false);
        PauseTransition moment = new PauseTransition(Duration.millis(200));
        moment.setOnFinished(event -> {
            if (sign.getChildren().isEmpty()) {
                ProgressIndicator indicator = new ProgressIndicator();
                indicator.setAccessibleText("Reading the dashboard");
                sign.getChildren().add(indicator);
            }
            sign.setVisible(model.busy().get());
        });
        model.busy().subscribe(busy -> {
            if (busy) {
                moment.playFromStart();
            } else {
                moment.stop();
                sign.setVisible(false);
            }
        });
        return sign;
    }

    HBox node() {
        return root;
    }

    void focusFilter() {
        text.requestFocus();
        text.selectAll();
    }
}
