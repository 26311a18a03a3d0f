package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.ui.kit.ColumnChooser;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.TableMemory;
import io.alphaforge.ui.kit.table.RowLook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/** The table of past runs: what is selected stays selected when the archive is read again; names are typed in place. */
final class ArchiveTable {
    private final RunsViewModel model;
    private final TableView<Header> table = new TableView<>();
    private final ArchiveColumns columns;
    private final ColumnChooser chooser;
    private final NameField field;
    private final Set<String> selected = new HashSet<>();

    /** What the keys of the table ask for. */
    interface Keys {
        void open();

        void delete();
    }

    ArchiveTable(RunsViewModel model, Desk desk, Keys keys) {
        this.model = model;
        columns = new ArchiveColumns(desk.times());
        table.setId("runs");
        table.setAccessibleText("Past runs");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(columns.all());
        table.getSortOrder().setAll(List.of(columns.when()));
        PaintedTable.install(table, 28, RowLook.plain(run -> keys.open()));
        Label placeholder = new Label();
        placeholder
                .textProperty()
                .bind(model.loaded().map(loaded -> loaded ? "No run matches the filter." : "Reading the archive…"));
        table.setPlaceholder(placeholder);
        SortedList<Header> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, keys));
        TableMemory<Header> memory = TableMemory.of(table, desk.preferences(), "runs");
        chooser = new ColumnChooser(columns.groups(), memory::reset);
        // Rows that come and go would turn the typing to another run.
        field = new NameField(table, model::rename, typing -> {
            if (typing) {
                model.hold(true);
            } else {
                desk.pulse().request(() -> model.hold(isRenaming()));
            }
        });
        keepSelection();
    }

    private void keepSelection() {
        selection().addListener((ListChangeListener<Header>) change -> {
            if (!model.replacing().get()) {
                selected.clear();
                selection().forEach(run -> selected.add(run.runId()));
            }
        });
        model.replacing().subscribe((was, is) -> {
            if (!is) {
                Set<String> kept = Set.copyOf(selected);
                table.getSelectionModel().clearSelection();
                table.getItems().stream()
                        .filter(run -> kept.contains(run.runId()))
                        .forEach(table.getSelectionModel()::select);
                if (table.isFocused()) {
                    focus();
                }
            }
        });
    }

    private void pressed(KeyEvent event, Keys keys) {
        if (isRenaming()) {
            return;
        }
        Runnable action = switch (event.getCode()) {
            case ENTER -> keys::open;
            case F2 -> this::rename;
            case DELETE -> keys::delete;
            default -> null;
        };
        if (action != null && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            action.run();
        }
    }

    /** Lets the user type a name for the one selected run. */
    void rename() {
        if (selection().size() != 1 || isRenaming()) {
            return;
        }
        columns.name().setVisible(true);
        field.type(selection().getFirst(), columns.name());
    }

    boolean isRenaming() {
        return field.isTyping();
    }

    /** Puts the keyboard here, on the first run where none is selected. */
    void focus() {
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
        table.requestFocus();
    }

    ObservableList<Header> selection() {
        return table.getSelectionModel().getSelectedItems();
    }

    /** In the order of the screen. */
    List<Header> rows() {
        return List.copyOf(table.getItems());
    }

    ColumnChooser chooser() {
        return chooser;
    }

    TableView<Header> node() {
        return table;
    }
}
