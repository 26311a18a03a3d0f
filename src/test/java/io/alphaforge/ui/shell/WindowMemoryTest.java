package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 30, 1366, 738);

    @TempDir
    private Path home;

    @Test
    void aWindowOfALargerScreenIsShrunkAndMovedIntoTheOneThatIsThere() {
        assertThat(WindowMemory.within(SCREEN, 200, 100, 2560, 1440)).isEqualTo(SCREEN);
        assertThat(WindowMemory.within(SCREEN, 900, 500, 1280, 700)).isEqualTo(new Rectangle2D(86, 68, 1280, 700));
        assertThat(WindowMemory.within(SCREEN, -300, 0, 960, 600)).isEqualTo(new Rectangle2D(0, 30, 960, 600));
    }

    @Test
    void aWindowThatFitsStaysWhereItWas() {
        assertThat(WindowMemory.within(SCREEN, 100, 50, 1200, 650)).isEqualTo(new Rectangle2D(100, 50, 1200, 650));
    }

    @Test
    void whatIsRestoredLiesOnTheScreen() {
        Screen.start();
        SettingsFile settings = SettingsFile.load(home.resolve("settings.json"), Runnable::run);
        settings.putList("window.place", List.of("40", "40", "9000", "8000"));
        Stage stage = Screen.call(() -> {
            Stage made = new Stage();
            WindowMemory.restore(made, settings);
            return made;
        });
        Rectangle2D bounds = Screen.call(() -> javafx.stage.Screen.getPrimary().getVisualBounds());
        assertThat(Screen.call(() -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())))
                .isEqualTo(bounds);
    }
}
