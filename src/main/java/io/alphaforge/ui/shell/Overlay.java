package io.alphaforge.ui.shell;

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
    private @Nullable Node focusBefore;
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
        if (!isShown()) {
            focusBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
        }
        dismissed = onDismiss;
        StackPane.setAlignment(content, where);
        root.getChildren().setAll(content);
        root.setVisible(true);
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
        root.setVisible(false);
        root.getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }
}
