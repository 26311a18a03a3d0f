package io.alphaforge.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A question over the window with two answers, of which staying is the safe one and has the keyboard. */
final class Question {
    private Question() {}

    static void ask(Overlay overlay, String title, String sentence, String stay, String go, Runnable then) {
        Label heading = new Label(title);
        heading.getStyleClass().add("message-title");
        Label text = new Label(sentence);
        text.setId("question");
        text.getStyleClass().add("question-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button no = new Button(stay);
        no.setId("question-stay");
        no.setCancelButton(true);
        no.setDefaultButton(true);
        no.setOnAction(e -> overlay.hide());
        Button yes = new Button(go);
        yes.setId("question-go");
        yes.getStyleClass().add("danger");
        yes.setOnAction(e -> {
            overlay.hide();
            then.run();
        });
        HBox answers = new HBox(no, yes);
        answers.getStyleClass().add("question-answers");
        VBox card = new VBox(heading, text, answers);
        card.getStyleClass().addAll("card", "question");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(card, Pos.CENTER, () -> {});
        no.requestFocus();
    }
}
