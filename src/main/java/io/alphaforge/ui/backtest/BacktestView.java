package io.alphaforge.ui.backtest;

import io.alphaforge.ui.kit.Formats;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The backtest workspace: the form on the left, beside it the controls of the run, its summary and its rows. */
public final class BacktestView {
    private static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CANCEL = new KeyCodeCombination(KeyCode.ESCAPE);

    private final BorderPane root = new BorderPane();
    private final FormPane form;

    public BacktestView(BacktestViewModel model) {
        root.getStyleClass().add("backtest");
        form = new FormPane(model);
        root.setLeft(form.node());

        Tab results = tab("results-tab", model.summary().count().map(n -> title("Results", n.longValue())));
        results.setContent(new ResultTable(model).node());
        Tab failed = tab("failed-tab", model.summary().failed().map(n -> title("Failed", n.longValue())));
        failed.setContent(new FailedTable(model).node());
        TabPane tabs = new TabPane(results, failed);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Label title = new Label();
        title.setId("run-title");
        title.getStyleClass().add("run-title");
        title.textProperty().bind(model.title());
        title.setMouseTransparent(true);
        StackPane titled = new StackPane(tabs, title);
        StackPane.setAlignment(title, Pos.TOP_RIGHT);
        VBox.setVgrow(titled, Priority.ALWAYS);

        VBox work =
                new VBox(demoBanner(model), new RunBar(model).node(), new SummaryTiles(model.summary()).node(), titled);
        work.getStyleClass().add("work");
        root.setCenter(work);

        Map<KeyCombination, Runnable> keys = Map.of(RUN, model::run, CANCEL, model::cancel);
        root.sceneProperty().addListener((observable, before, now) -> move(keys, before, now));
    }

    public Parent node() {
        return root;
    }

    /** Puts the keyboard where work begins. */
    public void focus() {
        form.focus();
    }

    private static void move(Map<KeyCombination, Runnable> keys, @Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.getAccelerators().keySet().removeAll(keys.keySet());
        }
        if (now != null) {
            now.getAccelerators().putAll(keys);
        }
    }

    private static Label demoBanner(BacktestViewModel model) {
        Label banner = new Label();
        banner.setId("demo-banner");
        banner.getStyleClass().add("banner");
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.textProperty()
                .bind(model.contents()
                        .map(c -> c.syntheticCoins() == c.coins()
                                ? "Demo data: synthetic coins. Their prices are made up; results say nothing about a market."
                                : "Demo data: synthetic coins. " + Formats.count(c.syntheticCoins()) + " of "
                                        + Formats.plural(c.coins(), "coin")
                                        + " are made up; they are marked DEMO."));
        FormRows.showWhen(banner, model.contents().map(c -> c.syntheticCoins() > 0));
        return banner;
    }

    private static Tab tab(String id, ObservableValue<String> title) {
        Tab tab = new Tab();
        tab.setId(id);
        tab.textProperty().bind(title);
        return tab;
    }

    private static String title(String name, long count) {
        return count == 0 ? name : name + "  " + Formats.count(count);
    }
}
