package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mirror whose file a disk has damaged, of a real server. */
@Timeout(120)
class DamagedMirrorFileTest {
    @TempDir
    Path home;

    private String url;
    private Path mirror;

    /** What happens to files. */
    enum Damage {
        CUT_OFF {
            @Override
            void to(Path file) throws IOException {
                try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
                    raw.setLength(raw.length() / 2);
                }
            }
        },
        OVERWRITTEN {
            @Override
            void to(Path file) throws IOException {
                byte[] bytes = new byte[(int) Files.size(file)];
                Arrays.fill(bytes, (byte) 0x5a);
                Files.write(file, bytes);
            }
        },
        WRONG_IN_ITS_HEAD {
            @Override
            void to(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                for (int at : new int[] {4096, 8192}) {
                    Arrays.fill(bytes, at + 20, at + 80, (byte) 0x5a);
                }
                Files.write(file, bytes);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @BeforeEach
    void fill() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        run("db", "migrate");
        run("demo", "--symbols", "5", "--days", "300");
        assertThat(backtest().lines()).hasSize(5 + 1);
        mirror = mirrorFiles(".duckdb").getFirst();
    }

    private Console.Result run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--db";
        all[arguments.length + 1] = url;
        return new Console(home).run(all);
    }

    private Console.Result backtest() {
        return run("backtest", "--strategy", "rsi", "--universe", "all", "--no-cache", "--format", "csv", "--quiet");
    }

    private List<Path> mirrorFiles(String end) {
        try (var files = Files.walk(home.resolve("mirrors"))) {
            return files.filter(file -> file.toString().matches(".*" + end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void isKeptUnderAnotherNameAndBegunAnew(Damage damage) throws IOException {
        damage.to(mirror);
        byte[] damaged = Files.readAllBytes(mirror);
        Console.Result result = backtest();
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.lines()).hasSize(5 + 1);
        Path kept = mirrorFiles("mirror[.]duckdb[.]damaged-[0-9T-]+").getFirst();
        assertThat(Files.readAllBytes(kept)).isEqualTo(damaged);
        assertThat(result.errors())
                .singleElement()
                .asString()
                .startsWith("The mirror of 127.0.0.1:")
                .endsWith(" was damaged: it is kept as " + kept
                        + ", with your past runs and presets in it, and a new one is begun; 'alphaforge sync' fills it at"
                        + " once.");
        Console.Result again = backtest();
        assertThat(again.err()).as("told once").isEmpty();
        assertThat(run("sync").err()).contains("5 series were current");
    }

    @Test
    void aDatabaseOfThisComputerIsLeftAsItIsBecauseNothingElseHoldsItsBars() throws IOException {
        Console local = new Console(home);
        local.run("demo", "--symbols", "2", "--days", "30");
        Path file = home.resolve("alphaforge.duckdb");
        Damage.CUT_OFF.to(file);
        byte[] damaged = Files.readAllBytes(file);
        Console.Result result = local.run("quality");
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.errors())
                .containsExactly(
                        "The database " + file + " is damaged and cannot be opened; restore it from a backup or"
                                + " choose another file with --db.");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void theWindowTellsItToo() throws IOException {
        Damage.OVERWRITTEN.to(mirror);
        WorkspaceOpener.Options options = new WorkspaceOpener.Options(home, null, url, null, null);
        try (Workspace workspace = new WorkspaceWiring(Map.of()).open(options)) {
            assertThat(workspace.notes()).singleElement().asString().contains(" was damaged: it is kept as ");
            assertThat(workspace.bars().series())
                    .extracting(StoredSeries::symbol)
                    .hasSize(5);
        }
        try (Workspace workspace = new WorkspaceWiring(Map.of()).open(options)) {
            assertThat(workspace.notes()).isEmpty();
        }
    }
}
