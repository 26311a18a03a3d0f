package io.alphaforge.ui.coin;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.PriceText;
import io.alphaforge.ui.kit.TightLine;
import io.alphaforge.ui.kit.chart.ChartView;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Above the chart: which coin it is, its price, what is known of its data, and what can be done. */
final class CoinHeader {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");
    private static final String DEMO = ".DEMO";

    private final HBox root;
    private final Label symbol = new Label();
    private final Label tag = new Label();
    private final Label price = new Label();
    private final Label change = new Label();
    private final Label range = new Label();
    private final Label quality = new Label();
    private final Button star = new Button();
    private final IntervalSwitch intervals;
    private final CoinViewModel model;
    private final Desk desk;
    private final SetChangeListener<String> stars = change -> showStar();
    private final Subscription subscriptions;

    CoinHeader(CoinViewModel model, Desk desk, ChartView chart) {
        this.model = model;
        this.desk = desk;
        intervals = new IntervalSwitch(model);
        Node names = names();
        Node backtest = backtest();
        root = new TightLine(
                List.of(backtest, names), star(), names, gap(), intervals.node(), ChartTools.of(chart), backtest);
        root.getStyleClass().add("coin-header");
        desk.watchlist().symbols().addListener(stars);
        subscriptions = Subscription.combine(
                model.request().subscribe(() -> show()),
                model.content().subscribe(() -> show()),
                desk.contents().subscribe(() -> intervals.refresh()),
                desk.times().zone().subscribe(() -> show()));
        show();
    }

    Node node() {
        return root;
    }

    void close() {
        desk.watchlist().symbols().removeListener(stars);
        subscriptions.unsubscribe();
    }

    private void show() {
        CoinContent content = model.content().get();
        String name = model.request().get().symbol();
        boolean suffixed = name.endsWith(DEMO);
        boolean synthetic = content != null ? content.study().series().synthetic() : suffixed;
        symbol.setText(synthetic && suffixed ? name.substring(0, name.length() - DEMO.length()) : name);
        symbol.setAccessibleText(name);
        tag.setText(suffixed ? DEMO : "DEMO");
        shown(tag, synthetic);
        intervals.refresh();
        showStar();
        shown(quality, content != null);
        if (content == null) {
            price.setText(Formats.UNDEFINED);
            shown(change, false);
            range.setText("");
        } else {
            show(content);
        }
    }

    private void show(CoinContent content) {
        Bars bars = content.study().bars();
        price.setText(PriceText.of(content.market().price()));
        double day = content.market().changePct(1);
        double percent = Double.isFinite(day) ? day : content.market().changePct(7);
        int direction = Formats.direction(percent, 2);
        change.setText(Formats.changePercent(percent) + (Double.isFinite(day) ? "  24 h" : "  7 d"));
        change.pseudoClassStateChanged(UP, direction > 0);
        change.pseudoClassStateChanged(DOWN, direction < 0);
        shown(change, Double.isFinite(percent));
        range.setText(
                bars.isEmpty()
                        ? "No bars"
                        : desk.times().day(bars.firstTime(), bars.interval()) + " – "
                                + desk.times().day(bars.lastTime(), bars.interval()) + "  ·  "
                                + Formats.plural(bars.size(), "bar"));
        StoredSeries series = content.study().series();
        int gaps = series.quality().gaps();
        quality.setText("·  Quality " + Formats.number(series.quality().score(), 1) + "  ·  "
                + (gaps == 0 ? "no gaps" : Formats.plural(gaps, "gap")));
    }

    private void showStar() {
        String name = model.request().get().symbol();
        boolean starred = desk.watchlist().contains(name);
        star.pseudoClassStateChanged(STARRED, starred);
        star.setAccessibleText(starred ? "Take " + name + " off the watchlist" : "Put " + name + " on the watchlist");
    }

    private Node star() {
        Region shape = new Region();
        shape.getStyleClass().add("star");
        star.setGraphic(shape);
        star.setId("coin-star");
        star.getStyleClass().addAll("flat", "button-icon", "coin-star");
        star.setTooltip(new Tooltip("Watchlist"));
        star.setOnAction(event -> {
            model.toggleStar();
            showStar();
        });
        return star;
    }

    /** Two lines: the coin with its price, and below what is known of its bars. */
    private Node names() {
        symbol.setId("coin-symbol");
        symbol.getStyleClass().add("coin-symbol");
        tag.getStyleClass().add("tag");
        price.setId("coin-price");
        price.getStyleClass().add("coin-price");
        Region arrow = new Region();
        arrow.getStyleClass().add("change-arrow");
        change.setGraphic(arrow);
        change.getStyleClass().addAll("change", "coin-change");
        change.setTooltip(new Tooltip("Last close against the close 24 hours, or else 7 days, before the end."));
        Hints.explain(symbol, symbol.accessibleTextProperty());
        HBox first = new TightLine(List.of(change, symbol), symbol, tag, price, change);
        first.getStyleClass().add("coin-line");
        range.setId("coin-range");
        range.getStyleClass().add("coin-detail");
        quality.setId("coin-quality");
        quality.getStyleClass().add("coin-detail");
        quality.setTooltip(new Tooltip("Of the stored series, from 0 to 100; the Coin figures say what lowered it."));
        Hints.explain(range, range.textProperty());
        HBox second = new TightLine(List.of(quality, range), range, quality);
        second.getStyleClass().add("coin-line");
        VBox names = new VBox(first, second);
        names.getStyleClass().add("coin-names");
        return names;
    }

    private Node backtest() {
        Button button = new Button("_Backtest this coin", new FontIcon(Feather.PLAY));
        button.setId("coin-backtest");
        button.setTooltip(new Tooltip("Backtest this coin"));
        button.setAccessibleText("Backtest this coin");
        button.getStyleClass().add("accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> model.backtest());
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
