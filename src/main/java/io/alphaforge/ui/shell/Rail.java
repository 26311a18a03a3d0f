package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Hints;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The column of places at the left edge of the window. */
final class Rail {
    private final VBox root = new VBox();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    /** The program says where one is; otherwise a mouse or an arrow key says where to go. */
    private boolean marking;

    /** A column that marks where one is. */
    Rail(Consumer<Place> go, Whereabouts at) {
        root.getStyleClass().add("rail");
        for (Place place : Place.values()) {
            if (place == Place.SETTINGS) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                root.getChildren().add(gap);
            }
            ToggleButton button = new ToggleButton(place.title(), new FontIcon(place.icon()));
            button.setId("rail-" + place.id());
            button.getStyleClass().add("rail-button");
            button.setContentDisplay(ContentDisplay.TOP);
            button.setToggleGroup(group);
            Hints.explain(button, place.description() + " (" + place.keyText() + ")");
            button.setAccessibleText(place.title() + ": " + place.description());
            button.setUserData(place);
            buttons.put(place, button);
            root.getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (marking) {
                return;
            }
            if (now == null) {
                // A click on the place that is shown must not take its mark away.
                group.selectToggle(before);
            } else {
                go.accept((Place) now.getUserData());
            }
        });
        at.ready().subscribe(this::enable);
        at.shown().subscribe(page -> mark(page == null ? null : page.place()));
    }

    VBox node() {
        return root;
    }

    /** Marks the place that is shown; null when what is shown has no place here. */
    private void mark(@Nullable Place place) {
        marking = true;
        group.selectToggle(place == null ? null : buttons.get(place));
        marking = false;
    }

    /** Whether the places can be gone to. */
    private void enable(boolean usable) {
        buttons.values().forEach(b -> b.setDisable(!usable));
    }
}
