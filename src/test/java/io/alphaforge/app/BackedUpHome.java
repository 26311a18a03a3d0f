package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home with a real database of twelve coins and a run, and a place for its backup. */
abstract class BackedUpHome {
    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    Console console = new Console(Path.of("."));
    Path file = Path.of(".");

    @BeforeEach
    void fill() {
        console = new Console(home);
        file = elsewhere.resolve("alpha's backup.duckdb");
        assertThat(console.run("demo", "--symbols", "12", "--days", "300", "--interval", "1h")
                        .status())
                .isZero();
        assertThat(console.run("backtest", "--strategy", "rsi").status()).isZero();
    }

    Workspace open() {
        return new WorkspaceWiring(Map.of()).open(new WorkspaceOpener.Options(home, null));
    }

    Path database() {
        return home.resolve(DatabaseFiles.LOCAL);
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    void assertRefused(String because) throws IOException {
        List<String> before = names(home);
        List<StoredSeries> series;
        try (Workspace workspace = open()) {
            series = workspace.bars().series();
        }
        Console.Result refused = console.run("db", "restore", file.toString(), "--yes");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.errors()).as(because).last().asString().contains("nothing was changed");
        assertThat(names(home)).isEqualTo(before);
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEqualTo(series);
        }
    }
}
