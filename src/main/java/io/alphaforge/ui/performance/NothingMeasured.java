package io.alphaforge.ui.performance;

import io.alphaforge.run.Universe;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Desk;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands in the place of figures before the first run. */
final class NothingMeasured {
    private NothingMeasured() {}

    /** The message with a way to the backtest. */
    static Node pane(Desk desk) {
        FontIcon icon = new FontIcon(Feather.ACTIVITY);
        icon.getStyleClass().add("performance-empty-icon");
        Label title = new Label("Nothing was measured yet");
        title.getStyleClass().add("message-title");
        Label text =
                new Label("Every run is measured: how long it took, when its first result came, how much of it kept"
                        + " results answered, and where its time went. The figures stay on this computer.");
        text.getStyleClass().add("message-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button go = Controls.button(
                "performance-backtest",
                "Go to the backtest",
                Feather.ARROW_RIGHT,
                "Choose a strategy and run it",
                () -> desk.navigator().backtest(new Universe.All()));
        go.getStyleClass().add("accent");
        VBox message = new VBox(icon, title, text, go);
        message.setId("performance-empty");
        message.getStyleClass().add("message");
        message.setAlignment(Pos.CENTER);
        StackPane box = new StackPane(message);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }
}
