package io.alphaforge.ui.shell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks which database to work with: a server by its address, a file, or the one of this computer. */
final class ConnectPane {
    private static final String HINT =
            "A password is never part of the address, and never kept: it comes from the environment variable"
                    + " ALPHAFORGE_DB_PASSWORD or from the file ~/.pgpass. With sslmode=verify-full the server's"
                    + " certificate and name are checked.";

    private ConnectPane() {}

    /**
     * What an answer leads to.
     *
     * @param server called with the address of a server
     * @param file lets the user choose a file
     * @param own goes back to the database of this computer
     */
    record Answers(Consumer<String> server, Runnable file, Runnable own) {}

    /** @param current the server that is worked with or was the last time; empty when there is none */
    static void open(Overlay overlay, String current, Answers answers) {
        Label heading = new Label("Connect to a database");
        heading.getStyleClass().add("message-title");
        Label prompt = new Label("Address of a PostgreSQL or TimescaleDB _server");
        prompt.setMnemonicParsing(true);
        TextField address = new TextField(current);
        prompt.setLabelFor(address);
        address.setId("server-address");
        address.setPromptText("jdbc:postgresql://host:5432/database?user=name&sslmode=verify-full");
        address.setPrefColumnCount(44);
        address.setAccessibleText("Address of a server");
        Label hint = new Label(HINT);
        hint.getStyleClass().add("form-description");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        Button connect = new Button("Connect");
        connect.setId("connect-server");
        connect.getStyleClass().add("accent");
        connect.setDefaultButton(true);
        connect.disableProperty().bind(address.textProperty().map(String::isBlank));
        connect.setOnAction(e -> {
            overlay.hide();
            answers.server().accept(address.getText().strip());
        });
        Button file = button("connect-file", "Open a _file…", overlay, answers.file());
        Button own = button("connect-own", "This _computer's database", overlay, answers.own());
        HBox buttons = new HBox(own, file, connect);
        buttons.getStyleClass().add("question-answers");
        VBox card = new VBox(heading, prompt, address, hint, buttons);
        card.getStyleClass().addAll("card", "question");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(card, Pos.CENTER, () -> {});
        address.requestFocus();
        address.selectAll();
    }

    private static Button button(String id, String text, Overlay overlay, Runnable answer) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(e -> {
            overlay.hide();
            answer.run();
        });
        return button;
    }
}
