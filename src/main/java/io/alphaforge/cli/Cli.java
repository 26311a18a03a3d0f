package io.alphaforge.cli;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.WorkspaceOpener;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line: parses arguments, runs one command, and turns what went wrong into one sentence and a status. */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    private final CommandLine commands;

    /**
     * A command line that writes to these streams.
     *
     * @param defaultHome used when {@code --home} is not given
     * @param live whether {@code err} is a screen on which a line can be rewritten
     * @param window opens the window when no command is given, and returns the exit status when it is closed
     */
    public Cli(
            WorkspaceOpener opener,
            Path defaultHome,
            PrintStream out,
            PrintStream err,
            boolean live,
            ToIntFunction<WorkspaceOpener.Options> window) {
        Terminal terminal = new Terminal(out, err, live);
        commands = new CommandLine(new RootCommand(opener, defaultHome, terminal, window))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((failure, arguments) -> wrongUsage(terminal, failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(terminal, failure));
        commands.setUsageHelpAutoWidth(true);
    }

    /** Runs one command and returns its exit status. */
    public int run(String... arguments) {
        return commands.execute(arguments);
    }

    private static int wrongUsage(Terminal terminal, ParameterException failure) {
        String name = failure.getCommandLine().getCommandSpec().qualifiedName();
        String message = failure.getMessage() == null ? "The command is not understood." : failure.getMessage();
        terminal.note(sentence(message) + (message.contains("--help") ? "" : " '" + name + " --help' explains."));
        return ExitStatus.WRONG_USAGE;
    }

    private static int failed(Terminal terminal, Exception failure) {
        if (failure instanceof IllegalArgumentException) {
            LOG.debug("Wrong usage", failure);
            terminal.note(sentence(String.valueOf(failure.getMessage())));
            return ExitStatus.WRONG_USAGE;
        }
        LOG.error("The command failed", failure);
        terminal.note(
                failure instanceof StoreException
                        ? sentence(String.valueOf(failure.getMessage()))
                        : "An internal error stopped the command; the log has the details.");
        return ExitStatus.UNUSABLE;
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse(message).strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
