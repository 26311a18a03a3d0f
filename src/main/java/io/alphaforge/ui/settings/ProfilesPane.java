package io.alphaforge.ui.settings;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.ui.kit.ConfirmBar;
import io.alphaforge.ui.kit.Controls;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The profiles on the left, the form of the chosen one on the right. */
final class ProfilesPane {
    private final ProfilesViewModel model;
    private final Consumer<ConnectionProfile> connect;
    private final ProfileForm form;
    private final ListView<ProfileRow> list = new ListView<>();
    private final ConfirmBar confirm = new ConfirmBar("profile-removal");
    private final BorderPane root = new BorderPane();
    private boolean showing;

    /** @param current name of the profile that is worked with; empty when it is none */
    ProfilesPane(ProfilesViewModel model, Supplier<String> current, Consumer<ConnectionProfile> connect) {
        this.model = model;
        this.connect = connect;
        this.form = new ProfileForm(model);
        list.setId("profiles");
        list.setAccessibleText("Connection profiles");
        list.setItems(model.rows());
        list.setCellFactory(view -> new ProfileCell<>(
                ProfileRow::profile, row -> row.profile().name().equals(current.get()) ? "connected" : ""));
        list.setPlaceholder(new Label("No profiles yet"));
        list.disableProperty().bind(model.draft().or(model.saving()));
        VBox.setVgrow(list, Priority.ALWAYS);
        Button add = Controls.button("profile-add", "New", Feather.PLUS, "Make a new profile.", this::add);
        add.disableProperty().bind(model.draft().or(model.saving()));
        Button duplicate = Controls.button(
                "profile-duplicate", "Duplicate", Feather.COPY, "Make a new profile that is like this one.", () -> {
                    model.duplicate();
                    form.focus();
                });
        Button remove = Controls.button(
                "profile-remove", "Remove", Feather.TRASH_2, "Remove this profile and its password.", this::remove);
        for (Button button : new Button[] {duplicate, remove}) {
            button.disableProperty()
                    .bind(model.draft().or(model.chosen().isNull()).or(model.saving()));
        }
        HBox tools = new HBox(add, duplicate, remove);
        tools.getStyleClass().add("profile-tools");
        VBox side = new VBox(tools, list);
        side.getStyleClass().add("profile-side");
        root.setId("connections");
        root.getStyleClass().add("profiles");
        root.setLeft(side);
        root.setTop(confirm.node());
        root.setCenter(body());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyOfList);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!showing && row != null) {
                model.choose(row);
            }
        });
        model.chosen().subscribe(row -> {
            showing = true;
            list.getSelectionModel().select(row);
            showing = false;
            withdraw();
        });
    }

    /** What was asked was about another profile. */
    private void withdraw() {
        if (confirm.isAsking()) {
            boolean choosing = list.isFocused();
            confirm.dismiss();
            if (choosing) {
                list.requestFocus();
            }
        }
    }

    private Parent body() {
        Label title = new Label("Connect to a team's server");
        title.getStyleClass().add("message-title");
        Label text = new Label("A profile keeps the address of a PostgreSQL or TimescaleDB server under a name, so that"
                + " connecting is one click. Passwords go into the key store of this computer, never into a file.");
        text.getStyleClass().add("message-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button first = Controls.button("profile-first", "New profile", Feather.PLUS, "Make a profile.", this::add);
        first.getStyleClass().add("accent");
        VBox empty = new VBox(title, text, first, Controls.problem("profiles-problem", model.problem()));
        empty.getStyleClass().addAll("message", "profiles-empty");
        Controls.shown(empty, model.shown().or(model.loading()).not());
        VBox shown = new VBox(
                form.node(),
                buttons(),
                Controls.problem("profile-problem", model.problem()),
                new ProfileTestPane(model.tester()).node());
        shown.getStyleClass().add("profile-body");
        ScrollPane scroll = new ScrollPane(shown);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        Controls.shown(scroll, model.shown());
        return new StackPane(empty, scroll);
    }

    private Parent buttons() {
        Button test = Controls.button(
                "profile-test",
                "Test connection",
                Feather.ACTIVITY,
                "Look whether this works, step by step.",
                () -> model.test(form.password()));
        test.disableProperty().bind(model.tester().busy());
        Button go = Controls.button(
                "profile-connect", "Connect", Feather.LOG_IN, "Work with this server in this window.", this::connect);
        go.disableProperty().bind(model.draft().or(model.chosen().isNull()).or(model.saving()));
        Button discard =
                Controls.button("profile-discard", "Discard", Feather.X, "Forget what was typed. Esc", model::discard);
        Button save = Controls.button("profile-save", "Save", Feather.CHECK, "Keep this profile. Ctrl+S", this::save);
        save.getStyleClass().add("accent");
        save.disableProperty().bind(Bindings.not(model.draft()).or(model.saving()));
        discard.disableProperty().bind(Bindings.not(model.draft()).or(model.saving()));
        HBox buttons = new HBox(test, go, Controls.gap(), discard, save);
        buttons.getStyleClass().add("profile-buttons");
        return buttons;
    }

    Parent node() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    void add() {
        if (!model.draft().get() && !model.saving().get()) {
            model.add();
            form.focus();
        }
    }

    void save() {
        if (model.draft().get() && !model.saving().get()) {
            model.save(form.password(), form.remember());
        }
    }

    void test() {
        if (model.shown().get()) {
            model.test(form.password());
        }
    }

    private void connect() {
        ProfileRow row = model.chosen().get();
        if (row != null) {
            connect.accept(row.profile());
        }
    }

    private void remove() {
        ProfileRow row = model.chosen().get();
        if (row != null) {
            confirm.ask(
                    "Remove the profile '" + row.profile().name() + "'"
                            + (row.remembered() ? " and its password from the key store?" : "?"),
                    "Remove",
                    () -> model.remove(row));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE
                && model.draft().get()
                && !model.saving().get()) {
            model.discard();
            list.requestFocus();
            event.consume();
        }
    }

    private void keyOfList(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE) {
            remove();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            connect();
            event.consume();
        }
    }
}
