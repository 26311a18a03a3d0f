package io.alphaforge.ui.coin;

import io.alphaforge.market.Interval;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.PaintedTable;
import io.alphaforge.ui.kit.PriceText;
import io.alphaforge.ui.kit.TableMemory;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.kit.table.Heading;
import io.alphaforge.ui.kit.table.RowLook;
import java.util.List;
import java.util.function.LongFunction;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;

/** The trades of a backtest, and which of them is selected. */
final class TradeTable {
    private static final long OPEN = Long.MAX_VALUE;
    private static final int ROWS_ABOVE = 2;
    private static final double ROW_HEIGHT = 28;

    private final TableView<TradeRow> table = new TableView<>();
    private final Subscription subscriptions;

    /**
     * A table.
     *
     * @param jump is told when the user selects a trade here
     */
    TradeTable(CoinContent content, CoinViewModel model, Desk desk, Runnable jump) {
        table.setId("trades");
        table.setAccessibleText("Trades");
        table.getStyleClass().add("trades");
        table.setItems(FXCollections.observableArrayList(content.trades()));
        table.setPlaceholder(placeholder());
        table.getColumns().setAll(columns(content, desk.times()));
        TableMemory.of(table, desk.preferences(), "coin.trades");
        PaintedTable.install(table, ROW_HEIGHT, RowLook.plain(row -> {}));
        table.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && now.index() != model.selectedTrade().get()) {
                model.selectedTrade().set(now.index());
                jump.run();
            }
        });
        subscriptions = Subscription.combine(
                model.selectedTrade().subscribe(index -> select(index.intValue())),
                desk.times().zone().subscribe(zone -> table.refresh()));
    }

    TableView<TradeRow> node() {
        return table;
    }

    void close() {
        subscriptions.unsubscribe();
    }

    private void select(int index) {
        TradeRow selected = table.getSelectionModel().getSelectedItem();
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else if (selected == null || selected.index() != index) {
            table.getItems().stream()
                    .filter(row -> row.index() == index)
                    .findFirst()
                    .ifPresent(row -> {
                        table.getSelectionModel().select(row);
                        table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - ROWS_ABOVE));
                    });
        }
    }

    /** The reason is above the chart, where it can be seen from every tab. */
    private static Label placeholder() {
        Label label = new Label("No trades");
        label.getStyleClass().add("placeholder");
        return label;
    }

    private static List<TableColumn<TradeRow, ?>> columns(CoinContent content, TimeText times) {
        Interval interval = content.study().bars().interval();
        LongFunction<String> time = t -> times.bar(t, interval);
        LongFunction<String> exitTime = t -> t == OPEN ? "open" : time.apply(t);
        int decimals = content.trades().stream()
                .mapToInt(row -> Math.max(
                        PriceText.decimals(row.trade().entry().price()),
                        PriceText.decimals(row.trade().exitPrice())))
                .max()
                .orElse(0);
        return List.of(
                named("number", Columns.count(new Heading("#", "Trades in time order."), 56, r -> r.index() + 1L)),
                named(
                        "entry-time",
                        Columns.time(new Heading("Entry", "When the entry was filled."), 128, TradeTable::entry, time)),
                named(
                        "entry-price",
                        Columns.price(
                                new Heading("Entry price", "Price of the purchase, slippage included."),
                                112,
                                r -> r.trade().entry().price(),
                                () -> decimals)),
                named(
                        "exit-time",
                        Columns.time(
                                new Heading("Exit", "When the exit was filled; open while there is none."),
                                128,
                                r -> r.trade().open() ? OPEN : r.trade().exitTime(),
                                exitTime)),
                named(
                        "exit-price",
                        Columns.price(
                                new Heading(
                                        "Exit price",
                                        "Price of the sale, slippage included; of an open trade the last close."),
                                112,
                                r -> r.trade().exitPrice(),
                                () -> decimals)),
                named(
                        "return",
                        Columns.change(
                                new Heading(
                                        "Return %",
                                        "Net profit over what the entry cost, its fee included; of an open trade at the"
                                                + " last close."),
                                2,
                                104,
                                TradeRow::returnPct)),
                named(
                        "profit",
                        Columns.change(
                                new Heading("Profit", "Profit after all fees, in the quote asset."),
                                2,
                                120,
                                r -> r.trade().netProfit())),
                named(
                        "days",
                        Columns.figure(
                                new Heading("Days", "Time from entry to exit, or to the end of the last bar."),
                                1,
                                72,
                                TradeRow::days)),
                named(
                        "fees",
                        Columns.figure(
                                new Heading("Fees", "Fees of entry and exit, in the quote asset."),
                                2,
                                96,
                                r -> r.trade().fees())),
                named("note", note()));
    }

    private static TableColumn<TradeRow, String> note() {
        TableColumn<TradeRow, String> note = Columns.text(
                new Heading("Note", "Whether the trade is open, and fills that came late because bars were missing."),
                248,
                TradeRow::note);
        note.getStyleClass().add("muted-column");
        return note;
    }

    private static long entry(TradeRow row) {
        return row.trade().entry().time();
    }

    private static <T> TableColumn<TradeRow, T> named(String id, TableColumn<TradeRow, T> column) {
        column.setId(id);
        return column;
    }
}
