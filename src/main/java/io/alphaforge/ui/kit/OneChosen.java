package io.alphaforge.ui.kit;

import java.util.function.Consumer;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;

/** Buttons of which exactly one is chosen, whether by mouse, by key or by the program: what is marked is in force. */
public final class OneChosen {
    private OneChosen() {}

    /**
     * Keeps one button of the group chosen and follows it. The arrow keys choose without any action of the button, so
     * nothing but the group itself tells what is chosen.
     *
     * @param chosen hears of every other choice, also of one that it made itself
     */
    public static void of(ToggleGroup group, Consumer<Toggle> chosen) {
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now != null) {
                chosen.accept(now);
            } else if (before != null && group.getToggles().contains(before)) {
                group.selectToggle(before);
            }
        });
    }
}
