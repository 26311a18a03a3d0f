package io.alphaforge.ui.coin;

import io.alphaforge.market.Bars;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.metrics.MonthlyReturns;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.chart.ChartColors;
import io.alphaforge.ui.kit.chart.ChartView;
import io.alphaforge.ui.kit.chart.VisibleRange;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The chart with what belongs to it: below it a backtest, or beside it the figures of the coin. */
final class CoinBody {
    private static final String LOGARITHMIC = "coin.logarithmic";
    private static final String OTHERWISE =
            "Computed anew on bars or by a version other than the run's: figures differ from the kept row.";

    private final BorderPane root = new BorderPane();
    private final ChartView chart;
    private final CoinViewModel model;
    private final Desk desk;
    private final Node page;
    private final Subscription subscriptions;
    private @Nullable CoinContent shown;
    private boolean focusWanted;
    private @Nullable BacktestPane backtest;

    /** @param page everything of the page, of which this is a part */
    CoinBody(CoinViewModel model, Desk desk, Node page) {
        this.page = page;
        this.model = model;
        this.desk = desk;
        chart = new ChartView(desk.times(), ChartColors.of(desk.theme().get()));
        chart.setId("chart");
        chart.logarithmic().set(desk.preferences().get(LOGARITHMIC).isPresent());
        chart.setOnTradeClicked(trade -> model.selectedTrade().set(trade));
        subscriptions = Subscription.combine(
                chart.logarithmic().subscribe(on -> desk.preferences().put(LOGARITHMIC, on ? "true" : "")),
                model.selectedTrade().subscribe(index -> chart.selected().set(index.intValue())),
                model.content().subscribe(content -> show(content)),
                desk.theme().subscribe(now -> chart.setColors(ChartColors.of(now))),
                desk.times().zone().subscribe(() -> showFigures()));
    }

    Node node() {
        return root;
    }

    ChartView chart() {
        return chart;
    }

    void close() {
        subscriptions.unsubscribe();
        show(null);
        chart.close();
    }

    /** Puts the keyboard into the chart, now or as soon as there is one. */
    void focus() {
        focusWanted = chart.getScene() == null;
        chart.requestFocus();
    }

    private void show(@Nullable CoinContent content) {
        CoinContent before = shown;
        shown = content;
        focusWanted |= chart.isFocused();
        if (backtest != null) {
            backtest.close();
            backtest = null;
        }
        root.getChildren().clear();
        if (content == null) {
            chart.clear();
            return;
        }
        boolean same = before != null && before.symbol().equals(content.symbol());
        chart.show(
                content.chart(),
                same && before != null
                        ? sameTimes(before.study().bars(), content.study().bars())
                        : CoinChart.firstLook(content.study()));
        CoinDetail detail = content.study().backtest();
        BacktestSpec spec = content.study().request().backtest();
        MonthlyReturns months = content.months();
        if (detail == null || spec == null || months == null) {
            showFigures();
        } else {
            Split split = new Split(chart, desk.preferences());
            root.setTop(note(content.study(), detail));
            root.setCenter(split.node());
            // The chart is drawn in this frame; the tables, which take longer to make, come with the next.
            desk.pulse().request(() -> {
                if (content.equals(shown)) {
                    BacktestPane pane = new BacktestPane(
                            content,
                            detail,
                            spec,
                            months,
                            model,
                            desk,
                            () -> chart.showTrade(model.selectedTrade().get()));
                    backtest = pane;
                    split.fill(pane.node());
                }
            });
        }
        if (focusWanted && mayTakeFocus()) {
            focusWanted = false;
            chart.requestFocus();
        }
    }

    /** Whether the keyboard is nowhere, or on this page: not in something that the user has opened meanwhile. */
    private boolean mayTakeFocus() {
        Node owner = chart.getScene() == null ? null : chart.getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(page)) {
                return true;
            }
        }
        return owner == null;
    }

    /** The bars of the same stretch of time as was visible before. */
    private VisibleRange sameTimes(Bars before, Bars now) {
        VisibleRange visible = chart.range().get();
        if (before.isEmpty() || now.isEmpty()) {
            return VisibleRange.all(now.size());
        }
        long from = before.time(visible.firstBar(before.size()));
        int lastBar = Math.max(visible.firstBar(before.size()), visible.endBar(before.size()) - 1);
        long end = before.interval().next(before.time(lastBar));
        int first = Math.min(now.size() - 1, now.indexAtOrAfter(from));
        int last = Math.max(first, Math.min(now.size(), now.indexAtOrAfter(end)) - 1);
        return VisibleRange.of(first, last, now.size());
    }

    /** Without a backtest: the chart, and the figures of the coin beside it. */
    private void showFigures() {
        CoinContent content = shown;
        if (content == null || content.study().backtest() != null) {
            return;
        }
        ScrollPane figures = new ScrollPane(FiguresPane.below(CoinFigures.of(content, desk.times())));
        figures.setId("coin-figures");
        figures.setFitToWidth(true);
        figures.getStyleClass().addAll("coin-scroll", "coin-side");
        HBox row = new HBox(chart, figures);
        HBox.setHgrow(chart, Priority.ALWAYS);
        root.setCenter(row);
    }

    /** That this is not what the run kept; why nothing was traded, or what stayed unfilled. */
    private static @Nullable Label note(CoinStudy study, CoinDetail detail) {
        String reason = detail.result().noTradeReason();
        String text = Stream.of(study.differsFromKept() ? OTHERWISE : "", reason == null ? "" : reason)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        if (text.isEmpty()) {
            return null;
        }
        Label note = new Label(text);
        note.setId("coin-note");
        note.getStyleClass().add("coin-note");
        note.setMaxWidth(Double.MAX_VALUE);
        return note;
    }
}
