package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.MirroredWorkspace;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MirrorViewModelTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final ManualPulse pulse = new ManualPulse();
    private final List<Runnable> later = new ArrayList<>();
    private final RecordedDesk desk = new RecordedDesk(later::add, pulse, NOW);
    private final MirroredWorkspace network = new MirroredWorkspace(NOW);
    private Workspace workspace;
    private MirrorViewModel model;

    @BeforeEach
    void open() {
        workspace = network.open(new WorkspaceOpener.Options(home, null));
        new DemoUniverse(NOW)
                .write(workspace.bars(), new DemoOptions(4, 30, Interval.D1, 7), DemoListener.NONE, () -> false);
        workspace.bars().series();
        model = new MirrorViewModel(workspace, desk.desk());
        work();
    }

    @AfterEach
    void close() {
        model.close();
        workspace.close();
    }

    private void work() {
        while (!later.isEmpty() || pulse.pending() > 0) {
            List<Runnable> now = List.copyOf(later);
            later.clear();
            now.forEach(Runnable::run);
            pulse.frame();
        }
    }

    @Test
    void itSaysHowManySeriesAreBehindAndBringsThemUpToDateAsAJob() {
        assertThat(model.isThere()).isTrue();
        assertThat(model.state().get()).isEqualTo("Mirror: 4 series behind  ·  never whole");
        model.sync();
        assertThat(model.syncing().get()).isTrue();
        assertThat(model.state().get()).isEqualTo("The mirror is being brought up to date");
        assertThat(desk.desk().jobs().running()).hasSize(1);
        work();
        assertThat(model.syncing().get()).isFalse();
        assertThat(desk.desk().jobs().running()).isEmpty();
        assertThat(desk.notices)
                .containsExactly(Notice.success("The mirror is up to date: 4 series with 120 bars fetched."));
        assertThat(desk.storeChanges).isEqualTo(1);
        assertThat(model.state().get()).isEqualTo("Mirror current");
        model.sync();
        work();
        assertThat(desk.notices.getLast()).isEqualTo(Notice.success("The mirror was up to date already."));
    }

    @Test
    void aCancelKeepsWhatHasCome() {
        model.sync();
        desk.desk().jobs().running().getFirst().cancel();
        work();
        assertThat(desk.notices)
                .containsExactly(Notice.success("The sync was stopped after 0 series with 0 bars fetched."));
        assertThat(model.state().get()).startsWith("Mirror: 4 series behind");
    }

    @Test
    void offlineItSaysSinceWhenAndWhatTheMirrorIsLike() {
        model.sync();
        work();
        network.unreachable = true;
        workspace.bars().dashboard();
        model.load();
        work();
        assertThat(model.state().get())
                .isEqualTo("Offline since " + desk.desk().times().minute(NOW.millis()) + "  ·  mirror current");
        model.sync();
        work();
        assertThat(desk.notices.getLast()).isEqualTo(Notice.problem("The server db.example does not answer."));
    }

    @Test
    void aDatabaseOnThisMachineHasNone() {
        Path other = home.resolve("other");
        try (Workspace local = new RealWorkspace().open(new WorkspaceOpener.Options(other, null))) {
            MirrorViewModel none = new MirrorViewModel(local, desk.desk());
            work();
            assertThat(none.isThere()).isFalse();
            assertThat(none.state().get()).isEmpty();
            none.sync();
            assertThat(none.syncing().get()).isFalse();
            none.close();
        }
    }
}
