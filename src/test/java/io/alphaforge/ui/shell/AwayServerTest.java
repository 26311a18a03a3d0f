package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.scripted.MirroredWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real window opened while its server is away, of which the mirror has nothing yet. */
@Timeout(120)
class AwayServerTest {
    private final MirroredWorkspace opener = new MirroredWorkspace(Clock.systemUTC());

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init") // Opened by the test.
    private TestWindow at;

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void whatTheServerHoldsIsShownAsSoonAsItIsBack() {
        try (Workspace filled = opener.open(new WorkspaceOpener.Options(home, null))) {
            new DemoUniverse(Clock.systemUTC()).write(filled.bars(), TestWindow.FEW, DemoListener.NONE, () -> false);
            filled.mirror().orElseThrow().clear();
        }
        opener.unreachable = true;
        at = TestWindow.open(opener, home);
        at.await("#fill-why");
        Screen.await(
                "the reason", () -> ((Labeled) at.node("#fill-why")).getText().startsWith("Nothing of it was kept"));
        assertThat(at.disabled("#create-demo")).isTrue();
        opener.unreachable = false;
        Screen.await("the dashboard", () -> at.isAt("Dashboard"));
        assertThat(Screen.call(() -> at.desk().contents().get().coins())).isEqualTo(TestWindow.COINS);
    }
}
