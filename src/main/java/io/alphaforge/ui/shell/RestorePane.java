package io.alphaforge.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the window shows while a backup is put in the place of its database. */
final class RestorePane {
    private RestorePane() {}

    static VBox of(ObservableValue<String> progress, Runnable cancel) {
        Label now = new Label();
        now.setId("restore-progress");
        now.textProperty().bind(progress);
        Button stop = new Button("_Cancel", new FontIcon(Feather.X));
        stop.setId("restore-cancel");
        stop.setCancelButton(true);
        stop.setOnAction(e -> {
            stop.setDisable(true);
            cancel.run();
        });
        return MessagePane.of(
                new ProgressIndicator(),
                "Restoring the database",
                "The backup is copied and checked before anything is replaced.",
                now,
                stop);
    }
}
