package io.alphaforge.ui.shell;

import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Hints;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.TightLine;
import io.alphaforge.ui.kit.TimeText;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line at the bottom of the window: where the data is, how much and how old, what is being done, what it costs. */
final class StatusBar {
    private static final Duration EVERY = Duration.seconds(2);
    /** What a job asks for, and what it needs to say how far it is; the rest of its text ends in an ellipsis. */
    private static final double JOB = 280;

    private static final double LEAST_JOB = 200;

    private final HBox root;
    private final WorkspaceSession session;
    private final StatusFigures figures;
    private final TimeText times;
    private final InstantSource clock;
    private final Label newest =
            label("status-newest", "When the newest bar of the store opened, and how long ago it closed.");
    private final StackPane job = new StackPane() {
        @Override
        protected double computePrefWidth(double height) {
            // It takes what room is left, but the server is not to lose its name to a long text.
            return Math.min(JOB, super.computePrefWidth(height));
        }

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(LEAST_JOB, super.computePrefWidth(height));
        }
    };
    private final Timeline timer = new Timeline();

    StatusBar(WorkspaceSession session, StatusFigures figures, Jobs jobs, TimeText times, InstantSource clock) {
        this.session = session;
        this.figures = figures;
        this.times = times;
        this.clock = clock;
        Label location = label("status-location");
        location.setGraphic(new FontIcon(Feather.DATABASE));
        location.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        location.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> describe(session.state().get(), figures.mirror().get(), clock.millis()),
                        session.state(),
                        figures.mirror()));
        Hints.explain(
                location,
                session.state()
                        .map(state -> state instanceof WorkspaceSession.Open open
                                ? open.location()
                                : "No database is open."));
        Label coins = label("status-coins", "Coins and bars in the store.");
        coins.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> session.state().get() instanceof WorkspaceSession.Open
                                ? describe(session.contents().get())
                                : "",
                        session.state(),
                        session.contents()));
        Label cache =
                label("status-cache", "Kept result rows, and the share of rows that they answered since the start.");
        cache.textProperty().bind(figures.cache());
        Label memory = label("status-memory", "Memory in use and the most that the application may take.");
        memory.textProperty().bind(figures.memory());
        Label pool = label("status-pool");
        pool.setGraphic(new FontIcon(Feather.LINK));
        pool.textProperty().bind(figures.pool());
        Hints.explain(pool, figures.server());
        Controls.shown(pool, figures.pool().map(text -> !text.isEmpty()));
        job.setId("status-running");
        HBox.setHgrow(job, Priority.ALWAYS);
        root = new TightLine(
                List.of(memory, cache, job, location, coins, newest, pool),
                location,
                coins,
                newest,
                job,
                pool,
                cache,
                memory);
        root.getStyleClass().add("status-bar");
        location.setMinWidth(80);
        jobs.running().addListener((ListChangeListener<Job>) change -> show(jobs));
        show(jobs);
        session.state().subscribe(state -> tick());
        session.contents().subscribe(contents -> age(contents));
        times.zone().subscribe(zone -> age(session.contents().get()));
        timer.getKeyFrames().add(new KeyFrame(EVERY, e -> tick()));
        timer.setCycleCount(Animation.INDEFINITE);
    }

    HBox node() {
        return root;
    }

    /** Begins to look at the figures that change by themselves; {@link #stop} ends it. */
    void start() {
        tick();
        timer.play();
    }

    void stop() {
        timer.stop();
    }

    private void tick() {
        if (session.state().get() instanceof WorkspaceSession.Open open) {
            refresh(open.workspace());
        } else {
            figures.forget();
        }
    }

    private void refresh(Workspace workspace) {
        figures.refresh(workspace);
        age(session.contents().get());
    }

    private void age(StoreContents contents) {
        newest.setText(
                contents.isEmpty()
                        ? ""
                        : "Newest " + opened(contents) + "  ·  "
                                + Formats.age(java.time.Duration.ofMillis(clock.millis() - contents.end())));
    }

    private String opened(StoreContents contents) {
        Interval finest = contents.finestOfAll();
        boolean utc = times.zoneOf(finest).equals(ZoneOffset.UTC);
        return times.bar(contents.last(), finest) + " " + (utc ? "UTC" : times.zoneName(contents.last()));
    }

    private void show(Jobs jobs) {
        job.getChildren().clear();
        if (jobs.running().isEmpty()) {
            return;
        }
        Job now = jobs.running().getLast();
        Label text = label("status-job");
        int others = jobs.running().size() - 1;
        ObservableValue<String> words = now.text()
                .map(t -> now.title() + "  " + t + (others == 0 ? "" : "  and " + Formats.plural(others, "other")));
        text.textProperty().bind(words);
        Hints.explain(text, text.textProperty());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(now.fraction());
        bar.setAccessibleText("Progress: " + now.title());
        bar.setMinWidth(64);
        bar.setPrefWidth(64);
        Button cancel = new Button("", new FontIcon(Feather.X));
        cancel.setId("status-cancel");
        cancel.getStyleClass().addAll("flat", "button-icon");
        Hints.explain(cancel, "Cancel: " + now.title());
        cancel.setAccessibleText("Cancel: " + now.title());
        cancel.setOnAction(e -> now.cancel());
        HBox line = new TightLine(List.of(text), text, bar, cancel);
        line.getStyleClass().add("status-job");
        job.getChildren().add(line);
    }

    /** A text whose tip says all of it, since there may be no room for that, and what it is. */
    private static Label label(String id, String tip) {
        Label label = label(id);
        Hints.explain(label, label.textProperty().map(text -> text + "\n" + tip));
        return label;
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        return label;
    }

    private static String describe(WorkspaceSession.State state, Optional<MirrorStatus> mirror, long now) {
        return switch (state) {
            case WorkspaceSession.Opening opening -> "Opening the database…";
            case WorkspaceSession.Unusable unusable -> "No database";
            case WorkspaceSession.Open open ->
                open.workspace().mirror().isPresent()
                        ? StatusFigures.server(open.location(), mirror, now)
                        : "Local file  " + fileName(open.location());
            case WorkspaceSession.Closing closing -> "Closing the database…";
            case WorkspaceSession.Restoring restoring -> "Restoring the database…";
        };
    }

    private static String fileName(String location) {
        return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
    }

    private static String describe(StoreContents contents) {
        return contents.isEmpty()
                ? "Empty"
                : Formats.plural(contents.coins(), "coin") + "  ·  " + Formats.plural(contents.bars(), "bar");
    }
}
