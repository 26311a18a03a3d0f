package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Action;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The keys of the window and of the page that is shown. */
final class KeysPane {
    private KeysPane() {}

    /** Shows the actions that have a key, in sections. */
    static void open(Overlay overlay, Map<String, List<Action>> sections) {
        VBox card = new VBox();
        card.getStyleClass().addAll("card", "keys");
        card.setId("keys");
        Label heading = new Label("Keyboard");
        heading.getStyleClass().add("message-title");
        card.getChildren().add(heading);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        int column = 0;
        for (Map.Entry<String, List<Action>> section : sections.entrySet()) {
            VBox list = section(section.getKey(), section.getValue());
            if (list.getChildren().size() > 1) {
                grid.add(list, column++, 0);
            }
        }
        Button close = new Button("Close");
        close.setDefaultButton(true);
        close.setOnAction(e -> overlay.hide());
        card.getChildren().addAll(grid, close);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(card, Pos.CENTER, () -> {});
        close.requestFocus();
    }

    private static VBox section(String title, List<Action> actions) {
        Label heading = new Label(title);
        heading.getStyleClass().add("form-section");
        GridPane rows = new GridPane();
        rows.getStyleClass().add("keys-rows");
        int row = 0;
        for (Action action : actions) {
            if (action.key() != null) {
                Label key = new Label(action.key().getDisplayText());
                key.getStyleClass().add("key");
                key.setMinWidth(Region.USE_PREF_SIZE);
                Label what = new Label(action.title());
                what.setMinWidth(Region.USE_PREF_SIZE);
                rows.addRow(row++, key, what);
            }
        }
        VBox box = new VBox(heading);
        box.getStyleClass().add("keys-section");
        if (row > 0) {
            box.getChildren().add(rows);
        }
        return box;
    }
}
