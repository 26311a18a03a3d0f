package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.MirroredWorkspace;
import io.alphaforge.ui.scripted.RealWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the workspace behind a window, one task after the other. */
class WorkspaceSessionTest {
    @TempDir
    Path home;

    private final RealWorkspace workspace = new RealWorkspace();
    private final ManualPulse pulse = new ManualPulse();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final WorkspaceSession session = new WorkspaceSession(workspace, tasks::add, pulse);

    private void work() {
        while (!tasks.isEmpty() || pulse.pending() > 0) {
            Runnable task = tasks.poll();
            if (task != null) {
                task.run();
            }
            pulse.frame();
        }
    }

    @Test
    void whoQuitsWhileADatabaseIsBeingLeftHasTheLastWord() {
        session.open(new WorkspaceOpener.Options(home, null));
        work();
        List<String> ends = new ArrayList<>();
        session.close(() -> ends.add("work over"), () -> ends.add("another database"));
        session.close(() -> {}, () -> ends.add("quit"));
        work();

        assertThat(ends).containsExactly("work over", "quit");
        assertThat(workspace.isClosed()).isTrue();
    }

    @Test
    void whatWasInAStoreIsForgottenWhenItIsLeft() {
        session.open(new WorkspaceOpener.Options(home, null));
        work();
        DemoOptions few = new DemoOptions(2, 40, Interval.D1, 1);
        new DemoUniverse(Clock.systemUTC()).write(workspace.current().bars(), few, DemoListener.NONE, () -> false);
        session.refresh();
        work();
        assertThat(session.contents().get().coins()).isEqualTo(2);
        session.refresh();
        session.close(() -> {}, () -> {});
        assertThat(session.contents().get().isEmpty()).isTrue();
        work();
        assertThat(session.contents().get().isEmpty())
                .as("what was being looked at")
                .isTrue();
    }

    @Test
    void aServerThatDoesNotAnswerBeforeAnythingWasMirroredStillOpens() {
        MirroredWorkspace network = new MirroredWorkspace(Clock.systemUTC());
        network.unreachable = true;
        WorkspaceSession offline = new WorkspaceSession(network, tasks::add, pulse);
        offline.open(new WorkspaceOpener.Options(home, null));
        work();
        assertThat(offline.state().get()).isInstanceOf(WorkspaceSession.Open.class);
        assertThat(offline.contents().get().isEmpty()).isTrue();
        offline.close(() -> {}, () -> {});
        work();
    }

    @Test
    void closingDuringARestoreCancelsItAndOpensNothing() {
        Path backup = home.resolve("kept.duckdb");
        session.open(new WorkspaceOpener.Options(home, null));
        work();
        workspace.current().admin().backUp(backup, (what, done, total) -> {}, () -> false);
        List<String> ends = new ArrayList<>();
        List<Notice> told = new ArrayList<>();
        session.close(() -> {}, () -> session.restore(backup, told::add));
        workspace.whileRestoring(() -> session.close(() -> {}, () -> ends.add("closed")));
        work();

        assertThat(told).singleElement().asString().contains("nothing was changed");
        assertThat(ends).containsExactly("closed");
        assertThat(session.state().get()).isInstanceOf(WorkspaceSession.Closing.class);
        assertThat(home.toFile().list()).noneMatch(name -> name.contains("before-restore"));
    }
}
