package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.RowLook;
import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The coins of a run that have no row, with the reason of each. */
final class FailedTable {
    private final TableView<FailedCoin> table = new TableView<>();

    FailedTable(BacktestViewModel model) {
        table.setId("failures");
        table.setAccessibleText("Failed coins with their reasons");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns()
                .setAll(List.of(
                        Columns.text(new Heading("Coin", "Symbol of the coin."), 136, FailedCoin::symbol),
                        Columns.text(
                                new Heading("Reason", "Why the coin could not be tested."), 760, FailedCoin::reason)));
        PaintedTable.filling(table, 28, RowLook.plain(model::open));
        Label none = new Label();
        none.getStyleClass().add("placeholder");
        none.textProperty()
                .bind(model.filter()
                        .text()
                        .map(filter -> filter.isBlank()
                                ? "No coin failed."
                                : "No failed coin matches '" + filter.strip() + "'."));
        table.setPlaceholder(none);
        ResultMenu.install(table, model);
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            FailedCoin coin = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && coin != null) {
                model.open(coin);
                event.consume();
            }
        });
        SortedList<FailedCoin> sorted = new SortedList<>(model.filter().failures());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    TableView<FailedCoin> node() {
        return table;
    }
}
