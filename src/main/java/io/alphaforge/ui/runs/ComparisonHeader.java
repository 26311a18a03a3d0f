package io.alphaforge.ui.runs;

import io.alphaforge.run.ArchivedRun.Header;
import io.alphaforge.run.RunComparison.Totals;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.SpecWords;
import io.alphaforge.ui.kit.TimeText;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What two runs are, in which settings they differ, and what came of that: everything above the table of their coins. */
final class ComparisonHeader {
    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private ComparisonHeader() {}

    /**
     * Builds it anew, whenever runs or zone have changed.
     *
     * @param first what the first run is called
     * @param second what the second run is called
     */
    static Node of(Compared compared, String first, String second, List<SpecDifference> differences, TimeText times) {
        Header a = compared.first().header();
        Header b = compared.second().header();
        HBox runs = new HBox(run("comparison-first", first, a, times), run("comparison-second", second, b, times));
        runs.getStyleClass().add("comparison-runs");
        runs.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        VBox box = new VBox(
                runs,
                differences(differences, a.engineVersion().equals(b.engineVersion())),
                tiles(compared.comparison().totals(), first, second));
        box.getStyleClass().add("comparison-header");
        return box;
    }

    private static Node run(String id, String called, Header run, TimeText times) {
        Label badge = new Label(called);
        badge.getStyleClass().add("comparison-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        Label title =
                new Label(run.name().isEmpty() ? SpecWords.strategy(run.spec().backtest()) : run.name());
        title.getStyleClass().add("comparison-title");
        Label what = new Label(
                run.name().isEmpty() ? RunWords.settings(run.spec(), times) : RunWords.spec(run.spec(), times));
        what.getStyleClass().add("comparison-text");
        what.setTooltip(new Tooltip(what.getText()));
        Label outcome = new Label(times.minute(run.startedAt()) + "  ·  "
                + RunWords.status(run.summary().status()) + "  ·  " + RunWords.coins(run.summary()) + "  ·  average "
                + Formats.changePercent(run.returns().average()) + ", median "
                + Formats.changePercent(run.returns().median()));
        outcome.getStyleClass().add("comparison-text");
        HBox line = new HBox(badge, title);
        line.getStyleClass().add("comparison-line");
        VBox box = new VBox(line, what, outcome);
        box.setId(id);
        box.getStyleClass().add("comparison-run");
        box.setPrefWidth(400);
        box.setMinWidth(0);
        return box;
    }

    private static Node differences(List<SpecDifference> differences, boolean sameEngine) {
        FlowPane pane = new FlowPane();
        pane.setId("comparison-differences");
        pane.getStyleClass().add("comparison-differences");
        Label title = new Label(differences.isEmpty() ? "Both runs have the same settings." : "What differs");
        title.getStyleClass().add("comparison-differs");
        pane.getChildren().add(title);
        for (SpecDifference difference : differences) {
            pane.getChildren().add(chip(difference.setting(), difference.first() + " → " + difference.second()));
        }
        if (!sameEngine) {
            Node engine = chip("engine", "not the same version");
            Tooltip.install(
                    engine,
                    new Tooltip("The runs were computed by different versions of the program,"
                            + " so the same settings may have other results."));
            pane.getChildren().add(engine);
        }
        return pane;
    }

    private static Node chip(String setting, String values) {
        Label name = new Label(setting);
        name.getStyleClass().add("chip-name");
        Label value = new Label(values);
        HBox chip = new HBox(name, value);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private static Node tiles(Totals totals, String first, String second) {
        HBox tiles = new HBox(
                tile("both", "In both", Formats.plural(totals.both(), "coin"), bars(totals)),
                tile(
                        "better-first",
                        "Better in " + first,
                        Formats.count(totals.betterFirst()),
                        share(totals.betterFirst(), totals)),
                tile(
                        "better-second",
                        "Better in " + second,
                        Formats.count(totals.betterSecond()),
                        share(totals.betterSecond(), totals)),
                tile(
                        "equal",
                        "Equal",
                        Formats.count(totals.equal()),
                        Formats.count(totals.sameFills()) + " identical fills"),
                change("average", "Average difference", totals.averageDifference()),
                change("median", "Median difference", totals.medianDifference()),
                tile("only-first", "Only in " + first, Formats.count(totals.onlyFirst()), ""),
                tile("only-second", "Only in " + second, Formats.count(totals.onlySecond()), ""));
        tiles.getStyleClass().add("comparison-tiles");
        return tiles;
    }

    private static String bars(Totals totals) {
        return totals.otherBars() == 0 ? "all on the same bars" : Formats.count(totals.otherBars()) + " on other bars";
    }

    private static String share(int count, Totals totals) {
        return Formats.percent(totals.both() == 0 ? Double.NaN : 100.0 * count / totals.both(), 1);
    }

    private static Node change(String id, String title, double points) {
        VBox tile = tile(id, title, Formats.change(points, 2), "percentage points");
        int direction = Formats.direction(points, 2);
        tile.pseudoClassStateChanged(UP, direction > 0);
        tile.pseudoClassStateChanged(DOWN, direction < 0);
        Region arrow = new Region();
        arrow.getStyleClass().add("change-arrow");
        ((Label) tile.getChildren().get(1)).setGraphic(arrow);
        return tile;
    }

    private static VBox tile(String id, String title, String value, String detail) {
        Label name = new Label(title);
        name.getStyleClass().add("tile-title");
        Label figure = new Label(value);
        figure.setId("comparison-" + id);
        figure.getStyleClass().add("tile-value");
        Label more = new Label(detail);
        more.getStyleClass().add("tile-detail");
        VBox tile = new VBox(name, figure, more);
        tile.getStyleClass().add("tile");
        tile.setMinWidth(Region.USE_PREF_SIZE);
        return tile;
    }
}
