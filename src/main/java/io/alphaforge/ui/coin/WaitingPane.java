package io.alphaforge.ui.coin;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is over the chart while a coin is loaded, and in its place when that failed or was stopped. */
final class WaitingPane {
    /** A wait as short as this needs no progress. */
    private static final Duration PATIENCE = Duration.millis(180);

    private final VBox root = new VBox();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final CoinViewModel model;
    private final Subscription subscriptions;

    WaitingPane(CoinViewModel model) {
        this.model = model;
        root.getStyleClass().add("coin-waiting");
        root.setAlignment(Pos.CENTER);
        root.setVisible(false);
        patience.setOnFinished(event -> show());
        subscriptions = Subscription.combine(
                model.busy().subscribe(() -> change()),
                model.problem().subscribe(() -> change()),
                model.cancelled().subscribe(() -> change()),
                model.content().subscribe(() -> change()));
        change();
    }

    Node node() {
        return root;
    }

    void close() {
        patience.stop();
        subscriptions.unsubscribe();
    }

    private void change() {
        if (model.busy().get() && !root.isVisible()) {
            patience.playFromStart();
        } else {
            patience.stop();
            show();
        }
    }

    private void show() {
        String sentence = model.problem().get();
        if (model.busy().get()) {
            waiting();
        } else if (!sentence.isEmpty()) {
            failed(sentence);
        } else if (model.content().get() == null && model.cancelled().get()) {
            stopped();
        } else {
            root.setVisible(false);
            root.getChildren().clear();
        }
    }

    private void waiting() {
        ProgressIndicator progress = new ProgressIndicator();
        progress.getStyleClass().add("coin-progress");
        Button cancel = button("coin-cancel", "_Cancel", Feather.X, model::cancel);
        fill(progress, "Loading " + model.title(), "", cancel);
    }

    private void failed(String sentence) {
        FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("message-problem");
        Button again = button("coin-again", "_Try again", Feather.REFRESH_CW, model::reload);
        if (model.request().get().backtest() == null) {
            fill(icon, "This coin cannot be shown", sentence, again);
        } else {
            Button bars = button("coin-bars", "Show the _bars alone", Feather.BAR_CHART_2, model::showBars);
            fill(icon, "This backtest cannot be shown", sentence, again, bars);
        }
    }

    private void stopped() {
        Button again = button("coin-again", "_Load it", Feather.REFRESH_CW, model::reload);
        fill(new FontIcon(Feather.PAUSE_CIRCLE), "Not loaded", "Loading was stopped.", again);
    }

    private void fill(Node picture, String title, String sentence, Button... buttons) {
        Label heading = new Label(title);
        heading.getStyleClass().add("message-title");
        Label text = new Label(sentence);
        text.setId("coin-message");
        text.getStyleClass().add("message-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setManaged(!sentence.isEmpty());
        HBox actions = new HBox(buttons);
        actions.getStyleClass().add("coin-actions");
        VBox message = new VBox(picture, heading, text, actions);
        message.getStyleClass().add("message");
        message.setAlignment(Pos.CENTER);
        root.getChildren().setAll(message);
        root.setVisible(true);
    }

    private static Button button(String id, String text, Feather icon, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setOnAction(event -> run.run());
        return button;
    }
}
