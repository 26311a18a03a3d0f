package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.MirrorStatus.Amount;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Rewired;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFiguresTest {
    private static final long NOW = 1_750_000_000_000L;
    private static final long HOUR = 3_600_000;

    private static String server(long offlineSince, long asOf) {
        MirrorStatus status = new MirrorStatus(true, offlineSince, asOf, Amount.NONE, Amount.NONE, 0, 1, "");
        return StatusFigures.server("jdbc:postgresql://db.example/crypto", Optional.of(status), NOW);
    }

    private static Workspace watched(Workspace real, int inUse) {
        Watching watching = new Watching() {
            @Override
            public Duration threshold() {
                return Duration.ofSeconds(1);
            }

            @Override
            public List<SlowQuery> slowQueries(int limit) {
                return List.of();
            }

            @Override
            public Optional<PoolGauges> pool() {
                return Optional.of(new PoolGauges(inUse, 0, 0, 9));
            }
        };
        return Rewired.of(real).watching(watching).workspace();
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedOnceAndIsNotHeardAfterTheNextOne(@TempDir Path home) {
        List<Runnable> asked = new ArrayList<>();
        StatusFigures figures = new StatusFigures(asked::add, Runnable::run);
        try (Workspace real = new RealWorkspace().open(new WorkspaceOpener.Options(home, null))) {
            Workspace slow = watched(real, 1);
            figures.refresh(slow);
            figures.refresh(slow);
            assertThat(asked).hasSize(1);
            figures.refresh(watched(real, 2));
            asked.reversed().forEach(Runnable::run);
            assertThat(figures.pool().get()).isEqualTo("2/2");
            figures.refresh(slow);
            assertThat(asked).hasSize(3);
            figures.forget();
            asked.getLast().run();
            assertThat(figures.pool().get()).as("no workspace is open").isEmpty();
            assertThat(figures.cache().get()).isEmpty();
            assertThat(figures.memory().get()).endsWith(" MB");
        }
    }

    @Test
    void aServerIsNamedAndOfflineTheMirrorWithItsAge() {
        assertThat(StatusFigures.server("db.example/crypto", Optional.empty(), NOW))
                .isEqualTo("Server  db.example/crypto");
        assertThat(server(0, NOW)).isEqualTo("Server  db.example/crypto");
        assertThat(server(NOW - 5, NOW - 3 * HOUR)).isEqualTo("Offline  ·  mirror of db.example/crypto, 3 h old");
        assertThat(server(NOW - 5, NOW - 5)).isEqualTo("Offline  ·  mirror of db.example/crypto, current");
        assertThat(server(NOW - 5, 0)).isEqualTo("Offline  ·  mirror of db.example/crypto, never whole");
    }

    @Test
    void aServerThatWentAwayIsToldWithTheAgeOfWhatIsShownInItsPlace() {
        assertThat(lost(NOW - 3 * HOUR, 48))
                .isEqualTo(
                        "The server db.example/crypto does not answer; it is tried again by itself. What is shown is its"
                                + " mirror on this computer, which is 3 h old.");
        assertThat(lost(0, 48)).endsWith(", which was never brought up to date as a whole.");
        assertThat(lost(0, 0)).endsWith("Its mirror on this computer holds nothing yet.");
    }

    private static String lost(long asOf, long bytes) {
        MirrorStatus status = new MirrorStatus(true, NOW, asOf, Amount.NONE, Amount.NONE, bytes, 1, "");
        return AwayServer.sentence("jdbc:postgresql://db.example/crypto", status, NOW);
    }
}
