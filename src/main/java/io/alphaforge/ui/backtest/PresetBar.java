package io.alphaforge.ui.backtest;

import io.alphaforge.run.Preset;
import io.alphaforge.ui.kit.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The named presets in a menu, and below it, while one is asked for, a field for a name. */
final class PresetBar {
    private final Presets presets;
    private final MenuButton menu = new MenuButton("", new FontIcon(Feather.BOOKMARK));
    private final TextField name = new TextField();
    private final Button confirm = new Button();
    private final HBox naming;
    private final VBox root;
    private Consumer<String> then = ignored -> {};

    PresetBar(Presets presets) {
        this.presets = presets;
        menu.setId("presets");
        menu.setMaxWidth(Double.MAX_VALUE);
        menu.setMnemonicParsing(false);
        menu.textProperty().bind(presets.current().map(now -> now.isEmpty() ? "Presets" : now));
        menu.accessibleTextProperty()
                .bind(presets.current().map(now -> now.isEmpty() ? "Presets" : "Presets, current: " + now));
        menu.setTooltip(FormRows.tooltip("Everything in this form under a name: open, save, rename, delete."));
        presets.list().addListener((ListChangeListener<Preset>) change -> fill());
        presets.current().subscribe(now -> fill());
        presets.problem().subscribe(now -> fill());

        name.setId("preset-name");
        name.setPromptText("Name of the preset");
        name.setAccessibleText("Name of the preset");
        name.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        name.textProperty().subscribe(text -> review());
        HBox.setHgrow(name, Priority.ALWAYS);
        confirm.setId("preset-confirm");
        confirm.getStyleClass().add("accent");
        confirm.setMinWidth(HBox.USE_PREF_SIZE);
        confirm.setOnAction(e -> confirm());
        Button dismiss = new Button("", new FontIcon(Feather.X));
        dismiss.setId("preset-dismiss");
        dismiss.getStyleClass().add("button-icon");
        dismiss.setAccessibleText("Keep no preset");
        dismiss.setOnAction(e -> close());
        naming = new HBox(name, confirm, dismiss);
        naming.setId("preset-naming");
        naming.getStyleClass().add("form-row");
        naming.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(menu, naming);
        root.getStyleClass().add("form-group");
        close();
        fill();
    }

    Node node() {
        return root;
    }

    /** Asks for a name to save under, the current one to begin with. */
    void save() {
        ask("Save", presets.current().get(), presets::save);
    }

    private void rename() {
        ask("Rename", presets.current().get(), presets::rename);
    }

    private void ask(String verb, String initial, Consumer<String> action) {
        then = action;
        confirm.setUserData(verb);
        name.setText(initial);
        naming.setVisible(true);
        naming.setManaged(true);
        review();
        name.requestFocus();
        name.selectAll();
        Escape.belongsTo(name, naming::isVisible);
    }

    private void review() {
        String typed = name.getText() == null ? "" : name.getText().strip();
        boolean replaces = presets.find(typed).isPresent();
        String verb = String.valueOf(confirm.getUserData());
        confirm.setText(replaces && verb.equals("Save") ? "Replace" : verb);
        confirm.setAccessibleText(confirm.getText() + " preset");
        confirm.setDisable(typed.isEmpty() || (replaces && verb.equals("Rename")));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            confirm();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            menu.requestFocus();
            event.consume();
        }
    }

    private void confirm() {
        if (!confirm.isDisabled()) {
            then.accept(name.getText().strip());
            close();
            menu.requestFocus();
        }
    }

    private void close() {
        naming.setVisible(false);
        naming.setManaged(false);
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        for (Preset preset : presets.list()) {
            boolean current = preset.name().equals(presets.current().get());
            MenuItem item = new MenuItem(preset.name(), current ? new FontIcon(Feather.CHECK) : null);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> presets.open(preset));
            items.add(item);
        }
        if (items.isEmpty()) {
            String problem = presets.problem().get();
            MenuItem none = new MenuItem(problem.isEmpty() ? "No preset is saved yet" : problem);
            none.setDisable(true);
            items.add(none);
        }
        String current = presets.current().get();
        items.add(new SeparatorMenuItem());
        items.add(item("preset-save", "Save as…", Feather.SAVE, this::save, false));
        items.add(item(
                "preset-rename",
                current.isEmpty() ? "Rename…" : "Rename " + current + "…",
                Feather.EDIT_2,
                this::rename,
                current.isEmpty()));
        items.add(item(
                "preset-delete",
                current.isEmpty() ? "Delete" : "Delete " + current,
                Feather.TRASH_2,
                presets::delete,
                current.isEmpty()));
        menu.getItems().setAll(items);
    }

    private static MenuItem item(String id, String text, Feather icon, Runnable action, boolean disabled) {
        MenuItem item = new MenuItem(text, new FontIcon(icon));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        item.setDisable(disabled);
        return item;
    }
}
