package io.alphaforge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir
    private Path home;

    @Test
    void whatRunsTookIsThereAfterARestartWithTheTimeOfTheScreen() {
        RunTimes first = Runs.of("a", 1000, 321.5);
        RunTimes second = Runs.of("b", 2000, 20);
        try (RunFile file = RunFile.under(home)) {
            file.record(first);
            file.shown("a", 12.5);
            file.record(second);
            assertThat(file.runs()).as("at once").containsExactly(second, first.shown(12.5));
        }
        try (RunFile again = RunFile.under(home)) {
            assertThat(again.runs()).containsExactly(second, first.shown(12.5));
        }
    }

    @Test
    void theTimeOfTheScreenMayBeToldBeforeTheRunIs() {
        RunTimes run = Runs.of("a", 1000, 321.5);
        try (RunFile file = RunFile.under(home)) {
            file.shown("a", 12.5);
            file.shown("a", 7.5);
            file.record(run);
            file.shown("a", 1);
            assertThat(file.runs()).as("at once").containsExactly(run.shown(21));
        }
        try (RunFile again = RunFile.under(home)) {
            assertThat(again.runs()).containsExactly(run.shown(21));
        }
    }

    @Test
    void runsOfAnotherProcessAreSeen() {
        try (RunFile window = RunFile.under(home)) {
            assertThat(window.runs()).isEmpty();
            try (RunFile terminal = RunFile.under(home)) {
                terminal.record(Runs.of("a", 1000, 5));
            }
            window.record(Runs.of("b", 2000, 5));
            assertThat(window.runs()).extracting(RunTimes::runId).containsExactly("b", "a");
        }
    }

    @Test
    void aLineThatWasCutOffCostsNoOther() throws IOException {
        try (RunFile file = RunFile.under(home)) {
            file.record(Runs.of("a", 1000, 5));
        }
        Path lines = home.resolve("performance/runs.jsonl");
        Files.writeString(lines, "{\"run\":\"x\",\"started\":15", StandardOpenOption.APPEND);
        try (RunFile file = RunFile.under(home)) {
            file.record(Runs.of("b", 2000, 5));
        }
        try (RunFile file = RunFile.under(home)) {
            assertThat(file.runs()).extracting(RunTimes::runId).containsExactly("b", "a");
        }
    }

    @Test
    void theFileDoesNotGrowForEver() throws IOException {
        int longest = 20_000;
        try (RunFile file = RunFile.under(home, longest)) {
            for (int i = 0; i < 300; i++) {
                file.record(Runs.of("run-" + i, i, 5));
            }
        }
        assertThat(Files.size(home.resolve("performance/runs.jsonl"))).isLessThan(longest + 1000);
        try (RunFile file = RunFile.under(home)) {
            List<String> kept = file.runs().stream().map(RunTimes::runId).toList();
            assertThat(kept)
                    .hasSizeGreaterThan(20)
                    .startsWith("run-299", "run-298")
                    .doesNotContain("run-0");
        }
    }

    @Test
    void aThousandRunsFitWhateverTheyAre() {
        String line = FlatJsonLengths.longest();
        assertThat(LineFile.LONGEST_BYTES / 2 / line.length()).isGreaterThan(1000);
    }

    @Test
    void aFolderThatCannotBeWrittenCostsNothingButTheHistory() throws IOException {
        Files.writeString(home.resolve("performance"), "in the way");
        try (RunFile file = RunFile.under(home)) {
            file.record(Runs.of("a", 1000, 5));
            file.shown("a", 1);
            assertThat(file.runs()).extracting(RunTimes::runId).containsExactly("a");
        }
    }

    /** The longest line there can be, with what follows it when it was shown. */
    private static final class FlatJsonLengths {
        static String longest() {
            RunTimes run = new RunTimes(
                    "20261121-180000-123-1000",
                    1_800_000_000_000L,
                    "cancelled",
                    new RunTimes.Work("a-strategy-with-a-long-name", "1d", "BTCUSDT,ETHUSDT,SOLUSDT,XRPUSDT1"),
                    new RunTimes.Amount(10_000, 10_000, 10_000, 10_000, 10_000, 1_000_000_000L),
                    new RunTimes.Took(10_000_000.123, 10_000_000.123, 10_000_000.123),
                    new PhaseTimes(10_000_000.123, 10_000_000.123, 10_000_000.123, 10_000_000.123, 10_000_000.123));
            return RunFile.line(run) + RunFile.line(run.runId(), 10_000_000.123);
        }
    }
}
