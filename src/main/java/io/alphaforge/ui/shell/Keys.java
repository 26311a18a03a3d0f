package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Escape;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** The keys that work everywhere in the window: its own, and those of the page that is shown. */
final class Keys {
    private static final KeyCombination ESCAPE = new KeyCodeCombination(KeyCode.ESCAPE);

    private final Scene scene;
    private final BooleanSupplier held;
    private List<Action> own = List.of();
    private List<Action> page = List.of();
    private final ListChangeListener<Window> popups = this::closed;
    /** Whether the key that is being pressed has closed a popup. */
    private boolean answered;

    /**
     * The keys of a scene.
     *
     * @param held true while something lies over the window and takes the keyboard
     */
    Keys(Scene scene, BooleanSupplier held) {
        this.scene = scene;
        this.held = held;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        Window.getWindows().addListener(new WeakListChangeListener<>(popups));
    }

    /** Esc is not left to the accelerators, which come last: tables, lists and fields swallow it before. */
    private void escape(KeyEvent event) {
        if (ESCAPE.match(event) && !answered && !held.getAsBoolean() && !Escape.isTaken(scene.getFocusOwner())) {
            page.stream()
                    .filter(action -> ESCAPE.equals(action.key()))
                    .findFirst()
                    .ifPresent(action -> Platform.runLater(action.run()));
        }
    }

    /** A list that opened over a field sees Esc first, closes, and lets it go on. */
    private void closed(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            if (change.getRemoved().stream().anyMatch(window -> !(window instanceof Tooltip))) {
                answered = true;
                Platform.runLater(() -> answered = false);
            }
        }
    }

    void own(List<Action> actions) {
        own = List.copyOf(actions);
        install();
    }

    void page(List<Action> actions) {
        page = List.copyOf(actions);
        install();
    }

    List<Action> own() {
        return own;
    }

    List<Action> page() {
        return page;
    }

    private void install() {
        scene.getAccelerators().clear();
        // A page may not take a key of the window.
        page.forEach(this::install);
        own.forEach(this::install);
    }

    private void install(Action action) {
        if (action.key() != null && !ESCAPE.equals(action.key())) {
            // Later, since an action that shows another page changes the keys, which the toolkit is just going through.
            scene.getAccelerators()
                    .put(
                            action.key(),
                            () -> Platform.runLater(() -> {
                                if (!held.getAsBoolean()) {
                                    action.run().run();
                                }
                            }));
        }
    }
}
