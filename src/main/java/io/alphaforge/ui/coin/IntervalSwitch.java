package io.alphaforge.ui.coin;

import io.alphaforge.market.Interval;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Buttons for the intervals of the bars. */
final class IntervalSwitch {
    private final HBox root = new HBox();
    private final CoinViewModel model;

    IntervalSwitch(CoinViewModel model) {
        this.model = model;
        root.getStyleClass().add("interval-switch");
    }

    HBox node() {
        return root;
    }

    /** Offers what can be chosen now. */
    void refresh() {
        ToggleGroup group = new ToggleGroup();
        List<Interval> intervals = model.intervals();
        root.getChildren().clear();
        for (int i = 0; i < intervals.size(); i++) {
            root.getChildren().add(button(intervals.get(i), i, intervals.size(), group));
        }
    }

    private ToggleButton button(Interval interval, int index, int count, ToggleGroup group) {
        ToggleButton button = new ToggleButton(interval.code());
        button.setId("interval-" + interval.code());
        button.setToggleGroup(group);
        button.setSelected(interval == model.request().get().interval());
        button.setTooltip(new Tooltip("Bars of " + interval.code()));
        button.setAccessibleText("Bars of " + interval.code());
        if (count > 1) {
            button.getStyleClass().add(index == 0 ? "left-pill" : index == count - 1 ? "right-pill" : "center-pill");
        }
        button.setOnAction(event -> {
            // Exactly one stays chosen.
            button.setSelected(true);
            model.show(interval);
        });
        return button;
    }
}
