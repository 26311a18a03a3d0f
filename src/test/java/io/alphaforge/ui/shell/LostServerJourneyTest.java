package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.store.timescale.OwnServer;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.scripted.ServedWorkspace;
import io.alphaforge.ui.settings.Appearance;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped and started again under the open window, which nobody touches. */
@Timeout(300)
class LostServerJourneyTest {
    /** Of the server's coins the mirror gets this many. */
    private static final int MIRRORED = 12;

    @TempDir
    private Path folder;

    @TempDir
    private Path home;

    private OwnServer server;

    @SuppressWarnings("NullAway.Init") // Opened by the test.
    private TestWindow at;

    @BeforeEach
    void fill() {
        server = OwnServer.embedded(folder);
        try (Workspace filled = ServedWorkspace.mirrored(home, server.url())) {
            filled.admin().migrate();
            DemoUniverse demo = new DemoUniverse(Clock.systemUTC());
            demo.write(filled.bars(), new DemoOptions(MIRRORED, 400, Interval.D1, 1), DemoListener.NONE, () -> false);
            filled.mirror().orElseThrow().sync((done, total, bars, latest) -> {}, () -> false);
            demo.write(filled.bars(), TestWindow.FEW, DemoListener.NONE, () -> false);
        }
    }

    @AfterEach
    void close() {
        at.close();
        server.close();
    }

    @Test
    void itIsNoticedThatTheServerGoesAndThatItComesBack() {
        at = TestWindow.open(options -> ServedWorkspace.mirrored(home, server.url()), home);
        Screen.await("the dashboard of the server", () -> at.isAt("Dashboard") && coins() == TestWindow.COINS);
        Screen.await("the server", () -> location().startsWith("Server  127.0.0.1"));

        server.kill();
        awaitLong("the status bar says so", () -> location().startsWith("Offline  ·  mirror of 127.0.0.1"));
        awaitLong("the coins of the mirror", () -> coins() == MIRRORED);
        assertThat(at.text("#status-location")).matches(".*, (current|\\d+ min old)");
        Screen.await(
                "the coins in the status bar",
                () -> ((Labeled) at.node("#status-coins")).getText().startsWith(MIRRORED + " coins"));
        assertThat(notice())
                .contains("does not answer; it is tried again by itself. What is shown is its mirror on this computer");
        pictures("lost-server");
        at.go(Place.BACKTEST);
        assertThat(at.text("#universe-summary"))
                .isEqualTo("The server does not answer; its mirror on this computer has 12 coins.");
        pictures("lost-server-backtest");
        at.go(Place.DASHBOARD);

        server.start();
        awaitLong("the status bar says so", () -> location().startsWith("Server  127.0.0.1"));
        awaitLong("the coins of the server", () -> coins() == TestWindow.COINS);
        Screen.await("the notice goes", () -> notice().isEmpty());
    }

    private void pictures(String name) {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> at.window
                    .appearance()
                    .choice()
                    .set(theme == Theme.DARK ? Appearance.Choice.DARK : Appearance.Choice.LIGHT));
            Screen.picture(at.window.stage(), 1280, 720, name + "-" + theme.styleClass());
        }
    }

    private int coins() {
        return at.table("#coins").getItems().size();
    }

    private String location() {
        return ((Labeled) at.node("#status-location")).getText();
    }

    private String notice() {
        return Screen.call(
                () -> at.node("#notices").lookup(".notice .label") instanceof Labeled label ? label.getText() : "");
    }

    /** A lost server is tried again after a minute at the most. */
    private static void awaitLong(String what, BooleanSupplier condition) {
        Screen.await(what, Duration.ofSeconds(100), condition);
    }
}
