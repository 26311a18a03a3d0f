package io.alphaforge.ui.shell;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Lays one thing at a time over the window: the palette, the list of keys, a question. Escape or a click beside it
 * dismisses it, and the keyboard goes back to where it was.
 */
final class Overlay {
    private final StackPane root = new StackPane();
    private final ChangeListener<Node> holdFocus = (observable, before, now) -> hold(now);
    private @Nullable Node focusBefore;
    private @Nullable Node focusInside;
    private Runnable dismissed = () -> {};

    Overlay() {
        root.setId("overlay");
        root.getStyleClass().add("overlay");
        root.setVisible(false);
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            if (root.equals(e.getTarget())) {
                dismiss();
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                dismiss();
            }
        });
    }

    Node node() {
        return root;
    }

    boolean isShown() {
        return root.isVisible();
    }

    /**
     * Lays a node over the window.
     *
     * @param onDismiss what to do when it goes without having been answered
     */
    void show(Node content, Pos where, Runnable onDismiss) {
        if (!isShown() && root.getScene() != null) {
            focusBefore = root.getScene().getFocusOwner();
            root.getScene().focusOwnerProperty().addListener(holdFocus);
        }
        focusInside = null;
        dismissed = onDismiss;
        StackPane.setAlignment(content, where);
        root.getChildren().setAll(content);
        root.setVisible(true);
        // Controls answer keys only once they have a skin; what is typed before the next frame must not be lost.
        root.applyCss();
    }

    /** Takes away what is shown, as Escape does. */
    void dismiss() {
        Runnable then = dismissed;
        hide();
        then.run();
    }

    /** Takes away what is shown after it has been answered. */
    void hide() {
        dismissed = () -> {};
        if (root.getScene() != null) {
            root.getScene().focusOwnerProperty().removeListener(holdFocus);
        }
        focusInside = null;
        root.setVisible(false);
        root.getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    /** What lies below must not take the keyboard, by Tab or by itself. */
    private void hold(@Nullable Node now) {
        if (isInside(now)) {
            focusInside = now;
        } else if (focusInside != null) {
            Node back = focusInside;
            Platform.runLater(() -> {
                if (isShown() && isInside(back)) {
                    back.requestFocus();
                }
            });
        }
    }

    private boolean isInside(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(root)) {
                return true;
            }
        }
        return false;
    }
}
