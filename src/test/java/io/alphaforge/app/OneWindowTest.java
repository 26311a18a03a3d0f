package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.cli.Cli;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real window in a process of its own, and other processes that want its database. */
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Ctrl-C of another process cannot be sent there")
class OneWindowTest {
    @TempDir
    Path home;

    private Process start(String name, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--home=" + home.resolve("af")));
        all.addAll(List.of(arguments));
        ProcessBuilder process = OwnProcess.headless(all);
        return name.equals("demo")
                ? process.start()
                : process.redirectError(home.resolve(name + ".err").toFile()).start();
    }

    private Console.Result command(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream data = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream notes = new PrintStream(err, true, StandardCharsets.UTF_8);
        HandingOpener handing =
                new HandingOpener(new WorkspaceWiring(Map.of()), Map.of(), List.of(arguments), data, notes, false);
        int status = new Cli(handing, home.resolve("af"), data, notes, false, o -> 42).run(arguments);
        return new Console.Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void awaitWindow(Process window) throws IOException, InterruptedException {
        Path run = home.resolve("af").resolve("run");
        // The subject of the window and that of the database.
        while (!window.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (Files.isDirectory(run)) {
                try (Stream<Path> files = Files.list(run)) {
                    if (files.filter(f -> f.toString().endsWith(".at")).count() == 2) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("The window ended: " + Files.readString(home.resolve("window.err")));
    }

    @Test
    void othersWorkThroughTheWindowUntilItIsGone() throws IOException, InterruptedException {
        Process window = start("window");
        try {
            awaitWindow(window);

            // A file beside the folder of data, as a start menu's own entry may give both.
            Path file = Files.writeString(
                    home.resolve("BTCUSDT.csv"), "time,open,high,low,close,volume\n2024-01-01,1,2,1,1,5\n");
            Process second = start("second", file.toString());
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isZero();
            assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                    .singleElement()
                    .asString()
                    .contains("open already")
                    .contains("process " + window.pid());

            Process filling = start("demo", "demo", "--symbols", "1600", "--days", "400", "--interval", "1h");
            List<String> progress = new ArrayList<>();
            try (BufferedReader err = filling.errorReader(StandardCharsets.UTF_8)) {
                for (String line = err.readLine(); line != null; line = err.readLine()) {
                    progress.add(line);
                    if (progress.size() == 1) {
                        new ProcessBuilder("kill", "-INT", Long.toString(filling.pid()))
                                .start()
                                .waitFor();
                    }
                }
            }
            assertThat(filling.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(filling.exitValue()).as(progress.toString()).isEqualTo(130);

            Console.Result quality = command("quality", "--format", "csv");
            assertThat(quality.status()).isZero();
            assertThat(quality.lines()).hasSizeBetween(100, 1600);
            assertThat(window.isAlive()).isTrue();
        } finally {
            window.destroyForcibly().waitFor();
        }
        // What the killed window left behind is in nobody's way.
        Console.Result alone = command("doctor", "--format", "csv");
        assertThat(alone.out()).contains("alphaforge.duckdb").doesNotContain(Long.toString(window.pid()));
        assertThat(command("quality", "--format", "csv").status()).isZero();
    }
}
