package io.alphaforge.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the place of a table or a chart that has nothing to show yet. */
public final class EmptyState {
    private EmptyState() {}

    /**
     * A picture, a title, and what would be here and why it is not.
     *
     * @param ways buttons that lead on
     */
    public static VBox of(String id, Feather picture, String title, String sentence, Node... ways) {
        FontIcon icon = new FontIcon(picture);
        icon.getStyleClass().add("empty-icon");
        Label name = new Label(title);
        name.getStyleClass().add("message-title");
        Label text = new Label(sentence);
        text.getStyleClass().add("message-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(icon, name, text);
        box.getChildren().addAll(ways);
        box.setId(id);
        box.getStyleClass().add("message");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
