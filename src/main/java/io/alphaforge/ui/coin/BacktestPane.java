package io.alphaforge.ui.coin;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.metrics.MonthlyReturns;
import io.alphaforge.strategy.Parameter;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.chart.ChartColors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** Below the chart: the trades, statistics and monthly returns of the backtest, and the figures of the coin. */
final class BacktestPane {
    private static final String CHOSEN = "coin.tab";

    private final StackPane root = new StackPane();
    private Subscription subscriptions = Subscription.EMPTY;

    /**
     * The pane of a content that has a backtest.
     *
     * @param jump is told when the user selects a trade in the table
     */
    BacktestPane(
            CoinContent content,
            CoinDetail backtest,
            BacktestSpec spec,
            MonthlyReturns returns,
            CoinViewModel model,
            Desk desk,
            Runnable jump) {
        TradeTable table = new TradeTable(content, model, desk, jump);
        Tab trades =
                tab("tab-trades", "Trades  " + Formats.count(content.trades().size()), table::node);
        Tab statistics = tab(
                "tab-statistics",
                "Statistics",
                () -> scrolling(FiguresPane.sideBySide(
                        StatisticFigures.of(backtest.result().statistics()))));
        Tab months = tab("tab-months", "Monthly returns", () -> months(returns, desk));
        Tab coin =
                tab("tab-coin", "Coin", () -> scrolling(FiguresPane.sideBySide(CoinFigures.of(content, desk.times()))));
        subscriptions = table::close;
        TabPane tabs = new TabPane(trades, statistics, months, coin);
        tabs.getStyleClass().add("coin-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        desk.preferences()
                .get(CHOSEN)
                .ifPresent(id -> tabs.getTabs().stream()
                        .filter(tab -> id.equals(tab.getId()))
                        .findFirst()
                        .ifPresent(tab -> tabs.getSelectionModel().select(tab)));
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(tab -> desk.preferences().put(CHOSEN, String.valueOf(tab.getId())));
        Label setup = new Label(words(spec));
        setup.setId("setup");
        setup.getStyleClass().add("coin-setup");
        setup.setMouseTransparent(true);
        root.getChildren().setAll(tabs, setup);
        StackPane.setAlignment(setup, Pos.TOP_RIGHT);
    }

    Node node() {
        return root;
    }

    void close() {
        subscriptions.unsubscribe();
    }

    private Node months(MonthlyReturns returns, Desk desk) {
        MonthlyPane pane = new MonthlyPane(returns, ChartColors.of(desk.theme().get()));
        subscriptions = subscriptions.and(desk.theme().subscribe(now -> pane.color(ChartColors.of(now))));
        return pane.node();
    }

    /** "rsi  period 14, oversold 30, overbought 70 · next-open · fee 0.1 %". */
    private static String words(BacktestSpec spec) {
        String parameters = spec.strategy().parameters().stream()
                .map(p -> p.name() + " " + value(spec, p))
                .collect(Collectors.joining(", "));
        ExecutionSettings execution = spec.execution();
        return spec.strategy().name() + (parameters.isEmpty() ? "" : "  " + parameters) + "  ·  "
                + execution.fill() + "  ·  fee " + share(execution.fee())
                + (execution.slippage() > 0 ? "  ·  slippage " + share(execution.slippage()) : "")
                + "  ·  capital " + Formats.number(execution.capital(), 0);
    }

    private static String value(BacktestSpec spec, Parameter parameter) {
        return parameter.format(spec.parameters().real(parameter.name()));
    }

    private static String share(double share) {
        String digits = Formats.number(share * 100, 3);
        return digits.replaceAll("0+$", "").replaceAll("\\.$", "") + " %";
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("coin-scroll");
        return scroll;
    }

    /** A tab that is filled when it is chosen for the first time: what nobody looks at need not be styled. */
    private static Tab tab(String id, String title, Supplier<Node> content) {
        Tab tab = new Tab(title);
        tab.setId(id);
        tab.selectedProperty().subscribe(chosen -> {
            if (chosen && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
        return tab;
    }
}
