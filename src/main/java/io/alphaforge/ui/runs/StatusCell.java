package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.RunSummary.Status;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a run ended: a shape and a word. */
final class StatusCell extends TableCell<Header, Status> {
    private final FontIcon icon = new FontIcon();

    StatusCell() {
        getStyleClass().add("run-status");
    }

    @Override
    protected void updateItem(@Nullable Status status, boolean empty) {
        super.updateItem(status, empty);
        getStyleClass().removeAll("status-finished", "status-cancelled", "status-broken");
        if (empty || status == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        String word = RunWords.status(status);
        icon.setIconCode(
                switch (status) {
                    case FINISHED -> Feather.CHECK;
                    case CANCELLED -> Feather.SLASH;
                    case BROKEN -> Feather.ALERT_TRIANGLE;
                });
        getStyleClass().add("status-" + word);
        setText(word);
        setGraphic(icon);
    }
}
