package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.Formats;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the rows so far amount to, in a row of tiles. */
final class SummaryTiles {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final HBox root = new HBox();

    SummaryTiles(LiveSummary summary) {
        root.getStyleClass().add("tiles");
        root.getChildren()
                .addAll(List.of(
                        change("Average return", "Mean total return of the coins so far.", summary.average(), null),
                        change("Median return", "Middle total return of the coins so far.", summary.median(), null),
                        change("Best", "Highest total return so far.", summary.best(), summary.bestSymbol()),
                        change("Worst", "Lowest total return so far.", summary.worst(), summary.worstSymbol()),
                        tile(
                                "Profitable",
                                "Share of coins with a total return above 0.",
                                summary.profitablePct().map(v -> Formats.percent(v.doubleValue(), 1)),
                                Bindings.createStringBinding(
                                        () -> summary.count().get() == 0
                                                ? ""
                                                : Formats.count(summary.profitable()
                                                                .get()) + " of "
                                                        + Formats.count(
                                                                summary.count().get()),
                                        summary.profitable(),
                                        summary.count()),
                                "profitable"),
                        tile(
                                "Cached",
                                "Coins that an earlier run answered.",
                                summary.cached().map(v -> Formats.count(v.longValue())),
                                null,
                                "cached"),
                        tile(
                                "Failed",
                                "Coins without a result; the reasons are under Failed.",
                                summary.failed().map(v -> Formats.count(v.longValue())),
                                null,
                                "failed")));
    }

    HBox node() {
        return root;
    }

    private static Region change(
            String title, String definition, ReadOnlyDoubleProperty value, @Nullable ObservableValue<String> detail) {
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

    private static VBox tile(
            String title,
            String definition,
            ObservableValue<String> value,
            @Nullable ObservableValue<String> detail,
            String id) {
        Label caption = new Label(title);
        caption.getStyleClass().add("tile-title");
        Label figure = new Label();
        figure.getStyleClass().add("tile-value");
        figure.textProperty().bind(value);
        figure.setId("tile-" + id.toLowerCase(Locale.ROOT).replace(' ', '-'));
        Label small = new Label();
        small.getStyleClass().add("tile-detail");
        if (detail != null) {
            small.textProperty().bind(detail);
        }
        VBox tile = new VBox(caption, figure, small);
        tile.getStyleClass().add("tile");
        tile.setAccessibleText(title);
        Tooltip.install(tile, new Tooltip(definition));
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }
}
