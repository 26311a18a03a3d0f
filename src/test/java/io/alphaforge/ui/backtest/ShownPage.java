package io.alphaforge.ui.backtest;

import io.alphaforge.run.BacktestService;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** A backtest page in a window with as much around it as the workstation has: rail, header and status bar. */
final class ShownPage {
    private static final Executor BACKGROUND = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("page-", 0).daemon().factory());

    final RecordedDesk recorded;
    final KeptPresets presets = new KeptPresets();
    final BacktestViewModel model;
    final BacktestPage page;
    final Stage stage;

    ShownPage(BacktestService service, StoreContents contents, Theme theme) {
        this(service, contents, theme, new RecordedDesk(BACKGROUND, PulseScheduler.javaFx(), Clock.systemUTC()));
    }

    ShownPage(BacktestService service, StoreContents contents, Theme theme, RecordedDesk desk) {
        recorded = desk;
        recorded.contents.set(contents);
        recorded.theme.set(theme);
        model = Screen.call(() -> new BacktestViewModel(service, presets, recorded.desk(), Strategies.all()));
        page = Screen.call(() -> new BacktestPage(model, recorded.desk(), (owner, title, name) -> Optional.empty()));
        stage = Screen.call(() -> {
            BorderPane root = new BorderPane(page.node());
            root.setLeft(space("rail", 56, 0));
            root.setTop(space("header", 0, 48));
            root.setBottom(space("status-bar", 0, 28));
            root.getStyleClass().addAll("root", theme.styleClass());
            Scene scene = new Scene(root, 1280, 720);
            scene.getStylesheets().setAll(Assets.stylesheets());
            Application.setUserAgentStylesheet(theme.stylesheet());
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            page.actions().stream()
                    .filter(action -> action.key() != null)
                    .forEach(action -> scene.getAccelerators().put(Objects.requireNonNull(action.key()), action.run()));
            return shown;
        });
    }

    private static Region space(String styleClass, double width, double height) {
        Region space = new Region();
        space.getStyleClass().add(styleClass);
        space.setMinSize(width, height);
        return space;
    }

    Path picture(int width, int height, String name) {
        return Screen.picture(stage, width, height, name);
    }

    Node node(String id) {
        return Objects.requireNonNull(stage.getScene().lookup(id), id);
    }

    String text(String id) {
        return Screen.call(() -> ((Label) node(id)).getText());
    }

    void close() {
        Screen.run(() -> {
            page.close();
            stage.hide();
        });
    }
}
