package io.alphaforge.ui.data;

import io.alphaforge.catalog.MaintenanceFields;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.table.RowLook;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What takes room in the database and what is slow, group by group; below it what can be done about what is selected. */
final class MaintenanceView {
    /** Asks where a backup is to be written to. */
    interface BackupQuestion {
        /**
         * Asks once.
         *
         * @param owner lies in the window that waits for the answer
         * @param table of which the backup is to be
         * @param then takes the file, when there is to be one
         */
        void ask(Node owner, String table, Consumer<Path> then);
    }

    private final MaintenanceViewModel model;
    private final Map<MaintenanceGroup, TableView<MaintenanceItem>> tables = new EnumMap<>(MaintenanceGroup.class);
    private final SlowQueryPane queries;
    private final CsvExport export;
    private final VBox root;

    /**
     * A view that asks for nothing yet.
     *
     * @param looking whether this view is shown
     * @param askForFile asks for a file that a backup is written to
     */
    MaintenanceView(
            MaintenanceViewModel model,
            Desk desk,
            CsvExport export,
            BooleanProperty looking,
            BackupQuestion askForFile) {
        this.model = model;
        this.export = export;
        queries = new SlowQueryPane(model, desk.times());
        StackPane content = new StackPane();
        for (MaintenanceGroup group : MaintenanceGroup.values()) {
            Node table = group == MaintenanceGroup.QUERIES ? queries.table() : table(group);
            content.getChildren().add(Controls.shown(table, model.group().map(g -> g == group)));
        }
        root = new VBox();
        ActionPane actions = new ActionPane(model, (table, then) -> askForFile.ask(root, table, then));
        SplitPane split = new SplitPane(content, new StackPane(lower(actions), queries.whole()));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.58);
        SplitPane.setResizableWithParent(split.getItems().getLast(), false);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.getChildren().setAll(bar(looking), Controls.problem("maintenance-problem", model.problem()), split);
        root.getStyleClass().addAll("data", "maintenance");
        model.group().subscribe(group -> chosen());
        // After the tables, which hear of it first.
        model.items().addListener((ListChangeListener<MaintenanceItem>) change -> chosen());
    }

    private Node lower(ActionPane actions) {
        return Controls.shown(actions.node(), model.group().map(g -> g != MaintenanceGroup.QUERIES));
    }

    private HBox bar(BooleanProperty looking) {
        HBox pills = new HBox();
        pills.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup toggles = new ToggleGroup();
        List<MaintenanceGroup> groups = List.of(MaintenanceGroup.values());
        for (MaintenanceGroup group : groups) {
            ToggleButton button = new ToggleButton();
            button.setId("maintenance-group-" + group.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            group == groups.getFirst()
                                    ? "left-pill"
                                    : group == groups.getLast() ? "right-pill" : "center-pill");
            button.setAccessibleText("Show " + group.title().toLowerCase(Locale.ROOT));
            button.textProperty().bind(count(group));
            button.setUserData(group);
            Controls.shown(button, applies(group));
            toggles.getToggles().add(button);
            pills.getChildren().add(button);
        }
        toggles.selectToggle(toggles.getToggles().getFirst());
        toggles.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                toggles.selectToggle(was);
            } else if (is.getUserData() instanceof MaintenanceGroup group) {
                model.group().set(group);
            }
        });
        return Controls.bar(
                DataSwitch.pair("maintenance", looking),
                pills,
                Controls.busy("Looking through the database", model.busy()),
                Controls.gap(),
                Controls.button(
                        "maintenance-refresh",
                        "Refresh",
                        Feather.REFRESH_CW,
                        "Look through the database again (F5)",
                        model::load),
                Controls.button(
                        "maintenance-export",
                        "Export",
                        Feather.DOWNLOAD,
                        "Save what is shown as CSV (Ctrl+E)",
                        this::export));
    }

    /** A file has no chunks, and a server that says nothing of its settings has none to be shown. */
    private ObservableValue<Boolean> applies(MaintenanceGroup group) {
        return Bindings.createBooleanBinding(
                () -> switch (group) {
                    case TABLES -> true;
                    case QUERIES -> model.isWatched();
                    default -> model.items().stream().anyMatch(i -> MaintenanceGroup.of(i) == group);
                },
                model.items());
    }

    private ObservableValue<String> count(MaintenanceGroup group) {
        return Bindings.createStringBinding(
                () -> {
                    long count = group == MaintenanceGroup.QUERIES
                            ? model.queries().size()
                            : model.items().stream()
                                    .filter(i -> MaintenanceGroup.of(i) == group)
                                    .count();
                    return group.title() + (count == 0 ? "" : "  " + Formats.count(count));
                },
                model.items(),
                model.queries());
    }

    private TableView<MaintenanceItem> table(MaintenanceGroup group) {
        TableView<MaintenanceItem> table = new TableView<>();
        table.setId("maintenance-" + group.name().toLowerCase(Locale.ROOT));
        table.setAccessibleText(group.title());
        table.getColumns().setAll(MaintenanceColumns.of(group));
        PaintedTable.filling(table, 28, RowLook.plain(item -> {}));
        Label waiting = new Label("Looking through the database…");
        Label none = new Label("Nothing of this kind was found.");
        // What is wrong is said above the table.
        Label unknown = new Label();
        table.placeholderProperty()
                .bind(model.busy()
                        .flatMap(busy ->
                                model.problem().map(problem -> busy ? waiting : problem.isEmpty() ? none : unknown)));
        SortedList<MaintenanceItem> sorted =
                new SortedList<>(new FilteredList<>(model.items(), i -> MaintenanceGroup.of(i) == group));
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (model.group().get() == group && item != null) {
                model.select(item);
            }
        });
        tables.put(group, table);
        return table;
    }

    /** What was selected is selected again where it is still there, else the first. */
    private void chosen() {
        TableView<MaintenanceItem> table = tables.get(model.group().get());
        if (table == null) {
            model.select(null);
            return;
        }
        MaintenanceItem before = table.getSelectionModel().getSelectedItem();
        MaintenanceItem known = model.selected().get();
        MaintenanceItem wanted =
                known != null && MaintenanceGroup.of(known) == model.group().get() ? known : before;
        int index = 0;
        for (int i = 0; i < table.getItems().size(); i++) {
            if (wanted != null && table.getItems().get(i).isSameAs(wanted)) {
                index = i;
            }
        }
        table.getSelectionModel().clearAndSelect(index);
        model.select(table.getSelectionModel().getSelectedItem());
    }

    void export() {
        TableView<MaintenanceItem> table = tables.get(model.group().get());
        if (table == null) {
            queries.export(export);
        } else {
            export.ask(root, "item", "maintenance.csv", MaintenanceFields.all(), List.copyOf(table.getItems()));
        }
    }

    /** Gives up what is shown of an action; false when nothing was. */
    boolean escape() {
        boolean shown = model.planned().get() != null;
        model.discard();
        return shown;
    }

    void focus() {
        TableView<MaintenanceItem> table = tables.get(model.group().get());
        (table == null ? queries.table() : table).requestFocus();
    }

    void close() {
        queries.close();
    }

    Parent node() {
        return root;
    }
}
