package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.ResultRow;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.settings.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the whole window at every place, as a user sees it in the first minutes with the demo universe. */
@Timeout(300)
class WorkstationPicturesTest {
    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();

    @Test
    void everyPlaceWithTheWholeDemoUniverse() throws IOException {
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        TestWindow at = TestWindow.open(workspace, home, DemoOptions.DEFAULT, clock);
        at.await("#create-demo");
        picture(at, "first-start");
        at.withDemo();
        picture(at, "dashboard");

        at.go(Place.BACKTEST);
        picture(at, "backtest-ready");
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        at.click("#run");
        int coins = DemoOptions.DEFAULT.symbols();
        workspace.release(coins / 2);
        Screen.await("half of the rows", () -> at.rows().size() == coins / 2);
        picture(at, "backtest-running");
        Screen.run(at.window::close);
        picture(at, "question");
        at.click("#question-stay");
        workspace.release(coins);
        Screen.await("every row", () -> at.rows().size() == coins);
        Screen.run(at::sortByReturn);
        assertThat(Screen.call(() -> List.copyOf(at.rows()))).allMatch(ResultRow::synthetic);
        picture(at, "backtest-done");

        Screen.run(() -> ((TextField) at.node("#param-period")).setText("7"));
        workspace.release(coins);
        at.click("#run");
        Screen.await("every row without a pause", () -> at.rows().size() == coins && !at.disabled("#run"));
        Screen.run(at::sortByReturn);
        Screen.run(() -> at.window.appearance().choice().set(Appearance.Choice.LIGHT));
        Screen.picture(at.window.stage(), 1280, 720, "window-backtest-light");

        ResultRow row = Screen.call(() -> at.rows().get(2));
        Screen.run(() -> at.desk().navigator().openCoin(CoinRequest.of(workspace.lastSpec(), row)));
        Screen.await("the coin", () -> at.isAt(row.symbol()));
        Screen.await("the coin is loaded", () -> !isLoading(at));
        picture(at, "coin");

        at.go(Place.RUNS);
        picture(at, "runs");
        at.go(Place.DATA);
        picture(at, "data");
        at.go(Place.PERFORMANCE);
        Screen.await(
                "the measured run",
                () -> !at.table("#performance-runs").getItems().isEmpty());
        Screen.run(() -> at.table("#performance-runs").getSelectionModel().select(0));
        picture(at, "performance");
        assertThat(Screen.call(() -> ((RunTimes)
                                at.table("#performance-runs").getItems().getFirst())
                        .phases()
                        .screen()))
                .as("milliseconds of the screen")
                .isGreaterThan(1);
        at.go(Place.SETTINGS);
        Screen.run(() -> {
            var notices = at.desk().notices();
            notices.tell(Notice.success("243 rows exported to results.csv."));
            notices.tell(Notice.problem(
                            "The file prices.csv could not be read: line 17 has 5 columns instead of 6; mend it and import it again.")
                    .with(Action.of("Open log folder", () -> {})));
        });
        picture(at, "settings");

        at.go(Place.DASHBOARD);
        at.click("#search");
        Screen.run(() -> ((TextField) at.node("#palette-query")).setText("da"));
        picture(at, "palette");
        Screen.run(at.window.overlay()::dismiss);
        at.close();
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsExplained() throws IOException {
        TestWindow at = TestWindow.open(
                options -> {
                    throw new StoreException(
                            "The database prices.duckdb is in use by another process (4711); close it there.");
                },
                home);
        at.await("#try-again");
        picture(at, "unusable");
        // Waits until the settings are written: the folder goes with the test.
        at.close();
    }

    /** A page shows that it loads by a progress indicator. */
    private static boolean isLoading(TestWindow at) {
        return at.window.stage().getScene().getRoot().lookupAll(".progress-indicator").stream()
                .filter(n -> !n.getStyleClass().contains("progress-bar"))
                .anyMatch(WorkstationPicturesTest::isShown);
    }

    private static boolean isShown(Node node) {
        return Optional.ofNullable(node.getParent())
                        .map(WorkstationPicturesTest::isShown)
                        .orElse(true)
                && node.isVisible();
    }

    private static void picture(TestWindow at, String name) throws IOException {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> at.window
                    .appearance()
                    .choice()
                    .set(theme == Theme.DARK ? Appearance.Choice.DARK : Appearance.Choice.LIGHT));
            int[][] sizes = theme == Theme.DARK ? new int[][] {{1280, 720}, {1920, 1080}} : new int[][] {{1280, 720}};
            for (int[] size : sizes) {
                Path file = Screen.picture(
                        at.window.stage(), size[0], size[1], "window-" + name + "-" + theme.styleClass());
                assertThat(Files.size(file)).isGreaterThan(5_000);
            }
        }
    }
}
