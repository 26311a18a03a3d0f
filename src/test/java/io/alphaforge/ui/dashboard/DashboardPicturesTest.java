package io.alphaforge.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.Importer;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the dashboard looks like. */
class DashboardPicturesTest {
    private static final Path REAL = Path.of("..", "shared", "data", "daily");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-21T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private DashboardStage stage;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        stage = new DashboardStage(home, CLOCK);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theWholeDemoUniverse() {
        new DemoUniverse(CLOCK).write(stage.workspace().bars(), DemoOptions.DEFAULT, DemoListener.NONE, () -> false);
        for (String symbol : List.of("BATIUSDT.DEMO", "SOVEUSDT.DEMO", "BIMIUSDT.DEMO")) {
            stage.desk().watchlist().toggle(symbol);
        }
        stage.open(DemoOptions.DEFAULT.symbols());
        pictures("dashboard-demo");
        Screen.run(() -> stage.node(TextField.class, "#filter").setText("nothing like it"));
        assertThat(stage.table().getItems()).isEmpty();
        stage.picture(Theme.LIGHT, 1280, 720, "dashboard-no-match");
    }

    @Test
    void realCoins() {
        Assumptions.assumeTrue(Files.isDirectory(REAL), "no real data beside the project");
        new Importer(stage.workspace().bars(), CLOCK, file -> false)
                .run(List.of(REAL), ImportOptions.DEFAULT, ImportListener.NONE, () -> false);
        stage.open(stage.workspace().bars().dashboard().size());
        pictures("dashboard-real");
    }

    @Test
    void anEmptyDatabase() {
        stage.open(0);
        stage.picture(Theme.DARK, 1280, 720, "dashboard-empty");
    }

    private void pictures(String name) {
        for (Theme theme : Theme.values()) {
            stage.picture(theme, 1280, 720, name + "-" + theme.styleClass());
        }
        stage.picture(Theme.DARK, 2560, 1440, name + "-dark");
    }
}
