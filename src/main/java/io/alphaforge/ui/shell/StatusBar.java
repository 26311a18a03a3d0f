package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.StoreContents;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the bottom of the window: where the data is, how much there is, and what is being done. */
final class StatusBar {
    private final HBox root = new HBox();
    private final Label job = new Label();

    StatusBar(WorkspaceSession session) {
        root.getStyleClass().add("status-bar");
        Label location = new Label("", new FontIcon(Feather.DATABASE));
        location.setId("status-location");
        location.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        location.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(location, Priority.ALWAYS);
        location.textProperty().bind(session.state().map(state -> switch (state) {
            case WorkspaceSession.Opening opening -> "Opening the database…";
            case WorkspaceSession.Unusable unusable -> "No database";
            case WorkspaceSession.Open open -> open.location();
            case WorkspaceSession.Closing closing -> "Closing the database…";
        }));
        Label coins = new Label();
        coins.setId("status-coins");
        coins.setMinWidth(HBox.USE_PREF_SIZE);
        coins.textProperty().bind(session.contents().map(StatusBar::describe));
        job.setId("status-job");
        job.setMinWidth(HBox.USE_PREF_SIZE);
        root.getChildren().addAll(location, job, coins);
    }

    HBox node() {
        return root;
    }

    /** Shows what is being done. */
    void follow(ObservableValue<String> running) {
        job.textProperty().bind(running);
    }

    private static String describe(StoreContents contents) {
        if (contents.isEmpty()) {
            return "";
        }
        return Formats.plural(contents.coins(), "coin") + "  ·  " + Formats.plural(contents.bars(), "bar") + "  ·  to "
                + Formats.date(contents.last());
    }
}
