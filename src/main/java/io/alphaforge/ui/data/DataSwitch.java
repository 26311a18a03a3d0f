package io.alphaforge.ui.data;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The way between the stored series and looking after the database; one stands at the left of each view's bar. */
final class DataSwitch {
    private DataSwitch() {}

    /**
     * Two buttons, of which one is always pressed.
     *
     * @param id of the view that they stand in
     * @param maintenance whether the database is looked after
     */
    static HBox pair(String id, BooleanProperty maintenance) {
        ToggleButton series = button(id + "-to-series", "Series", "left-pill", "Show the stored series");
        ToggleButton looking =
                button(id + "-to-maintenance", "Maintenance", "right-pill", "Look after the database itself");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(series, looking);
        maintenance.subscribe(is -> group.selectToggle(is ? looking : series));
        group.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else {
                maintenance.set(is.equals(looking));
            }
        });
        HBox pair = new HBox(series, looking);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.setMinWidth(Region.USE_PREF_SIZE);
        return pair;
    }

    private static ToggleButton button(String id, String text, String style, String tip) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setAccessibleText(tip);
        button.getStyleClass().add(style);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
