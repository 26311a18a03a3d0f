package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rewired;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a backup of a real database file that does not go well. */
@Timeout(120)
class BackupWorkTest {
    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    private final ManualPulse pulse = new ManualPulse();
    private final List<Runnable> later = new ArrayList<>();
    private final RecordedDesk recorded = new RecordedDesk(later::add, pulse, Clock.systemUTC());
    private Workspace workspace;

    /** The store of a program that breaks at a step of a backup. */
    private record Dying(StoreAdmin real, String at) implements StoreAdmin {
        @Override
        public String location() {
            return real.location();
        }

        @Override
        public Map<String, String> describe() {
            return real.describe();
        }

        @Override
        public BackupReport backUp(Path file, BackupProgress progress, BooleanSupplier cancelled) {
            return real.backUp(
                    file,
                    (what, done, total) -> {
                        progress.step(what, done, total);
                        if (what.equals(at)) {
                            throw new NoClassDefFoundError("io/alphaforge/Gone");
                        }
                    },
                    cancelled);
        }
    }

    @BeforeEach
    void open() {
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        new DemoUniverse(Clock.systemUTC())
                .write(workspace.bars(), new DemoOptions(3, 60, Interval.D1, 1), DemoListener.NONE, () -> false);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void anErrorOfTheProgramEndsTheBackupAndIsToldInOneSentence() {
        Job job = begun(dyingAt("Writing"), elsewhere.resolve("kept.duckdb"));
        assertThat(job.keepsResults()).isTrue();
        work();
        job.await();
        assertThat(recorded.desk().jobs().running()).isEmpty();
        assertThat(recorded.notices)
                .containsExactly(Notice.problem("The backup failed because of an error in the program; see the log."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Writing", "Checking"})
    void anErrorOfTheProgramLeavesNothingHalfAndTheNextBackupIsMade(String step) throws IOException {
        List<Path> before = files(home);
        Path file = elsewhere.resolve("kept.duckdb");
        begun(dyingAt(step), file);
        work();
        assertThat(files(elsewhere)).isEmpty();
        assertThat(files(home)).isEqualTo(before);
        begun(workspace, file);
        work();
        assertThat(recorded.notices.getLast().sentence()).startsWith("kept.duckdb holds 3 series");
        assertThat(files(elsewhere)).containsExactly(file);
    }

    @Test
    void aBackupThatTheStoreRefusesIsOverAndTheStoreIsQuoted() throws IOException {
        Job job = begun(workspace, elsewhere.resolve("gone").resolve("kept.duckdb"));
        work();
        job.await();
        assertThat(recorded.desk().jobs().running()).isEmpty();
        assertThat(recorded.notices)
                .singleElement()
                .matches(notice -> notice.kind() == Notice.Kind.PROBLEM)
                .matches(notice -> notice.sentence().endsWith("does not exist; make it first."));
        assertThat(files(elsewhere)).isEmpty();
    }

    @Test
    void aCancelledBackupIsNoProblemAndLeavesNoFile() throws IOException {
        Job job = begun(workspace, elsewhere.resolve("kept.duckdb"));
        job.cancel();
        work();
        job.await();
        assertThat(recorded.desk().jobs().running()).isEmpty();
        assertThat(recorded.notices)
                .containsExactly(Notice.information("The backup was cancelled; there is no new file."));
        assertThat(files(elsewhere)).isEmpty();
    }

    private Workspace dyingAt(String step) {
        return Rewired.of(workspace).admin(new Dying(workspace.admin(), step)).workspace();
    }

    private Job begun(Workspace of, Path file) {
        BackupWork.start(of, recorded.desk(), file);
        return recorded.desk().jobs().running().getFirst();
    }

    private void work() {
        List.copyOf(later).forEach(Runnable::run);
        later.clear();
        while (pulse.pending() > 0) {
            pulse.frame();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
