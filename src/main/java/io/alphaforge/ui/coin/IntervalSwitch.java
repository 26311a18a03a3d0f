package io.alphaforge.ui.coin;

import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.OneChosen;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Buttons for the intervals of the bars. */
final class IntervalSwitch {
    private final HBox root = new HBox();
    private final CoinViewModel model;
    private ToggleGroup group = new ToggleGroup();
    private List<Interval> offered = List.of();

    IntervalSwitch(CoinViewModel model) {
        this.model = model;
        root.getStyleClass().add("interval-switch");
    }

    HBox node() {
        return root;
    }

    /** Offers what can be chosen now. */
    void refresh() {
        List<Interval> intervals = model.intervals();
        if (intervals.equals(offered)) {
            // The buttons stay, and with them the keyboard.
            select();
            return;
        }
        offered = List.copyOf(intervals);
        group = new ToggleGroup();
        root.getChildren().clear();
        for (int i = 0; i < intervals.size(); i++) {
            root.getChildren().add(button(intervals.get(i), i, intervals.size()));
        }
        select();
        OneChosen.of(group, chosen -> model.show((Interval) chosen.getUserData()));
    }

    private void select() {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == model.request().get().interval())
                .forEach(group::selectToggle);
    }

    private ToggleButton button(Interval interval, int index, int count) {
        ToggleButton button = new ToggleButton(interval.code());
        button.setId("interval-" + interval.code());
        button.setToggleGroup(group);
        button.setTooltip(new Tooltip("Bars of " + interval.code()));
        button.setAccessibleText("Bars of " + interval.code());
        if (count > 1) {
            button.getStyleClass().add(index == 0 ? "left-pill" : index == count - 1 ? "right-pill" : "center-pill");
        }
        button.setUserData(interval);
        return button;
    }
}
