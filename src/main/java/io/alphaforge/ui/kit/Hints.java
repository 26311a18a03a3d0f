package io.alphaforge.ui.kit;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Definitions that show on hover. */
public final class Hints {
    private static final double WIDTH = 420;

    private Hints() {}

    /**
     * Explains a node on hover. The tooltip is made when the mouse comes for the first time: each is a window with a scene
     * of its own, and a table has dozens of them.
     */
    public static void explain(Node node, String text) {
        onHover(node, () -> tooltip(text));
        node.setAccessibleHelp(text);
    }

    /** Explains a node on hover by a text that changes. */
    public static void explain(Node node, ObservableValue<String> text) {
        onHover(node, () -> {
            Tooltip tooltip = tooltip("");
            tooltip.textProperty().bind(text);
            return tooltip;
        });
        node.accessibleHelpProperty().bind(text);
    }

    private static void onHover(Node node, Supplier<Tooltip> tooltip) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                Tooltip.install(node, tooltip.get());
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            }
        });
    }

    /** A tooltip that shows soon and stays. */
    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setShowDuration(Duration.INDEFINITE);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        return tooltip;
    }
}
