package io.alphaforge.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One message in the middle of the window, in place of the work that cannot be done yet. */
final class MessagePane {
    private MessagePane() {}

    static VBox of(Node picture, String title, String sentence, Node... actions) {
        Label heading = new Label(title);
        heading.getStyleClass().add("message-title");
        Label text = new Label(sentence);
        text.setId("message");
        text.getStyleClass().add("message-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox pane = new VBox(picture, heading, text);
        pane.getChildren().addAll(actions);
        pane.getStyleClass().add("message");
        pane.setAlignment(Pos.CENTER);
        return pane;
    }
}
