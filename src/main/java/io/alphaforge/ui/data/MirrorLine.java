package io.alphaforge.ui.data;

import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.TightLine;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** How the mirror of the server is, and the button that brings it up to date, at the right of what the store holds. */
final class MirrorLine {
    private MirrorLine() {}

    static HBox beside(Label summary, MirrorViewModel model) {
        HBox.setHgrow(summary, Priority.ALWAYS);
        Label state = new Label();
        state.setId("mirror-state");
        state.getStyleClass().add("data-mirror");
        state.textProperty().bind(model.state());
        Hints.explain(
                state,
                state.textProperty()
                        .map(now ->
                                now + "\nThe copy of the server's bars on this machine; runs fetch by themselves what"
                                        + " they need of it."));
        Hints.explain(summary, summary.textProperty());
        Button sync = Controls.button(
                "mirror-sync",
                "Sync",
                Feather.REFRESH_CW,
                "Fetch everything that the mirror lacks, so that all of it can be used without the server",
                model::sync);
        sync.disableProperty().bind(model.syncing());
        HBox line = new TightLine(List.of(summary, sync, state), summary, state, sync);
        line.setSpacing(8);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("data-mirror-line");
        return line;
    }
}
