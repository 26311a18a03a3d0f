package io.alphaforge.ui.data;

import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.ui.kit.ColumnChooser;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.TableMemory;
import io.alphaforge.ui.kit.table.RowLook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The table of stored series; what is selected stays selected when the store is read again. */
final class SeriesTable {
    private final TableView<StoredSeries> table = new TableView<>();
    private final ColumnChooser chooser;
    private final Set<SeriesKey> selected = new HashSet<>();

    /**
     * A table.
     *
     * @param empty stands where there is nothing stored
     * @param delete called when the key for it is pressed
     */
    SeriesTable(DataViewModel model, Desk desk, Node empty, Runnable delete) {
        SeriesColumns columns = new SeriesColumns(desk.times(), model.facts()::get);
        table.setId("series");
        table.setAccessibleText("Stored series");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(columns.all());
        table.getSortOrder().setAll(List.of(columns.symbol()));
        PaintedTable.install(table, 28, RowLook.plain(series -> {}));
        Label waiting = new Label("Listing what is stored…");
        Label unknown = new Label("What is stored could not be listed.");
        Label unmatched = new Label("No series matches the filter.");
        table.placeholderProperty()
                .bind(Bindings.createObjectBinding(
                        () -> !model.loaded().get()
                                ? model.problem().get().isEmpty() ? waiting : unknown
                                : model.facts().get().series().isEmpty() ? empty : unmatched,
                        model.loaded(),
                        model.problem(),
                        model.facts()));
        SortedList<StoredSeries> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                event.consume();
                delete.run();
            }
        });
        TableMemory<StoredSeries> memory = TableMemory.of(table, desk.preferences(), "data");
        chooser = new ColumnChooser(columns.groups(), memory::reset);
        keepSelection(model);
    }

    private void keepSelection(DataViewModel model) {
        selection().addListener((ListChangeListener<StoredSeries>) change -> {
            if (!model.replacing().get()) {
                selected.clear();
                selection().forEach(series -> selected.add(series.key()));
            }
        });
        model.replacing().subscribe((was, is) -> {
            if (!is) {
                Set<SeriesKey> kept = Set.copyOf(selected);
                table.getSelectionModel().clearSelection();
                table.getItems().stream()
                        .filter(series -> kept.contains(series.key()))
                        .forEach(table.getSelectionModel()::select);
                if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
                    table.getSelectionModel().select(0);
                }
            }
        });
    }

    ObservableList<StoredSeries> selection() {
        return table.getSelectionModel().getSelectedItems();
    }

    /** In the order of the screen. */
    List<StoredSeries> rows() {
        return List.copyOf(table.getItems());
    }

    ColumnChooser chooser() {
        return chooser;
    }

    TableView<StoredSeries> node() {
        return table;
    }
}
