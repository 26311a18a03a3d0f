package io.alphaforge.ui.dashboard;

import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.TableText;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the selected coins, as a menu. */
final class CoinMenu {
    private CoinMenu() {}

    /**
     * The menu of a table. Its items name their keys but do not have them: those of a context menu would work in the whole
     * window, and a blank typed into the filter would give a star.
     *
     * @param export writes all rows of the table
     */
    static ContextMenu of(CoinTable coins, DashboardViewModel model, Runnable export) {
        MenuItem open =
                item("open-coin", "Open", () -> model.open(coins.chosen().getFirst()));
        MenuItem star = item("star-coins", "Star", () -> model.toggleStars(coins.chosen()));
        MenuItem backtest = item("backtest-coins", "Backtest", () -> model.backtest(coins.chosen()));
        MenuItem copy = item("copy-coins", "Copy as text (Ctrl+C)", () -> TableText.copy(coins.node()));
        MenuItem csv = item("export-coins", "Export all rows as CSV… (Ctrl+E)", export);
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

    private static MenuItem item(String id, String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
