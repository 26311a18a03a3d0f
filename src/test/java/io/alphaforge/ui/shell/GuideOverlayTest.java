package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.settings.Appearance;
import java.nio.file.Path;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The guide over the real window, by keyboard and with its pictures. */
@Timeout(120)
class GuideOverlayTest {
    @TempDir
    private Path home;

    private final FxRobot robot = new FxRobot();

    private static String title(TestWindow at) {
        return Screen.call(() -> ((Label) at.node("#guide-title")).getText());
    }

    @Test
    void theGuideOpensAtThePlaceThatIsShownAndIsReadByKeyboard() {
        RealWorkspace workspace = new RealWorkspace();
        TestWindow at = TestWindow.open(workspace, home);
        at.await("#create-demo");
        robot.push(KeyCode.F1);
        at.await("#guide-title");
        assertThat(title(at)).isEqualTo("First run");
        robot.push(KeyCode.ESCAPE);
        at.withDemo();
        at.go(Place.BACKTEST);
        robot.push(KeyCode.F1);
        at.await("#guide-title");
        assertThat(title(at)).isEqualTo("Backtest");
        picture(at, "guide-backtest");

        robot.push(KeyCode.DOWN);
        assertThat(title(at)).isEqualTo("Reading results");
        picture(at, "guide-results");
        robot.write("sortino");
        Screen.await(
                "what was found",
                () -> ((ListView<?>) at.node("#guide-chapters")).getItems().size() == 1);
        assertThat(title(at)).isEqualTo("A result row");
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(Screen.call(() -> ((ScrollPane) at.node("#guide-scroll")).getVvalue()))
                .isPositive();
        picture(at, "guide-reference");

        Screen.run(() -> ((TextField) at.node("#guide-query")).setText("stale starred xyz"));
        picture(at, "guide-nothing");
        Screen.run(() -> ((TextField) at.node("#guide-query")).setText("contradict each other"));
        assertThat(title(at)).isEqualTo("Data");
        Screen.run(() -> {
            at.node("#guide").lookupAll(".guide-link").stream()
                    .map(Hyperlink.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        assertThat(title(at)).isEqualTo("Layouts");
        assertThat(Screen.call(() -> ((TextField) at.node("#guide-query")).getText()))
                .isEmpty();
        robot.push(KeyCode.ESCAPE);
        assertThat(Screen.call(() -> at.window.overlay().isShown())).isFalse();
        at.close();
    }

    @Test
    void theGuideCanBeReadWhereNoDatabaseCanBeOpened() {
        TestWindow at = TestWindow.open(
                options -> {
                    throw new StoreException("The database prices.duckdb is in use by another process (4711).");
                },
                home);
        at.await("#try-again");
        at.click("#guide-button");
        at.await("#guide-title");
        assertThat(title(at)).isEqualTo("Troubleshooting");
        Screen.run(at.window.overlay()::dismiss);
        // Waits until the settings are written: the folder goes with the test.
        at.close();
    }

    private static void picture(TestWindow at, String name) {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> at.window
                    .appearance()
                    .choice()
                    .set(theme == Theme.DARK ? Appearance.Choice.DARK : Appearance.Choice.LIGHT));
            Screen.picture(at.window.stage(), 1280, 720, name + "-" + theme.styleClass());
        }
    }
}
