package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.FittingLine;
import io.alphaforge.ui.kit.Formats;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the rows so far amount to, in a row of tiles, the last of which shows how the returns are distributed. */
final class SummaryTiles {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final HBox root;

    SummaryTiles(ShownRun run) {
        LiveSummary summary = run.summary();
        ReturnHistogram histogram = new ReturnHistogram(run.bins());
        HBox.setHgrow(histogram.node(), Priority.ALWAYS);
        VBox coins = tile(
                "Coins",
                "Coins with a result so far; those that an earlier run answered; those without a result, whose reasons are"
                        + " under Failed.",
                summary.count().map(v -> Formats.count(v.longValue())),
                coins(summary),
                "coins");
        root = new FittingLine(
                List.of(histogram.node(), coins),
                change(
                        "Average return",
                        "Mean total return of the coins so far; below it the middle one.",
                        summary.average(),
                        median(summary)),
                change("Best", "Highest total return so far.", summary.best(), coin(summary.bestSymbol())),
                change("Worst", "Lowest total return so far.", summary.worst(), coin(summary.worstSymbol())),
                tile(
                        "Profitable",
                        "Share of coins with a total return above 0.",
                        summary.profitablePct().map(v -> Formats.percent(v.doubleValue(), 1)),
                        profitable(summary),
                        "profitable"),
                coins,
                histogram.node());
        root.getStyleClass().add("tiles");
    }

    HBox node() {
        return root;
    }

    private static HBox median(LiveSummary summary) {
        Label median = text(summary.median().map(v -> Formats.changePercent(v.doubleValue())));
        median.setId("tile-median-return");
        HBox line = new HBox(new Label("median "), median);
        line.getChildren().forEach(part -> ((Label) part).setMinWidth(Region.USE_PREF_SIZE));
        return line;
    }

    private static Label profitable(LiveSummary summary) {
        return text(summary.count()
                .flatMap(count -> summary.profitable()
                        .map(profitable -> count.intValue() == 0
                                ? ""
                                : Formats.count(profitable.longValue()) + " of " + Formats.count(count.longValue()))));
    }

    private static HBox coins(LiveSummary summary) {
        Label cached = text(summary.cached().map(v -> Formats.count(v.longValue())));
        cached.setId("tile-cached");
        Label failed = text(summary.failed().map(v -> Formats.count(v.longValue())));
        failed.setId("tile-failed");
        summary.failed().subscribe(v -> failed.pseudoClassStateChanged(DOWN, v.intValue() > 0));
        Label cachedWord = new Label(" cached · ");
        Label failedWord = new Label(" failed");
        HBox line = new HBox(cached, cachedWord, failed, failedWord);
        line.getChildren().forEach(part -> ((Label) part).setMinWidth(Region.USE_PREF_SIZE));
        return line;
    }

    private static Region change(String title, String definition, ReadOnlyDoubleProperty value, Node detail) {
        VBox tile = tile(title, definition, value.map(v -> Formats.changePercent(v.doubleValue())), detail, title);
        value.subscribe(v -> {
            int direction = Formats.direction(v.doubleValue(), 2);
            tile.pseudoClassStateChanged(UP, direction > 0);
            tile.pseudoClassStateChanged(DOWN, direction < 0);
        });
        Region arrow = new Region();
        arrow.getStyleClass().add("change-arrow");
        ((Label) tile.lookup(".tile-value")).setGraphic(arrow);
        return tile;
    }

    /** Without the mark of a synthetic coin, which the row has: there is room for the name only. */
    private static Label coin(ObservableValue<String> symbol) {
        return text(symbol.map(s -> s.replace(".DEMO", "")));
    }

    private static Label text(ObservableValue<String> text) {
        Label label = new Label();
        label.textProperty().bind(text);
        return label;
    }

    private static VBox tile(String title, String definition, ObservableValue<String> value, Node detail, String id) {
        Label caption = new Label(title);
        caption.getStyleClass().add("tile-title");
        Label figure = text(value);
        figure.getStyleClass().add("tile-value");
        figure.setId("tile-" + id.toLowerCase(Locale.ROOT).replace(' ', '-'));
        detail.getStyleClass().add("tile-detail");
        VBox tile = new VBox(caption, figure, detail);
        tile.getStyleClass()
                .addAll("tile", "tile-" + id.toLowerCase(Locale.ROOT).replace(' ', '-'));
        tile.setAccessibleText(title);
        Tooltip.install(tile, FormRows.tooltip(definition));
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }
}
