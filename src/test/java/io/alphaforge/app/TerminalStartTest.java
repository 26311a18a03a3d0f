package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is done without a display, on a database that stands for whichever was named. */
@Timeout(120)
class TerminalStartTest {
    @TempDir
    private Path home;

    @Test
    void theDatabaseOfATeamGetsNoDemoCoins() {
        WorkspaceOpener.Options own = new WorkspaceOpener.Options(home, null);
        WorkspaceWiring wiring = new WorkspaceWiring(Map.of());
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        PrintStream notes = new PrintStream(err, true, StandardCharsets.UTF_8);
        for (WorkspaceOpener.Options named : List.of(own.on("jdbc:postgresql://db.invalid/prices"), own.by("Team"))) {
            TerminalStart.run("There is no display", named, options -> wiring.open(own), out, notes, false, List.of());
        }
        try (Workspace workspace = wiring.open(own)) {
            assertThat(workspace.bars().series()).isEmpty();
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("works in the terminal", "empty");
    }

    @Test
    void theOutputIsTheOneThatTheCallAsksFor() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        WorkspaceOpener.Options own = new WorkspaceOpener.Options(home, null);
        WorkspaceWiring wiring = new WorkspaceWiring(Map.of());
        int status = TerminalStart.run(
                "There is no display",
                own.by("Team"),
                options -> wiring.open(own),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                List.of("--format", "csv", "--quiet"));
        assertThat(status).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("symbol,");
    }
}
