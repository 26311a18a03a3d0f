package io.alphaforge.ui.shell;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.settings.ProfileCell;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks which database to work with: a server by its profile or its address, a file, or the one of this computer. */
final class ConnectPane {
    private static final String HINT =
            "A password is never part of the address. Left empty it comes from the environment variable"
                    + " ALPHAFORGE_DB_PASSWORD, the key store or the file ~/.pgpass. With sslmode=verify-full the"
                    + " server's certificate and name are checked.";

    private static final int MOST_LINES = 4;
    private static final double LINE = 48;

    private final Overlay overlay;
    private final ListView<ConnectionProfile> profiles = new ListView<>();
    private final TextField address = new TextField();
    private final PasswordField password = new PasswordField();
    private final CheckBox remember = new CheckBox("_Remember in the key store");
    private String current = "";

    /**
     * What an answer leads to.
     *
     * @param server called with the server that was chosen
     * @param file lets the user choose a file
     * @param own goes back to the database of this computer
     */
    record Answers(ServerAnswer server, Runnable file, Runnable own) {}

    /** Takes the server that was chosen. */
    interface ServerAnswer {
        /**
         * Takes it.
         *
         * @param profile null when an address was typed
         * @param password to be wiped by whoever takes it; empty when none was typed
         * @param remember whether the password is to be kept in the key store
         */
        void accept(@Nullable ConnectionProfile profile, String address, char[] password, boolean remember);
    }

    /** @param last the address that is worked with or was the last time; empty when there is none */
    ConnectPane(Overlay overlay, String last) {
        this.overlay = overlay;
        profiles.setId("connect-profiles");
        profiles.setAccessibleText("Connection profiles");
        profiles.setCellFactory(view -> new ProfileCell<>(p -> p, p -> p.name().equals(current) ? "connected" : ""));
        profiles.setFixedCellSize(LINE);
        profiles.getStyleClass().add("connect-profiles");
        Controls.shown(profiles, Bindings.isNotEmpty(profiles.getItems()));
        address.setText(last);
        address.setId("server-address");
        address.setPromptText("jdbc:postgresql://host:5432/database?user=name&sslmode=verify-full");
        address.setPrefColumnCount(44);
        address.setAccessibleText("Address of a server");
        password.setId("server-password");
        password.setAccessibleText("Password");
        HBox.setHgrow(password, Priority.ALWAYS);
        remember.setId("server-remember");
        remember.setMinWidth(Region.USE_PREF_SIZE);
        remember.disableProperty().bind(password.textProperty().map(String::isEmpty));
        // Either a profile or an address: what was touched last counts.
        profiles.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                address.clear();
            }
        });
        address.textProperty().subscribe(text -> {
            if (!text.isBlank()) {
                profiles.getSelectionModel().clearSelection();
            }
        });
    }

    /** Lays the question over the window. */
    void show(Answers answers) {
        Label heading = new Label("Connect to a database");
        heading.getStyleClass().add("message-title");
        Label hint = new Label(HINT);
        hint.getStyleClass().add("form-description");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        Button connect = new Button("_Connect");
        connect.setId("connect-server");
        connect.getStyleClass().add("accent");
        connect.setDefaultButton(true);
        connect.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> chosen() == null && address.getText().isBlank(),
                        address.textProperty(),
                        profiles.getSelectionModel().selectedItemProperty()));
        connect.setOnAction(e -> {
            char[] typed = password.getText().toCharArray();
            password.clear();
            answer(() -> answers.server().accept(chosen(), address.getText().strip(), typed, remember.isSelected()));
        });
        profiles.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && chosen() != null) {
                connect.fire();
            }
        });
        Button file = button("connect-file", "Open a _file…", answers.file());
        Button own = button("connect-own", "This com_puter's database", answers.own());
        HBox buttons = new HBox(own, file, connect);
        buttons.getStyleClass().add("question-answers");
        HBox secret = new HBox(password, remember);
        secret.getStyleClass().add("connect-secret");
        VBox card = new VBox(
                heading,
                profiles,
                field("Address of a PostgreSQL or TimescaleDB _server", address, address),
                field("Pass_word, if it is to be typed", password, secret),
                hint,
                buttons);
        card.getStyleClass().addAll("card", "question", "connect");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(card, Pos.CENTER, password::clear);
        address.requestFocus();
        address.selectAll();
    }

    /**
     * Shows the profiles, which were read meanwhile.
     *
     * @param name of the one that is worked with; empty when it is none
     */
    void offer(List<ConnectionProfile> all, String name) {
        current = name;
        profiles.getItems().setAll(all);
        profiles.setPrefHeight(LINE * Math.min(MOST_LINES, all.size()) + 2);
        if (address.getText().isBlank() && !all.isEmpty()) {
            ConnectionProfile first =
                    all.stream().filter(p -> p.name().equals(name)).findFirst().orElse(all.getFirst());
            profiles.getSelectionModel().select(first);
            Scene scene = address.getScene();
            // Whoever types a password by now goes on typing it.
            if (scene != null && address.equals(scene.getFocusOwner())) {
                profiles.requestFocus();
            }
        }
    }

    private static Node field(String title, Node control, Node line) {
        Label label = new Label(title);
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        VBox field = new VBox(label, line);
        field.getStyleClass().add("connect-field");
        return field;
    }

    private @Nullable ConnectionProfile chosen() {
        return profiles.getSelectionModel().getSelectedItem();
    }

    private void answer(Runnable then) {
        overlay.hide();
        then.run();
    }

    private Button button(String id, String text, Runnable answer) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(e -> answer(answer));
        return button;
    }
}
