package io.alphaforge.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A question inside the page before something that cannot be undone: what goes, and two buttons. Esc means no. */
public final class ConfirmBar {
    private final HBox root = new HBox();
    private final Label question = new Label();
    private final Button yes = new Button();
    private @Nullable Runnable then;
    private @Nullable Node before;

    /** @param id of the bar; its buttons are called {@code <id>-yes} and {@code <id>-no} */
    public ConfirmBar(String id) {
        root.setId(id);
        root.getStyleClass().add("confirm-bar");
        question.setId(id + "-question");
        question.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        question.setWrapText(true);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        yes.setId(id + "-yes");
        yes.setAccessibleText("Confirm");
        yes.getStyleClass().add("danger");
        yes.setMinWidth(Region.USE_PREF_SIZE);
        yes.setOnAction(event -> confirm());
        Button no = new Button("Keep");
        no.setId(id + "-no");
        no.setAccessibleText("Keep everything");
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(event -> dismiss());
        root.getChildren().setAll(question, yes, no);
        Escape.belongsTo(root, this::isAsking);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                dismiss();
                event.consume();
            }
        });
        show(false);
    }

    /** Its place in the page; takes no room while nothing is asked. */
    public Node node() {
        return root;
    }

    /**
     * Asks, in place of what was asked before.
     *
     * @param sentence names what goes
     * @param verb on the button that says yes: "Delete 3 runs"
     * @param confirmed done when the user says yes
     */
    public void ask(String sentence, String verb, Runnable confirmed) {
        if (!isAsking()) {
            Scene scene = root.getScene();
            before = scene == null ? null : scene.getFocusOwner();
        }
        then = confirmed;
        question.setText(sentence);
        yes.setText(verb);
        yes.setAccessibleText(verb + ". " + sentence);
        show(true);
        yes.requestFocus();
    }

    public boolean isAsking() {
        return then != null;
    }

    /** Nothing goes; the keyboard is where it was before. */
    public void dismiss() {
        then = null;
        show(false);
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void confirm() {
        Runnable confirmed = then;
        dismiss();
        if (confirmed != null) {
            confirmed.run();
        }
    }

    private void show(boolean shown) {
        root.setVisible(shown);
        root.setManaged(shown);
    }
}
