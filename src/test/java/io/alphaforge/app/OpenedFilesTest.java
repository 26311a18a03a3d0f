package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedFilesTest {
    @TempDir
    Path folder;

    @Test
    void filesAloneAreOpenedInTheWindow() throws IOException {
        Path one = Files.createFile(folder.resolve("BTCUSDT-1d.csv"));
        Path other = Files.createFile(folder.resolve("prices of mine.zip"));
        assertThat(OpenedFiles.of(one.toString(), other.toString()))
                .isEqualTo(new OpenedFiles(List.of(one, other), List.of()));
    }

    @Test
    void aCommandWithAFileStaysACommand() throws IOException {
        Path file = Files.createFile(folder.resolve("BTCUSDT-1d.csv"));
        opensNothing("import", file.toString());
        opensNothing("--home", folder.toString());
        opensNothing("--home", folder.toString(), "import", file.toString());
        opensNothing("--home", file.toString());
        opensNothing("--db", file.toString(), "--quiet");
    }

    private static void opensNothing(String... arguments) {
        assertThat(OpenedFiles.of(arguments)).isEqualTo(new OpenedFiles(List.of(), List.of(arguments)));
    }

    @Test
    void withWhichDataMayBeSaidBesideFiles() throws IOException {
        Path file = Files.createFile(folder.resolve("BTCUSDT-1d.csv"));
        String home = folder.toString();
        assertThat(OpenedFiles.of("--home", home, file.toString()))
                .isEqualTo(new OpenedFiles(List.of(file), List.of("--home", home)));
        assertThat(OpenedFiles.of(file.toString(), "--home=" + home, "--db", file.toString()))
                .isEqualTo(new OpenedFiles(List.of(file), List.of("--home=" + home, "--db", file.toString())));
    }

    @Test
    void aFileThatIsNotThereIsLeftToTheCommandLineToTell() {
        opensNothing(folder.resolve("none.csv").toString());
    }

    @Test
    void withoutArgumentsThereIsNothingToOpen() {
        opensNothing();
    }
}
