package io.alphaforge.ui.coin;

import io.alphaforge.ui.kit.Preferences;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chart with something below it, whose height the user sets by dragging and which keeps it in any window. */
final class Split {
    private static final String HEIGHT = "coin.below";
    private static final double AT_FIRST = 224;
    private static final double LEAST = 96;
    private static final double LEAST_ABOVE = 200;

    private final VBox root = new VBox();
    private final StackPane below;
    private final Preferences preferences;
    private double pressedY;
    private double pressedHeight;

    /** Nothing below yet; {@link #fill} puts something there. */
    Split(Node above, Preferences preferences) {
        this.preferences = preferences;
        below = new StackPane();
        below.setMinHeight(LEAST);
        double height = preferences.get(HEIGHT).map(Split::pixels).orElse(AT_FIRST);
        below.setPrefHeight(height);
        below.setMaxHeight(Region.USE_PREF_SIZE);
        Region handle = new Region();
        handle.setId("coin-split");
        handle.getStyleClass().add("coin-handle");
        handle.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            pressedY = event.getSceneY();
            pressedHeight = below.getHeight();
        });
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(event.getSceneY()));
        VBox.setVgrow(above, Priority.ALWAYS);
        root.getChildren().setAll(above, handle, below);
    }

    Node node() {
        return root;
    }

    void fill(Node content) {
        below.getChildren().setAll(content);
    }

    private void drag(double y) {
        double most = Math.max(LEAST, root.getHeight() - LEAST_ABOVE);
        double height = Math.rint(Math.clamp(pressedHeight + pressedY - y, LEAST, most));
        below.setPrefHeight(height);
        preferences.put(HEIGHT, String.valueOf((int) height));
    }

    private static double pixels(String text) {
        try {
            return Math.clamp(Integer.parseInt(text), LEAST, 2000);
        } catch (NumberFormatException e) {
            return AT_FIRST;
        }
    }
}
