package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the application as a process of its own does with an output that takes nothing, and with names it cannot read. */
@Timeout(120)
class OutputTest {
    @TempDir
    Path folder;

    private ProcessBuilder command(String... arguments) {
        return OwnProcess.of(arguments).redirectError(errors().toFile());
    }

    private Path errors() {
        return folder.resolve("err.txt");
    }

    private String home() {
        return "--home=" + folder.resolve("home");
    }

    private void demo() {
        assertThat(new Console(folder.resolve("home"))
                        .run("demo", "--symbols", "60", "--days", "300", "--quiet")
                        .status())
                .isZero();
    }

    private static int status(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void anOutputWithoutRoomIsToldAndIsNoSuccess() throws IOException, InterruptedException {
        File full = new File("/dev/full");
        Assumptions.assumeTrue(full.exists(), "There is no device here that is always full.");
        demo();
        for (String format : List.of("table", "csv", "json")) {
            Process process = command(home(), "dashboard", "--format", format)
                    .redirectOutput(full)
                    .start();
            assertThat(status(process)).as(format).isEqualTo(3);
            assertThat(Files.readAllLines(errors()))
                    .as(format)
                    .singleElement()
                    .asString()
                    .startsWith("The output could not be written (")
                    .endsWith(") and is not complete.");
        }
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() throws IOException, InterruptedException {
        demo();
        Process process = command(home(), "dashboard", "--format", "json").start();
        process.getInputStream().close();
        assertThat(status(process)).isZero();
        assertThat(errors()).isEmptyFile();
    }

    @Test
    void aNameThatTheLanguageOfTheSessionCannotExpressIsOneSentence() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                System.getProperty("os.name").startsWith("Linux"), "Elsewhere names do not depend on the language.");
        for (List<String> arguments : List.of(
                List.of("--home=" + folder + "/hömé", "quality"), List.of(home(), "import", folder + "/übung"))) {
            ProcessBuilder builder = command(arguments.toArray(new String[0]));
            Map<String, String> environment = builder.environment();
            environment.remove("LANG");
            environment.remove("LC_CTYPE");
            environment.put("LC_ALL", "C");
            assertThat(status(builder.start())).isEqualTo(2);
            assertThat(Files.readString(errors(), StandardCharsets.UTF_8))
                    .contains("set LC_ALL=C.UTF-8")
                    .doesNotContain("Exception");
        }
    }
}
