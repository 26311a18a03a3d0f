package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log as the application writes it, in a logger context of its own. */
class LogConfiguratorTest {
    @TempDir
    private Path folder;

    private final String before = System.getProperty(LogConfigurator.FILE, "");

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty(LogConfigurator.FILE);
        } else {
            System.setProperty(LogConfigurator.FILE, before);
        }
    }

    private static LoggerContext started(LogConfigurator configurator, Path file) {
        System.setProperty(LogConfigurator.FILE, file.toString());
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        configurator.setContext(context);
        assertThat(configurator.configure(context)).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        return context;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void filesAreFullAtTheirLimitAndTogetherNoMoreThanTheCap() throws IOException, InterruptedException {
        LoggerContext context = started(
                new LogConfigurator(new LogConfigurator.Limits(10_000, 50_000, 14)), folder.resolve("alphaforge.log"));
        Logger logger = context.getLogger("test");
        for (int i = 0; i < 3_000; i++) {
            logger.info("line {} of quite some length, so that the files are full soon", i);
            if (i % 80 == 79) {
                // Each full file has old ones removed in the background; two removals at a time, which no real log
                // leads to, take more than they should.
                Thread.sleep(20);
            }
        }
        context.stop();
        List<Path> files = files();
        assertThat(files).hasSizeBetween(3, 8);
        long total = 0;
        for (Path file : files) {
            assertThat(Files.size(file)).isLessThan(12_000);
            total += Files.size(file);
        }
        assertThat(total).isLessThan(75_000);
        assertThat(Files.readAllLines(folder.resolve("alphaforge.log")))
                .last()
                .asString()
                .contains("line 2999 ");
    }

    @Test
    void whatIsTooOldGoesAtTheNextStartAndNothingElse() throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Path old = Files.writeString(folder.resolve("alphaforge." + today.minusDays(20) + ".0.log"), "old");
        Path young = Files.writeString(folder.resolve("alphaforge." + today.minusDays(3) + ".0.log"), "young");
        Path other = Files.writeString(folder.resolve("notes.log"), "mine");
        LoggerContext context = started(new LogConfigurator(), folder.resolve("alphaforge.log"));
        context.getLogger("test").info("started");
        context.stop();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
        assertThat(Files.readString(folder.resolve("alphaforge.log"))).contains("started");
    }

    @Test
    void whatAWindowLoggedYesterdayIsKeptWhateverElseIsStartedToday() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        Path[] files = new Path[3];
        LogFile.Kind[] kinds = {LogFile.Kind.WINDOW, LogFile.Kind.WINDOW, LogFile.Kind.COMMAND};
        for (int i = 0; i < 3; i++) {
            files[i] = LogFile.take(folder, kinds[i]);
            Files.writeString(files[i], "yesterday " + i + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.setLastModifiedTime(files[i], FileTime.from(yesterday));
        }
        assertThat(files)
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("alphaforge.log", "alphaforge-2.log", "commands.log");
        for (int i = 0; i < 3; i++) {
            LoggerContext context = started(new LogConfigurator(), files[i]);
            context.getLogger("test").info("today {}", i);
            context.stop();
        }
        String day = LocalDate.ofInstant(yesterday, ZoneOffset.UTC) + ".0.log";
        for (int i = 0; i < 3; i++) {
            assertThat(Files.readString(files[i])).contains("today " + i);
            String kept = String.valueOf(files[i].getFileName()).replace(".log", "." + day);
            assertThat(Files.readString(folder.resolve(kept))).isEqualTo("yesterday " + i + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', WINDOW",
        "--home x --db=y, WINDOW",
        "--profile import, WINDOW",
        "--quiet --redis redis://h, WINDOW",
        "demo, COMMAND",
        "--home x quality --format csv, COMMAND",
        "nonsense, COMMAND",
        "--version, COMMAND"
    })
    void commandsAreToldFromTheWindow(String arguments, LogFile.Kind expected) {
        assertThat(LogFile.Kind.of(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(expected);
    }
}
