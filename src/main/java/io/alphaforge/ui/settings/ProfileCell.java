package io.alphaforge.ui.settings;

import io.alphaforge.run.ConnectionProfile;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of profiles: name over address, a word on the right where there is one.
 *
 * @param <T> what the list holds
 */
public final class ProfileCell<T> extends ListCell<T> {
    private final Function<T, ConnectionProfile> profile;
    private final Function<T, String> note;
    private final Label name = new Label();
    private final Label place = new Label();
    private final Label mark = new Label();
    private final HBox line;

    /** @param note a word about the profile; empty for none */
    public ProfileCell(Function<T, ConnectionProfile> profile, Function<T, String> note) {
        this.profile = profile;
        this.note = note;
        name.getStyleClass().add("profile-name");
        place.getStyleClass().add("profile-place");
        mark.getStyleClass().add("profile-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        VBox texts = new VBox(name, place);
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        line = new HBox(texts, mark);
        line.getStyleClass().add("profile-line");
        getStyleClass().add("profile-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        ConnectionProfile shown = profile.apply(item);
        String word = note.apply(item);
        name.setText(shown.name());
        place.setText(shown.label());
        mark.setText(word);
        mark.setVisible(!word.isEmpty());
        mark.setManaged(!word.isEmpty());
        setGraphic(line);
        setAccessibleText(shown.name() + ", " + shown.label() + (word.isEmpty() ? "" : ", " + word));
    }
}
