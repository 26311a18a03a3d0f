package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notices;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Notices in the lower right corner of the window, newest at the bottom. Problems stay until they are dismissed or there
 * are too many of them, the others go by themselves once they were seen for a while.
 */
final class NoticePane implements Notices {
    private static final Duration SHOWN = Duration.seconds(8);
    private static final int AT_MOST = 4;

    private final NoticeStack root = new NoticeStack();
    /** How many workspaces were left. */
    private int left;

    /** What a card in the pane tells; cards know it as their user data. */
    private record Told(String sentence, boolean lasting, boolean offers) {}

    NoticePane() {
        root.setId("notices");
        root.getStyleClass().add("notices");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.setPickOnBounds(false);
    }

    Node node() {
        return root;
    }

    /** Takes the notices of the workspace that is open; what they offer to do is offered until that is left. */
    Notices ofWorkspace() {
        int now = left;
        return notice -> tell(now == left ? notice : new Notice(notice.kind(), notice.sentence(), null));
    }

    /** The workspace is left: nothing can be done any more with what it has told. */
    void leave() {
        left++;
        root.getChildren().removeIf(card -> told(card).offers());
    }

    /** The server does not answer, which somebody may have said already. */
    void lost(Notice notice) {
        if (root.getChildren().stream().noneMatch(card -> isOfSilence(told(card)))) {
            tell(notice);
        }
    }

    /** The server answers again: that it does not is no news any more. */
    void answered() {
        root.getChildren().removeIf(card -> isOfSilence(told(card)));
    }

    /** Whoever finds the server away says so in these words. */
    private static boolean isOfSilence(Told told) {
        return told.lasting()
                && told.sentence().contains("server")
                && told.sentence().contains("does not answer");
    }

    @Override
    public void tell(Notice notice) {
        // The same thing said again takes the place of what was said before.
        root.getChildren().removeIf(card -> told(card).sentence().equals(notice.sentence()));
        boolean lasting = notice.kind() == Notice.Kind.PROBLEM;
        if (root.getChildren().size() >= AT_MOST) {
            makeRoom(lasting);
        }
        Node card = card(notice);
        card.setUserData(new Told(notice.sentence(), lasting, notice.action() != null));
        root.getChildren().add(card);
        if (!lasting) {
            PauseTransition timer = new PauseTransition(SHOWN);
            timer.setOnFinished(e -> root.getChildren().remove(card));
            card.visibleProperty().subscribe(shown -> {
                if (shown) {
                    timer.play();
                } else {
                    timer.pause();
                }
            });
        }
    }

    /** Takes away the oldest that would go by itself; a problem only for another one. */
    private void makeRoom(boolean forProblem) {
        root.getChildren().stream()
                .filter(card -> !told(card).lasting())
                .findFirst()
                .or(() -> forProblem ? Optional.of(root.getChildren().getFirst()) : Optional.empty())
                .ifPresent(root.getChildren()::remove);
    }

    private static Told told(Node card) {
        return (Told) card.getUserData();
    }

    private Node card(Notice notice) {
        FontIcon icon = new FontIcon(
                switch (notice.kind()) {
                    case INFORMATION -> Feather.INFO;
                    case SUCCESS -> Feather.CHECK_CIRCLE;
                    case PROBLEM -> Feather.ALERT_TRIANGLE;
                });
        Label sentence = new Label(notice.sentence());
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(sentence);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(icon, text);
        Action action = notice.action();
        if (action != null) {
            Hyperlink link = new Hyperlink(action.title());
            link.setOnAction(e -> {
                root.getChildren().remove(card);
                action.run().run();
            });
            text.getChildren().add(link);
        }
        Button dismiss = new Button("", new FontIcon(Feather.X));
        dismiss.getStyleClass().addAll("flat", "button-icon");
        dismiss.setAccessibleText("Dismiss this notice");
        dismiss.setOnAction(e -> root.getChildren().remove(card));
        card.getChildren().add(dismiss);
        card.getStyleClass()
                .addAll(
                        "card",
                        "notice",
                        switch (notice.kind()) {
                            case INFORMATION -> "information";
                            case SUCCESS -> "success";
                            case PROBLEM -> "problem";
                        });
        return card;
    }
}
