package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.ServerFigures;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.kit.TimeText;
import io.alphaforge.ui.scripted.MirroredWorkspace;
import io.alphaforge.ui.scripted.Rewired;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The line at the bottom on a server, while something is going on: the fullest it gets. */
@Timeout(120)
class StatusBarPicturesTest {
    private static final Watching BUSY = new Watching() {
        @Override
        public Duration threshold() {
            return Duration.ofSeconds(1);
        }

        @Override
        public List<SlowQuery> slowQueries(int limit) {
            return List.of();
        }

        @Override
        public Optional<PoolGauges> pool() {
            return Optional.of(new PoolGauges(2, 1, 0, 6));
        }

        @Override
        public Optional<ServerFigures> server() {
            return Optional.of(new ServerFigures(0, 12, 100, 1_345_678_901L, 0.991));
        }
    };

    @TempDir
    private Path home;

    private final ExecutorService serial = Executors.newSingleThreadExecutor();

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @AfterEach
    void close() {
        serial.shutdown();
    }

    private static Workspace watched(Workspace w) {
        new DemoUniverse(Clock.systemUTC()).write(w.bars(), DemoOptions.DEFAULT, DemoListener.NONE, () -> false);
        return Rewired.of(w).watching(BUSY).workspace();
    }

    @Test
    void connectionsAndTheServersOwnFiguresFindRoom() {
        PulseScheduler pulse = PulseScheduler.javaFx();
        MirroredWorkspace network = new MirroredWorkspace(Clock.systemUTC());
        WorkspaceSession session = new WorkspaceSession(o -> watched(network.open(o)), serial, pulse);
        StatusFigures figures = new StatusFigures(serial, pulse);
        Jobs jobs = new Jobs();
        StatusBar bar = Screen.call(() -> new StatusBar(session, figures, jobs, new TimeText(), Clock.systemUTC()));
        Stage stage = Screen.call(() -> {
            BorderPane root = new BorderPane();
            root.getStyleClass().addAll("root", Theme.DARK.styleClass());
            root.setBottom(bar.node());
            Scene scene = new Scene(root, 1280, 80);
            scene.getStylesheets().setAll(Assets.stylesheets());
            Application.setUserAgentStylesheet(Theme.DARK.stylesheet());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
        Screen.run(() -> session.open(new WorkspaceOpener.Options(home, null)));
        Screen.await("the gauges", () -> text(bar, "#status-pool").equals("2/3"));
        Screen.run(() -> {
            Job job = new Job("Sync", false, () -> {}, () -> {});
            job.text()
                    .set(
                            "117 / 260 series  ·  1,234,567 bars  ·  BTCUSDT 1h is being fetched and written to the mirror");
            jobs.begin(job);
        });
        assertThat(Screen.call(() -> ((Label) bar.node().lookup("#status-pool")).getAccessibleHelp()))
                .isEqualTo("Connections of this window: 2 in use, 1 idle, 0 waited for; at most 6.\n"
                        + "The server has 12 of 100 connections in use; the database takes 1.25 GB;"
                        + " 99.1 % of what was read came out of the server's memory.");
        Screen.picture(stage, 1280, 80, "status-bar-server");
        Label server = (Label) bar.node().lookup("#status-location");
        for (int width : new int[] {1280, 960}) {
            Screen.run(() -> stage.setWidth(width));
            Screen.settle();
            assertThat(Screen.call(() -> server.prefWidth(-1) - server.getWidth()))
                    .as("what the name of the server lacks at %s px", width)
                    .isLessThan(1);
        }
        Screen.picture(stage, 960, 80, "status-bar-server");
        assertThat(Screen.call(() ->
                        bar.node().lookup("#status-memory").getBoundsInParent().getMaxX()))
                .isLessThanOrEqualTo(1280);
        Screen.run(stage::hide);
        session.close(() -> {}, () -> {});
    }

    private static String text(StatusBar bar, String id) {
        return ((Label) bar.node().lookup(id)).getText();
    }
}
