package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.Samples;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process of its own, with the signals a terminal sends. */
@Timeout(180)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Ctrl-C of another process cannot be sent there")
class ProcessTest {
    @TempDir
    Path home;

    private Process start(String... arguments) throws IOException {
        return startIn(home.resolve("af"), arguments);
    }

    private Process startIn(Path folder, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--home=" + folder));
        all.addAll(List.of(arguments));
        return OwnProcess.of(all.toArray(new String[0]))
                .redirectError(home.resolve("err.txt").toFile())
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private String errors() throws IOException {
        return Files.readString(home.resolve("err.txt"));
    }

    /** Presses Ctrl-C. */
    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private void files(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Bars bars = Samples.walk(Interval.H1, 4_000, i);
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("C%03dUSDT.csv".formatted(i)))) {
                out.write("timestamp,open,high,low,close,volume\n");
                for (int b = 0; b < bars.size(); b++) {
                    out.write(bars.time(b) + "," + bars.open().get(b) + ","
                            + bars.high().get(b) + "," + bars.low().get(b) + ","
                            + bars.close().get(b) + "," + bars.volume().get(b) + "\n");
                }
            }
        }
    }

    @Test
    void anInterruptedImportStopsCleanlyAndKeepsEveryReportedFile() throws IOException, InterruptedException {
        files(home.resolve("data"), 120);
        Process process = start("import", home.resolve("data").toString());
        List<String> reported = new ArrayList<>();
        try (BufferedReader out = output(process)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                reported.add(line);
                if (reported.size() == 5) {
                    interrupt(process);
                }
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(errors()).contains("Stopped");
        assertThat(reported).hasSizeBetween(5, 119).allMatch(line -> line.contains("4,000 added"));
        Console.Result quality = new Console(home.resolve("af")).run("quality", "--format", "csv");
        assertThat(quality.lines()).hasSize(reported.size() + 1);
        for (String line : reported) {
            String symbol = line.replaceFirst(".*: (\\w+) 1h, .*", "$1");
            assertThat(quality.out()).contains(symbol + ",1h,4000,");
        }
    }

    @Test
    void anInterruptedRunEndsWithItsSummaryAndIsInTheArchive() throws IOException, InterruptedException {
        Console console = new Console(home.resolve("af"));
        assertThat(console.run("demo", "--symbols", "200", "--days", "400", "--interval", "1h")
                        .status())
                .isZero();
        Process process = start("backtest", "--strategy", "rsi", "--interval", "1h", "--format", "json", "--quiet");
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = output(process)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (lines.size() == 2) {
                    interrupt(process);
                }
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(lines.getLast()).contains("\"type\":\"finished\"");
        String symbol = lines.get(1).replaceFirst(".*\"symbol\":\"([^\"]+)\".*", "$1");
        assertThat(console.run("show", "last", symbol).out()).contains("trade_hash");
    }

    @Test
    void aDatabaseThatIsOpenElsewhereIsToldInOneSentence() throws IOException, InterruptedException {
        Path af = home.resolve("af");
        try (var workspace =
                new WorkspaceWiring(Map.of()).open(new io.alphaforge.run.WorkspaceOpener.Options(af, null))) {
            assertThat(workspace.bars().series()).isEmpty();
            Process process = start("quality");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(3);
            assertThat(errors().lines()).hasSize(1);
            assertThat(errors()).contains("alphaforge.duckdb").contains("another");
        }
    }

    private void assertToldInOneLine(Path folder) throws IOException, InterruptedException {
        Process process = startIn(folder, "quality");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors().lines()).hasSize(1);
        assertThat(errors()).contains(folder.toString());
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(process.exitValue()).isEqualTo(3);
    }

    @Test
    void aHomeInsideAFileIsToldInOneSentence() throws IOException, InterruptedException {
        Path file = Files.writeString(home.resolve("file"), "not a folder");
        assertToldInOneLine(file.resolve("x"));
    }

    @Test
    void aHomeThatCannotBeWrittenIsToldInOneSentence() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(home.resolve("locked"));
        assertThat(folder.toFile().setWritable(false)).isTrue();
        Assumptions.assumeFalse(Files.isWritable(folder), "This user may write to every folder.");
        assertToldInOneLine(folder);
    }

    @Test
    void aLogFileThatCannotBeWrittenIsNoMatterForTheScreen() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("af").resolve("logs").resolve("commands.log"));
        Process process = start("cache", "stats", "--format", "csv");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors()).isEmpty();
        assertThat(output(process).lines()).hasSize(2);
        assertThat(process.exitValue()).isZero();
    }
}
