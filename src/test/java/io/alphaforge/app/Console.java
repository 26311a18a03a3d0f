package io.alphaforge.app;

import io.alphaforge.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The command line on a real database under a home folder, with what it writes kept. */
final class Console {
    private final Path home;

    private final Map<String, String> environment;

    Console(Path home) {
        this(home, Map.of());
    }

    Console(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** What one command did. */
    record Result(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        List<String> errors() {
            return err.lines().toList();
        }
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Cli cli = new Cli(
                // A busy computer must not look like a server that is away.
                new WorkspaceWiring(environment, Duration.ofSeconds(20)),
                home,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                options -> 42);
        int status = cli.run(arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
