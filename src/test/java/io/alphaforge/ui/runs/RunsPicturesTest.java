package io.alphaforge.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Framed;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page of past runs as its user sees it. */
@Timeout(180)
class RunsPicturesTest {
    @TempDir
    private Path home;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final RecordedDesk desk = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());
    private final RealWorkspace opener = new RealWorkspace();
    private Workspace workspace;
    private RunsPage page;
    private Framed window;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        workspace = opener.open(new WorkspaceOpener.Options(home, null));
        page = Screen.call(() -> new RunsPage(workspace, desk.desk()));
        window = Screen.call(() -> new Framed(page, Theme.DARK));
    }

    @AfterEach
    void close() {
        Screen.run(page::close);
        window.close();
        workspace.close();
        background.shutdown();
    }

    @Test
    void anEmptyArchiveSaysWhatWillBeHere() {
        Screen.await("the empty page", () -> find("#runs-empty") != null);
        window.pictures("runs-empty");
        assertThat(desk.visited).isEmpty();
    }

    @Test
    void theArchiveTheQuestionAndTheNameBeingTyped() {
        PastRuns.many().forEach(workspace.archive()::save);
        workspace.archive().rename("run-04", "Baseline");
        workspace.archive().rename("run-09", "Fast cross, all coins");
        Screen.run(page::refresh);
        Screen.await("the runs", () -> rows() == 18);
        window.pictures("runs");
        Screen.run(() -> action("Delete"));
        window.pictures("runs-delete");
        Screen.run(() -> {
            action("Esc");
            action("F2");
        });
        window.picture(1280, 720, "runs-rename-dark");
    }

    @Test
    void twoRealRunsUnderBothFillPolicies() throws InterruptedException {
        opener.release(100_000);
        new DemoUniverse(Clock.systemUTC())
                .write(workspace.bars(), new DemoOptions(80, 900, Interval.D1, 1), DemoListener.NONE, () -> false);
        RunSpec spec = Samples.run("sma-cross", Map.of(), "all", Interval.D1);
        String first = run(spec);
        String second = run(PastRuns.under(spec, FillPolicy.SAME_CLOSE));
        Screen.run(() -> page.compare(first, second));
        Screen.await("the comparison", () -> find("#comparison-both") != null);
        window.pictures("comparison");
    }

    private String run(RunSpec spec) throws InterruptedException {
        return workspace.backtests().start(spec, (RunEvent event) -> {}).await().runId();
    }

    private int rows() {
        return find("#runs") instanceof TableView<?> table ? table.getItems().size() : 0;
    }

    private Node find(String id) {
        return page.node().lookup(id);
    }

    private void action(String key) {
        page.actions().stream()
                .filter(a -> a.key() != null && a.key().getName().equals(key))
                .findFirst()
                .orElseThrow()
                .run()
                .run();
    }
}
