package io.alphaforge.ui.shell;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.backtest.BacktestView;
import io.alphaforge.ui.backtest.BacktestViewModel;
import io.alphaforge.ui.data.FillView;
import io.alphaforge.ui.data.FillViewModel;
import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The window of the application. It is there at once; the workspace is opened behind it. Closing it ends what is
 * running, then closes the workspace, and only then hides the window.
 */
final class WorkstationWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

    private final Stage stage;
    private final DemoOptions demo;
    private final PulseScheduler pulse = PulseScheduler.javaFx();
    private final ExecutorService serial = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("workspace").daemon().factory());
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("window-worker-", 0).daemon().factory());
    private final WorkspaceSession session;
    private final BorderPane root = new BorderPane();
    private final StatusBar status;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>();
    private @Nullable BacktestViewModel backtests;
    private @Nullable FillViewModel fill;

    /**
     * A window that is not yet shown.
     *
     * @param demo the universe to make when one is asked for
     */
    WorkstationWindow(
            Stage stage, WorkspaceOpener opener, WorkspaceOpener.Options options, Theme initial, DemoOptions demo) {
        this.stage = stage;
        this.demo = demo;
        this.session = new WorkspaceSession(opener, options, serial, pulse);
        this.status = new StatusBar(session);
        root.setTop(header());
        root.setBottom(status.node());
        session.state().subscribe(state -> show(state));
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(Assets.stylesheets());
        theme.subscribe(now -> apply(now));
        theme.set(initial);
        stage.setScene(scene);
        stage.setTitle("AlphaForge");
        stage.getIcons().setAll(Assets.icons());
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
    }

    void show() {
        stage.show();
        session.open();
    }

    /** Ends what is running and closes the window when that is over. */
    void close() {
        List<Runnable> ends = new ArrayList<>();
        if (backtests != null && fill != null) {
            backtests.cancel();
            fill.cancel();
            ends.add(backtests.end());
            ends.add(fill.end());
        }
        session.close(() -> ends.forEach(Runnable::run), () -> {
            serial.shutdown();
            workers.shutdown();
            stage.hide();
        });
    }

    /** Imports files, as when they are dropped on the offer of an empty database. */
    void importFiles(List<Path> files) {
        if (fill != null) {
            fill.importFiles(files);
        }
    }

    Stage stage() {
        return stage;
    }

    ObjectProperty<Theme> theme() {
        return theme;
    }

    private void show(WorkspaceSession.State state) {
        switch (state) {
            case WorkspaceSession.Opening opening ->
                root.setCenter(MessagePane.of(
                        new ProgressIndicator(), "Opening the database", "This takes a moment the first time."));
            case WorkspaceSession.Unusable unusable -> {
                Button again = new Button("_Try again", new FontIcon(Feather.REFRESH_CW));
                again.setId("try-again");
                again.setOnAction(e -> session.open());
                root.setCenter(MessagePane.of(
                        icon(Feather.ALERT_TRIANGLE, "message-problem"),
                        "The database cannot be used",
                        unusable.sentence(),
                        again));
            }
            case WorkspaceSession.Open open -> root.setCenter(work(open.workspace()));
            case WorkspaceSession.Closing closing ->
                root.setCenter(MessagePane.of(
                        new ProgressIndicator(), "Closing", "Waiting for the run to end; its rows are kept."));
        }
    }

    private Node work(Workspace workspace) {
        FillViewModel filling =
                new FillViewModel(workspace.bars(), Clock.systemUTC(), demo, workers, pulse, session::refresh);
        BacktestViewModel model =
                new BacktestViewModel(workspace.backtests(), workers, pulse, InstantSource.system(), Strategies.all());
        fill = filling;
        backtests = model;
        session.contents().subscribe(model::show);
        status.follow(Bindings.createStringBinding(
                () -> job(filling, model), filling.phase(), filling.text(), model.phase(), model.progressText()));
        FillView offer = new FillView(filling);
        BacktestView backtest = new BacktestView(model);
        BooleanBinding offers = Bindings.createBooleanBinding(
                () -> session.contents().get().isEmpty()
                        || (filling.phase().get() != Phase.OFFERING
                                && filling.phase().get() != Phase.DONE),
                session.contents(),
                filling.phase());
        StackPane pane = new StackPane();
        offers.subscribe(offering -> {
            pane.getChildren().setAll(offering ? offer.node() : backtest.node());
            // Only after the scene has found a new place for the focus of what was removed.
            Platform.runLater(offering ? offer::focus : backtest::focus);
        });
        pane.setUserData(offers);
        return pane;
    }

    private static String job(FillViewModel filling, BacktestViewModel backtests) {
        return switch (filling.phase().get()) {
            case WORKING -> "Filling the database  " + filling.text().get();
            case CANCELLING -> "Cancelling…";
            case OFFERING, REPORTING, DONE ->
                switch (backtests.phase().get()) {
                    case IDLE, ENDED -> "";
                    case STARTING -> "Starting a backtest…";
                    case RUNNING -> "Backtest  " + backtests.progressText().get();
                    case PAUSED -> "Backtest paused";
                    case CANCELLING -> "Cancelling the backtest…";
                };
        };
    }

    private HBox header() {
        ImageView mark = new ImageView(Assets.icon(48));
        mark.setFitWidth(24);
        mark.setFitHeight(24);
        Label name = new Label("AlphaForge", mark);
        name.getStyleClass().add("brand");
        Label page = new Label("Backtest");
        page.getStyleClass().add("page-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button switcher = new Button("", new FontIcon(Feather.MOON));
        switcher.setId("theme");
        switcher.getStyleClass().addAll("flat", "button-icon");
        switcher.setOnAction(e -> theme.set(theme.get().other()));
        Tooltip tip = new Tooltip();
        switcher.setTooltip(tip);
        theme.subscribe(now -> {
            boolean dark = now == Theme.DARK;
            ((FontIcon) switcher.getGraphic()).setIconCode(dark ? Feather.SUN : Feather.MOON);
            tip.setText(dark ? "Switch to the light theme" : "Switch to the dark theme");
            switcher.setAccessibleText(tip.getText());
        });
        HBox header = new HBox(name, page, gap, switcher);
        header.getStyleClass().add("header");
        return header;
    }

    private void apply(@Nullable Theme now) {
        if (now == null) {
            return;
        }
        Application.setUserAgentStylesheet(now.stylesheet());
        root.getStyleClass().removeAll(Theme.LIGHT.styleClass(), Theme.DARK.styleClass());
        root.getStyleClass().add(now.styleClass());
    }

    private static FontIcon icon(Feather code, String styleClass) {
        FontIcon icon = new FontIcon(code);
        icon.getStyleClass().add(styleClass);
        return icon;
    }
}
