package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Action;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** The keys that work everywhere in the window: its own, and those of the page that is shown. */
final class Keys {
    private final Scene scene;
    private final BooleanSupplier held;
    private List<Action> own = List.of();
    private List<Action> page = List.of();

    /**
     * The keys of a scene.
     *
     * @param held true while something lies over the window and takes the keyboard
     */
    Keys(Scene scene, BooleanSupplier held) {
        this.scene = scene;
        this.held = held;
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
        if (action.key() != null) {
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
