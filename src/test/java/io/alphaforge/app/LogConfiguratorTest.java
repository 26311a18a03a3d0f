package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as the application writes it, in a logger context of its own. */
class LogConfiguratorTest {
    @TempDir
    private Path folder;

    private final String before = System.getProperty(LogConfigurator.FOLDER, "");

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty(LogConfigurator.FOLDER);
        } else {
            System.setProperty(LogConfigurator.FOLDER, before);
        }
    }

    private LoggerContext started(LogConfigurator configurator) {
        System.setProperty(LogConfigurator.FOLDER, folder.toString());
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
    void filesAreFullAtTheirLimitAndTogetherNoMoreThanTheCap() throws IOException {
        LoggerContext context = started(new LogConfigurator(new LogConfigurator.Limits(10_000, 50_000, 14)));
        Logger logger = context.getLogger("test");
        for (int i = 0; i < 3_000; i++) {
            logger.info("line {} of quite some length, so that the files are full soon", i);
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
        assertThat(Files.readAllLines(folder.resolve(LogConfigurator.FILE)))
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
        LoggerContext context = started(new LogConfigurator());
        context.getLogger("test").info("started");
        context.stop();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
        assertThat(Files.readString(folder.resolve(LogConfigurator.FILE))).contains("started");
    }
}
