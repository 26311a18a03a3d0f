package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.kit.ColumnChooser;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.SteadyScroll;
import io.alphaforge.ui.kit.TableMemory;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The table of all coins. */
final class CoinTable {
    private final DashboardViewModel model;
    private final TableView<CoinLine> table = new TableView<>();
    private final DashboardColumns columns;
    private final ColumnChooser chooser;
    /** Kept here, as the watchlist outlives the table. */
    private final SetChangeListener<String> stars;

    CoinTable(DashboardViewModel model, Desk desk) {
        this.model = model;
        this.columns = new DashboardColumns(desk.times(), model::toggleStar);
        table.setId("coins");
        table.setAccessibleText("Coins, one row each");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().setAll(columns.all());
        PaintedTable.install(table, 28, CoinRows.look(model::open));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);

        TableColumn<CoinLine, ?> turnover = ColumnFit.named(table, "turnover");
        turnover.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(turnover));
        TableMemory<CoinLine> memory = TableMemory.of(table, desk.preferences(), "dashboard");
        ColumnFit.install(table, memory);
        chooser = new ColumnChooser(columns.groups(), memory::reset);

        SortedList<CoinLine> sorted = new SortedList<>(model.filter().shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        stars = change -> table.refresh();
        desk.watchlist().symbols().addListener(new WeakSetChangeListener<>(stars));
        columns.fit(model.lines());
        SteadyScroll<CoinLine> steady = new SteadyScroll<>(table, CoinLine::symbol);
        model.replacing().subscribe((was, is) -> {
            if (is) {
                steady.remember();
            } else {
                if (columns.fit(model.lines()) && model.read().get()) {
                    table.refresh();
                }
                steady.restore();
                if (table.isFocused()) {
                    focus();
                }
            }
        });
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        List<CoinLine> chosen = chosen();
        if (!plain || chosen.isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            model.open(chosen.getFirst());
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE) {
            model.toggleStars(chosen);
            event.consume();
        }
    }

    /** The selected coins from top to bottom. */
    List<CoinLine> chosen() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> table.getItems().get(index))
                .toList();
    }

    /** Puts the keyboard on the selected row, or on the first one. */
    void focus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    TableView<CoinLine> node() {
        return table;
    }

    ColumnChooser chooser() {
        return chooser;
    }
}
