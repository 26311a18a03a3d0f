package io.alphaforge.ui.settings;

import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.OneChosen;
import io.alphaforge.ui.kit.Page;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The settings in two sections: what concerns this window and its data, and the servers that can be connected to. */
public final class SettingsSections implements Page {
    private static final String SECTION = "settings.section";
    private static final String CONNECTIONS = "connections";

    private final Desk desk;
    private final SettingsPage general;
    private final ProfilesViewModel profiles;
    private final ProfilesPane connections;
    private final BorderPane root = new BorderPane();
    private final ToggleGroup sections = new ToggleGroup();
    private final ToggleButton first = toggle("section-general", "General", "left-pill", "");
    private final ToggleButton second = toggle("section-connections", "Connections", "right-pill", CONNECTIONS);

    public SettingsSections(SettingsPage general, Desk desk, ConnectionChoice choice) {
        this.desk = desk;
        this.general = general;
        profiles = new ProfilesViewModel(choice, desk, System.getProperty("user.name", ""));
        connections = new ProfilesPane(profiles, choice.current(), choice.connect());
        HBox both = new HBox(first, second);
        both.setAlignment(Pos.CENTER_LEFT);
        root.setTop(Controls.bar(both));
        show();
        OneChosen.of(sections, chosen -> {
            if (isConnections() != chosen.getUserData().equals(CONNECTIONS)) {
                choose((String) chosen.getUserData());
            }
        });
        profiles.refresh();
    }

    /** Lets the connections be what the settings show when they are opened the next time. */
    public static void showConnections(Desk desk) {
        desk.preferences().put(SECTION, CONNECTIONS);
    }

    private ToggleButton toggle(String id, String title, String style, String section) {
        ToggleButton button = new ToggleButton(title);
        button.setId(id);
        button.setToggleGroup(sections);
        button.getStyleClass().add(style);
        button.setUserData(section);
        return button;
    }

    private void choose(String section) {
        desk.preferences().put(SECTION, section);
        show();
        focus();
    }

    private boolean isConnections() {
        return desk.preferences().get(SECTION).orElse("").equals(CONNECTIONS);
    }

    private void show() {
        sections.selectToggle(isConnections() ? second : first);
        root.setCenter(isConnections() ? connections.node() : general.node());
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void focus() {
        show();
        if (isConnections()) {
            profiles.refresh();
            connections.focus();
        } else {
            general.focus();
        }
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(general.actions());
        actions.add(Action.of("General settings", () -> choose("")));
        actions.add(Action.of("Connection profiles", () -> choose(CONNECTIONS)));
        actions.add(Action.of("New connection profile", "Shortcut+N", () -> {
            choose(CONNECTIONS);
            connections.add();
        }));
        actions.add(Action.of("Save the connection profile", "Shortcut+S", connections::save));
        actions.add(Action.of("Test the connection", "Shortcut+T", connections::test));
        return actions;
    }

    @Override
    public void close() {
        profiles.close();
        general.close();
    }
}
