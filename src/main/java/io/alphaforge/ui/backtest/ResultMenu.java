package io.alphaforge.ui.backtest;

import io.alphaforge.run.ResultRow;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.RowMenu;
import io.alphaforge.ui.kit.Watchlist;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;

/** What can be done with the selected coins of a run, as a menu. */
final class ResultMenu {
    private ResultMenu() {}

    /** Gives the table of results its menu. */
    static void install(TableView<ResultRow> table, BacktestViewModel model, Desk desk, Runnable export) {
        MenuItem open = RowMenu.item(
                "open-result",
                "Open",
                () -> model.open(table.getSelectionModel().getSelectedItem()));
        MenuItem star = star(table, ResultRow::symbol, desk.watchlist());
        ContextMenu menu =
                new ContextMenu(open, star, new SeparatorMenuItem(), RowMenu.copy(table), RowMenu.export(export));
        menu.setOnShowing(event -> {
            name(open, table, ResultRow::symbol);
            name(star, table, ResultRow::symbol, desk.watchlist());
        });
        RowMenu.install(table, menu);
    }

    /** Gives the table of failures its menu. */
    static void install(TableView<FailedCoin> table, BacktestViewModel model) {
        MenuItem open = RowMenu.item(
                "open-failed",
                "Open",
                () -> model.open(table.getSelectionModel().getSelectedItem()));
        ContextMenu menu = new ContextMenu(open, new SeparatorMenuItem(), RowMenu.copy(table));
        menu.setOnShowing(event -> {
            name(open, table, FailedCoin::symbol);
            FailedCoin coin = table.getSelectionModel().getSelectedItem();
            open.setDisable(coin == null || !model.contents().get().symbols().contains(coin.symbol()));
        });
        RowMenu.install(table, menu);
    }

    private static <S> MenuItem star(TableView<S> table, Function<S, String> symbol, Watchlist watchlist) {
        return RowMenu.item("star-results", "Star", () -> {
            List<String> chosen = chosen(table, symbol);
            boolean all = chosen.stream().allMatch(watchlist::contains);
            chosen.stream().filter(s -> watchlist.contains(s) == all).forEach(watchlist::toggle);
        });
    }

    private static <S> List<String> chosen(TableView<S> table, Function<S, String> symbol) {
        return table.getSelectionModel().getSelectedItems().stream().map(symbol).toList();
    }

    private static <S> void name(MenuItem open, TableView<S> table, Function<S, String> symbol) {
        S row = table.getSelectionModel().getSelectedItem();
        open.setText(row == null ? "Open" : "Open " + symbol.apply(row) + " (Enter)");
        open.setDisable(row == null);
    }

    private static <S> void name(MenuItem star, TableView<S> table, Function<S, String> symbol, Watchlist watchlist) {
        List<String> chosen = chosen(table, symbol);
        boolean all = !chosen.isEmpty() && chosen.stream().allMatch(watchlist::contains);
        String what = chosen.size() > 1 ? Formats.plural(chosen.size(), "coin") + " " : "";
        star.setText((all ? "Remove " + what + "from" : "Add " + what + "to") + " the watchlist");
        star.setDisable(chosen.isEmpty());
    }
}
