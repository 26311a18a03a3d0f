package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.RowMenu;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the selected coins, as a menu. */
final class CoinMenu {
    private CoinMenu() {}

    /**
     * The menu of a table.
     *
     * @param export writes all rows of the table
     */
    static ContextMenu of(CoinTable coins, DashboardViewModel model, Runnable export) {
        MenuItem open = RowMenu.item(
                "open-coin", "Open", () -> model.open(coins.chosen().getFirst()));
        MenuItem star = RowMenu.item("star-coins", "Star", () -> model.toggleStars(coins.chosen()));
        MenuItem backtest = RowMenu.item("backtest-coins", "Backtest", () -> model.backtest(coins.chosen()));
        MenuItem copy = RowMenu.copy(coins.node());
        MenuItem csv = RowMenu.export(export);
        ContextMenu menu = new ContextMenu(open, star, backtest, new SeparatorMenuItem(), copy, csv);
        menu.setOnShowing(event -> {
            List<CoinLine> chosen = coins.chosen();
            boolean none = chosen.isEmpty();
            boolean all =
                    !none && chosen.stream().allMatch(line -> line.starred().get());
            String what = chosen.size() == 1 ? chosen.getFirst().symbol() : Formats.plural(chosen.size(), "coin");
            open.setText(none ? "Open" : "Open " + chosen.getFirst().symbol() + " (Enter)");
            star.setText((all ? "Remove from" : "Add to") + " the watchlist (Space)");
            backtest.setText(none ? "Backtest" : "Backtest " + what);
            List.of(open, star, backtest).forEach(item -> item.setDisable(none));
        });
        return menu;
    }
}
