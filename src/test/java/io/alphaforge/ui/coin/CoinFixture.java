package io.alphaforge.ui.coin;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A real database with a few synthetic coins, and a window with the page of one of them. */
final class CoinFixture implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);

    final Workspace workspace;
    final RecordedDesk recorded;
    final Stage stage;
    private final ExecutorService background = Executors.newCachedThreadPool();

    CoinFixture(Path home, DemoOptions options) {
        Screen.start();
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        new DemoUniverse(CLOCK).write(workspace.bars(), options, (done, total, bars) -> {}, () -> false);
        recorded = Screen.call(() -> new RecordedDesk(background, PulseScheduler.javaFx(), CLOCK));
        stage = Screen.call(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
            return new Stage();
        });
        refresh();
    }

    /** Tells the desk what the store holds now. */
    void refresh() {
        StoreContents contents = StoreContents.of(workspace.bars().series());
        Screen.run(() -> recorded.contents.set(contents));
    }

    static BacktestSpec spec(String strategy, Map<String, String> parameters) {
        Strategy named = Strategies.named(strategy);
        return new BacktestSpec(named, Parameters.of(named, parameters), ExecutionSettings.DEFAULT, TimeRange.ALL);
    }

    static CoinRequest request(String symbol, Interval interval, String strategy) {
        return new CoinRequest(symbol, null, interval, spec(strategy, Map.of()));
    }

    /** The first synthetic coin. */
    String symbol() {
        return workspace.bars().series().getFirst().symbol();
    }

    /** Opens a page in the window and waits until it shows its coin. */
    CoinPage open(CoinRequest request) {
        CoinPage page = Screen.call(() -> {
            CoinPage made = new CoinPage(workspace, recorded.desk(), request);
            StackPane root = new StackPane(made.node());
            root.getStyleClass().addAll("root", recorded.theme.get().styleClass());
            Scene scene = new Scene(root, 1224, 644);
            scene.getStylesheets().setAll(Assets.stylesheets());
            stage.setScene(scene);
            stage.show();
            made.focus();
            return made;
        });
        Screen.await("the coin", () -> isComplete(page));
        Screen.settle();
        return page;
    }

    private static boolean isComplete(CoinPage page) {
        CoinContent content = page.model().content().get();
        return content == null
                ? !page.model().problem().get().isEmpty()
                : content.study().backtest() == null || page.node().lookup(".coin-tabs") != null;
    }

    static CoinContent content(CoinPage page) {
        return Objects.requireNonNull(page.model().content().get());
    }

    static Bars bars(CoinPage page) {
        return content(page).study().bars();
    }

    @SuppressWarnings("unchecked")
    static TableView<TradeRow> table(CoinPage page) {
        return (TableView<TradeRow>) page.node().lookup("#trades");
    }

    void theme(Theme theme) {
        Screen.run(() -> {
            Application.setUserAgentStylesheet(theme.stylesheet());
            recorded.theme.set(theme);
            stage.getScene().getRoot().getStyleClass().removeAll("light", "dark");
            stage.getScene().getRoot().getStyleClass().add(theme.styleClass());
        });
        Screen.settle();
    }

    @Override
    public void close() {
        Screen.run(stage::hide);
        background.shutdown();
        workspace.close();
    }
}
