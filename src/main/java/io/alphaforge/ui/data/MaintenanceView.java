package io.alphaforge.ui.data;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.MaintenanceFields;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.ui.data.MaintenanceViewModel.Group;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.TableText;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** What takes room in the database and what is slow, group by group; below it what can be done about what is selected. */
final class MaintenanceView {
    private static final List<Field<SlowQuery>> QUERY = List.of(
            Field.time("time", SlowQuery::time),
            Field.real("duration_ms", Field.Unit.MILLISECONDS, SlowQuery::millis),
            Field.text("caller", SlowQuery::caller),
            Field.text("query", SlowQuery::query));

    private final MaintenanceViewModel model;
    private final Map<Group, TableView<MaintenanceItem>> tables = new EnumMap<>(Group.class);
    private final TableView<SlowQuery> queries = new TableView<>();
    private final CsvExport export;
    private final VBox root;
    private final Subscription zone;

    /**
     * A view that asks for nothing yet.
     *
     * @param looking whether this view is shown
     * @param askForFile asks, over the node, for a file that a backup is written to
     */
    MaintenanceView(
            MaintenanceViewModel model,
            Desk desk,
            CsvExport export,
            BooleanProperty looking,
            BiConsumer<Node, Consumer<Path>> askForFile) {
        this.model = model;
        this.export = export;
        StackPane content = new StackPane();
        for (Group group : Group.values()) {
            Node table = group == Group.QUERIES ? queries(desk) : table(group);
            content.getChildren().add(Controls.shown(table, model.group().map(g -> g == group)));
        }
        root = new VBox();
        ActionPane actions = new ActionPane(model, then -> askForFile.accept(root, then));
        SplitPane split = new SplitPane(content, new StackPane(lower(actions), query()));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.62);
        SplitPane.setResizableWithParent(split.getItems().getLast(), false);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.getChildren().setAll(bar(looking), Controls.problem("maintenance-problem", model.problem()), split);
        root.getStyleClass().addAll("data", "maintenance");
        zone = desk.times().zone().subscribe((was, is) -> queries.refresh());
        model.group().subscribe(group -> chosen());
    }

    private Node lower(ActionPane actions) {
        return Controls.shown(actions.node(), model.group().map(g -> g != Group.QUERIES));
    }

    /** The whole of the selected query, for which its column has no room. */
    private Node query() {
        Label text = new Label();
        text.setId("maintenance-query");
        text.getStyleClass().add("maintenance-statements");
        text.setWrapText(true);
        text.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        text.textProperty()
                .bind(queries.getSelectionModel()
                        .selectedItemProperty()
                        .map(q -> q.query())
                        .orElse("Select a query to read all of it."));
        Label about = new Label();
        about.setId("maintenance-about-queries");
        about.getStyleClass().add("maintenance-note");
        about.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.isWatched() ? model.about() : "", model.queries(), model.group()));
        VBox box = new VBox(8, about, text);
        box.getStyleClass().add("maintenance-action");
        box.setMinHeight(120);
        return Controls.shown(box, model.group().map(g -> g == Group.QUERIES));
    }

    private HBox bar(BooleanProperty looking) {
        HBox pills = new HBox();
        ToggleGroup toggles = new ToggleGroup();
        List<Group> groups = List.of(Group.values());
        for (Group group : groups) {
            ToggleButton button = new ToggleButton();
            button.setId("maintenance-group-" + group.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass()
                    .add(
                            group == groups.getFirst()
                                    ? "left-pill"
                                    : group == groups.getLast() ? "right-pill" : "center-pill");
            button.textProperty().bind(count(group));
            button.setUserData(group);
            toggles.getToggles().add(button);
            pills.getChildren().add(button);
        }
        toggles.selectToggle(toggles.getToggles().getFirst());
        toggles.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                toggles.selectToggle(was);
            } else if (is.getUserData() instanceof Group group) {
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

    private ObservableValue<String> count(Group group) {
        return Bindings.createStringBinding(
                () -> {
                    long count = group == Group.QUERIES
                            ? model.queries().size()
                            : model.items().stream()
                                    .filter(i -> Group.of(i) == group)
                                    .count();
                    return group.title() + (count == 0 ? "" : "  " + Formats.count(count));
                },
                model.items(),
                model.queries());
    }

    private TableView<MaintenanceItem> table(Group group) {
        TableView<MaintenanceItem> table = new TableView<>();
        table.setId("maintenance-" + group.name().toLowerCase(Locale.ROOT));
        table.setAccessibleText(group.title());
        table.getColumns().setAll(MaintenanceColumns.of(group));
        show(table, new FilteredList<>(model.items(), i -> Group.of(i) == group), "Nothing of this kind was found.");
        table.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (model.group().get() == group && item != null) {
                model.select(item);
            }
        });
        tables.put(group, table);
        return table;
    }

    private TableView<SlowQuery> queries(Desk desk) {
        queries.setId("maintenance-queries");
        queries.setAccessibleText("Slow queries");
        queries.getColumns().setAll(MaintenanceColumns.queries(desk.times()));
        show(queries, new FilteredList<>(model.queries()), "No query was slow.");
        return queries;
    }

    private <R> void show(TableView<R> table, FilteredList<R> rows, String none) {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(28);
        table.placeholderProperty()
                .bind(Bindings.createObjectBinding(
                        () -> new Label(model.busy().getValue() ? "Looking through the database…" : none),
                        model.busy()));
        SortedList<R> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getColumns().forEach(MaintenanceView::readable);
        TableText.install(table);
    }

    private static void readable(TableColumn<?, ?> column) {
        column.setReorderable(false);
    }

    private void chosen() {
        TableView<MaintenanceItem> table = tables.get(model.group().get());
        model.select(table == null ? null : table.getSelectionModel().getSelectedItem());
    }

    void export() {
        TableView<MaintenanceItem> table = tables.get(model.group().get());
        if (table == null) {
            export.ask(root, "query", "queries.csv", QUERY, List.copyOf(queries.getItems()));
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
        (table == null ? queries : table).requestFocus();
    }

    void close() {
        zone.unsubscribe();
    }

    Parent node() {
        return root;
    }
}
