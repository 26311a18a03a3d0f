package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Rewired;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the window waits for before it closes. */
@Timeout(120)
class ClosingTest {
    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();
    private final CountDownLatch migrating = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closedMeanwhile;

    /** The real store, which takes as long to bring its tables up to date as the test wants. */
    private final class Slow implements StoreAdmin {
        private final StoreAdmin real;

        Slow(StoreAdmin real) {
            this.real = real;
        }

        @Override
        public String location() {
            return real.location();
        }

        @Override
        public Map<String, String> describe() {
            return real.describe();
        }

        @Override
        public List<String> migrate() {
            migrating.countDown();
            assertThat(within(60_000, goOn)).isTrue();
            closedMeanwhile = workspace.isClosed();
            return real.migrate();
        }
    }

    private Workspace slow(WorkspaceOpener.Options options) {
        Workspace real = workspace.open(options);
        return Rewired.of(real).admin(new Slow(real.admin())).workspace().closing(() -> {
            real.close();
            closed.countDown();
        });
    }

    private static boolean within(long millis, CountDownLatch latch) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bringingTheTablesUpToDateIsAJobThatClosingWaitsFor() {
        TestWindow at = TestWindow.open(this::slow, home).withDemo();
        at.go(Place.SETTINGS);
        at.click("#migrate");
        assertThat(within(20_000, migrating)).isTrue();
        assertThat(at.disabled("#migrate")).as("twice at a time").isTrue();
        assertThat(Screen.call(() ->
                        at.desk().jobs().running().stream().map(Job::title).toList()))
                .containsExactly("Bringing the tables up to date");

        Screen.run(at.window::close);
        assertThat(Screen.call(() -> at.find("#question")))
                .as("nothing of the user's is lost")
                .isNull();
        assertThat(within(300, closed)).as("closed while tables change").isFalse();
        assertThat(Screen.call(() -> at.window.stage().isShowing())).isTrue();
        goOn.countDown();
        Screen.await("the window closes", () -> !at.window.stage().isShowing());
        assertThat(workspace.isClosed()).isTrue();
        assertThat(closedMeanwhile).isFalse();
    }
}
