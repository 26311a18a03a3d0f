package io.alphaforge.ui.data;

import io.alphaforge.ui.kit.Controls;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** How the mirror of the server is, and the button that brings it up to date, at the right of what the store holds. */
final class MirrorLine {
    private MirrorLine() {}

    static HBox beside(Label summary, MirrorViewModel model) {
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMinWidth(0);
        Label state = new Label();
        state.setId("mirror-state");
        state.getStyleClass().add("data-mirror");
        state.textProperty().bind(model.state());
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.setTooltip(new Tooltip(
                "The copy of the server's bars on this machine; runs fetch by themselves what they need of it."));
        Button sync = Controls.button(
                "mirror-sync",
                "Sync",
                Feather.REFRESH_CW,
                "Fetch everything that the mirror lacks, so that all of it can be used without the server",
                model::sync);
        sync.disableProperty().bind(model.syncing());
        HBox line = new HBox(8, summary, state, sync);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("data-mirror-line");
        return line;
    }
}
