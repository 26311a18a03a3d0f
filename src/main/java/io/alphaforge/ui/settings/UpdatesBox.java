package io.alphaforge.ui.settings;

import java.net.URI;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Whether to look for newer versions, and where. */
final class UpdatesBox {
    private final CheckBox wanted = new CheckBox("Look for new versions once a day");
    private final VBox root;
    private final Subscription subscription;

    UpdatesBox(Updates updates) {
        wanted.setId("updates-check");
        wanted.setSelected(updates.wanted().get());
        wanted.setDisable(updates.feed().isEmpty());
        wanted.setOnAction(e -> updates.wanted().set(wanted.isSelected()));
        subscription = updates.wanted().subscribe(is -> wanted.setSelected(is));
        Label hint = new Label(updates.feed()
                .map(UpdatesBox::asked)
                .orElse("No address is set at which new versions are announced. One can be put into settings.json as"
                        + " \"updates.feed\"; until then nothing is asked."));
        hint.setId("updates-hint");
        hint.getStyleClass().add("form-description");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        root = new VBox(wanted, hint);
        root.getStyleClass().add("settings-updates");
    }

    private static String asked(URI feed) {
        return "Asks " + feed.getHost() + " which version is the newest and sends nothing about you or your data."
                + " While this is off, nothing is asked.";
    }

    VBox node() {
        return root;
    }

    void close() {
        subscription.unsubscribe();
    }
}
