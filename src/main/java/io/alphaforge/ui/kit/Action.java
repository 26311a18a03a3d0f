package io.alphaforge.ui.kit;

import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can do, with its key where it has one. The command palette lists it, Shift+F1 shows its key.
 *
 * @param title as in a menu: "Run the backtest"
 * @param key null when there is none
 */
public record Action(String title, @Nullable KeyCombination key, Runnable run) {
    public static Action of(String title, Runnable run) {
        return new Action(title, null, run);
    }

    /** An action with a key as {@link KeyCombination#keyCombination} reads it, for example "Shortcut+E". */
    public static Action of(String title, String key, Runnable run) {
        return new Action(title, KeyCombination.keyCombination(key), run);
    }
}
