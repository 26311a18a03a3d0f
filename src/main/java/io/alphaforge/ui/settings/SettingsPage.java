package io.alphaforge.ui.settings;

import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.OneChosen;
import io.alphaforge.ui.kit.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** How the window looks, where the data is, what is kept, and what this application is. */
public final class SettingsPage implements Page {
    private final Desk desk;
    private final SettingsViewModel model;
    private final ScrollPane root;
    private final ToggleGroup themes = new ToggleGroup();
    private final ToggleGroup zones = new ToggleGroup();
    private final Subscription subscriptions;
    private final UpdatesBox updates;

    public SettingsPage(Workspace workspace, Desk desk, Appearance appearance, Upkeep upkeep) {
        this.desk = desk;
        this.model = new SettingsViewModel(workspace, desk);
        VBox look = card(
                "Appearance",
                row(
                        "Theme",
                        segments(
                                themes,
                                List.of(Appearance.Choice.values()),
                                c -> ((Appearance.Choice) c).title(),
                                c -> appearance.choice().set((Appearance.Choice) c))),
                row(
                        "Times",
                        segments(
                                zones,
                                List.of(false, true),
                                local -> (Boolean) local ? "Local" : "UTC",
                                local -> appearance.showLocalTimes((Boolean) local))),
                hint("Local is " + appearance.local() + ". Bars, runs and trades are kept in UTC either way."));
        GridPane store = facts("store");
        GridPane cache = facts("cache");
        Button clear = button("clear-cache", "Forget kept results", "The next runs compute every coin anew.");
        clear.disableProperty().bind(model.busy());
        clear.setOnAction(e -> model.clearCache());
        Button migrate = button(
                "migrate",
                "Bring tables up to date",
                "Create the tables that AlphaForge needs, or bring them up to date. No bar is changed.");
        migrate.disableProperty().bind(model.migratingNow());
        migrate.setOnAction(e -> model.migrate());
        Button log = button("open-log", "Open log folder", "Show the folder of the log in the file browser.");
        log.setOnAction(e -> desk.navigator().openLogFolder());
        Button backUp = button(
                "back-up", "Back up…", "Write the whole database into one file and read it back, while you go on.");
        backUp.setOnAction(e -> upkeep.backUp().run());
        Button restore =
                button("restore", "Restore…", "Put a backup in the place of the database, which is kept beside it.");
        restore.setOnAction(e -> upkeep.restore().run());
        HBox care = new HBox(migrate, backUp, restore);
        care.getStyleClass().add("settings-row");
        updates = new UpdatesBox(upkeep.updates());
        GridPane application = facts("application");
        fill(application, model.application());
        FlowPane cards = new FlowPane(
                look,
                card("Result cache", cache, clear),
                card("Database", Controls.problem("settings-problem", model.problem()), store, care),
                card("Application", application, log, updates.node()));
        cards.getStyleClass().add("settings");
        root = new ScrollPane(cards);
        root.setId("settings");
        root.getStyleClass().add("page-scroll");
        root.setFitToWidth(true);
        root.setFocusTraversable(false);
        subscriptions = Subscription.combine(
                appearance.choice().subscribe(now -> select(themes, now)),
                desk.times()
                        .zone()
                        .subscribe(zone -> select(zones, !desk.times().isUtc())),
                desk.contents().subscribe(contents -> model.refresh()),
                model.facts().subscribe(now -> {
                    fill(store, now.store());
                    fill(cache, now.cache());
                }));
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void focus() {
        model.refresh();
        if (themes.getSelectedToggle() instanceof Node node) {
            node.requestFocus();
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("Refresh the figures", "F5", model::refresh),
                Action.of("Forget kept results", model::clearCache),
                Action.of("Bring the tables of the database up to date", model::migrate),
                Action.of("Open log folder", desk.navigator()::openLogFolder));
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        updates.close();
        model.close();
    }

    private static void select(ToggleGroup group, Object choice) {
        group.getToggles().stream().filter(t -> choice.equals(t.getUserData())).forEach(group::selectToggle);
    }

    private static HBox segments(
            ToggleGroup group, List<?> choices, Function<Object, String> title, Consumer<Object> choose) {
        HBox box = new HBox();
        for (int i = 0; i < choices.size(); i++) {
            Object choice = choices.get(i);
            ToggleButton button = new ToggleButton(title.apply(choice));
            button.setId("choose-" + title.apply(choice).toLowerCase(Locale.ROOT));
            button.setUserData(choice);
            button.setToggleGroup(group);
            button.getStyleClass().add(i == 0 ? "left-pill" : i == choices.size() - 1 ? "right-pill" : "center-pill");
            box.getChildren().add(button);
        }
        OneChosen.of(group, chosen -> choose.accept(chosen.getUserData()));
        return box;
    }

    private static HBox row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("fact-name");
        HBox row = new HBox(label, control);
        row.getStyleClass().add("settings-row");
        return row;
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().add("form-description");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }

    private static GridPane facts(String id) {
        GridPane grid = new GridPane();
        grid.setId("facts-" + id);
        grid.getStyleClass().add("facts");
        return grid;
    }

    private static void fill(GridPane grid, Map<String, String> facts) {
        grid.getChildren().clear();
        int row = 0;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            Label name = new Label(capitalized(fact.getKey()));
            name.getStyleClass().add("fact-name");
            name.setTextOverrun(OverrunStyle.CLIP);
            FactField value = new FactField(fact.getKey(), fact.getValue());
            GridPane.setHgrow(value, Priority.ALWAYS);
            grid.addRow(row++, name, value);
        }
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static Button button(String id, String text, String tip) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        return button;
    }

    private static VBox card(String title, Node... content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("form-section");
        VBox card = new VBox(heading);
        card.getChildren().addAll(content);
        card.getStyleClass().addAll("card", "settings-card");
        return card;
    }
}
