package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Columns.Heading;
import java.util.List;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/** The coins of a run that have no row, with the reason of each. */
final class FailedTable {
    private final TableView<FailedCoin> table = new TableView<>();

    FailedTable(BacktestViewModel model) {
        table.setId("failures");
        table.setAccessibleText("Failed coins with their reasons");
        table.getColumns()
                .setAll(List.of(
                        Columns.text(new Heading("Coin", "Symbol of the coin."), 136, FailedCoin::symbol),
                        Columns.sentence(
                                new Heading("Reason", "Why the coin could not be tested."), 760, FailedCoin::reason)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(28);
        Label none = new Label("No coin failed.");
        none.getStyleClass().add("placeholder");
        table.setPlaceholder(none);
        SortedList<FailedCoin> sorted = new SortedList<>(model.failures());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    TableView<FailedCoin> node() {
        return table;
    }
}
