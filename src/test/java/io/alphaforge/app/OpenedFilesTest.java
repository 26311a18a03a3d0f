package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedFilesTest {
    @TempDir
    Path folder;

    @Test
    void filesAloneAreOpenedInTheWindow() throws IOException {
        Path one = Files.createFile(folder.resolve("BTCUSDT-1d.csv"));
        Path other = Files.createFile(folder.resolve("prices of mine.zip"));
        assertThat(OpenedFiles.of(one.toString(), other.toString())).containsExactly(one, other);
    }

    @Test
    void aCommandWithAFileStaysACommand() throws IOException {
        Path file = Files.createFile(folder.resolve("BTCUSDT-1d.csv"));
        assertThat(OpenedFiles.of("import", file.toString())).isEmpty();
        assertThat(OpenedFiles.of("--home", folder.toString())).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsLeftToTheCommandLineToTell() {
        assertThat(OpenedFiles.of(folder.resolve("none.csv").toString())).isEmpty();
    }

    @Test
    void withoutArgumentsThereIsNothingToOpen() {
        assertThat(OpenedFiles.of()).isEmpty();
    }
}
