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
import picocli.CommandLine.TypeConversionException;

/** The command line: parses arguments, runs one command, and turns what went wrong into one sentence and a status. */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    private final RootCommand root;
    private final Terminal terminal;
    private final Surroundings around;

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
        this(opener, Surroundings.ofProcess(defaultHome, out, err, live), window);
    }

    /**
     * A command line in surroundings of its own.
     *
     * @param window opens the window when no command is given, and returns the exit status when it is closed
     */
    public Cli(WorkspaceOpener opener, Surroundings around, ToIntFunction<WorkspaceOpener.Options> window) {
        this.around = around;
        terminal = new Terminal(around.out(), around.err(), around.live(), around.stops());
        root = new RootCommand(opener, around, terminal, window);
    }

    private CommandLine commands() {
        return new CommandLine(root)
                .registerConverter(Path.class, this::path)
                // A command that the window runs knows no files of arguments, so none does.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((failure, arguments) -> wrongUsage(terminal, failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(root, failure))
                .setUsageHelpAutoWidth(true);
    }

    private Path path(String text) {
        try {
            return NamedPath.under(around.folder(), text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** Runs one command and returns its exit status. */
    public int run(String... arguments) {
        if (arguments.length > 0) {
            return commands().execute(arguments);
        }
        // There is nothing to parse, and getting ready to would take a quarter of the time until the window is there.
        try {
            return root.call();
        } catch (RuntimeException e) {
            return failed(root, e);
        }
    }

    private static int wrongUsage(Terminal terminal, ParameterException failure) {
        String name = failure.getCommandLine().getCommandSpec().qualifiedName();
        String message = failure.getMessage() == null ? "The command is not understood." : failure.getMessage();
        terminal.note(sentence(message) + (message.contains("--help") ? "" : " '" + name + " --help' explains."));
        return ExitStatus.WRONG_USAGE;
    }

    private static int failed(RootCommand root, Exception failure) {
        Terminal terminal = root.terminal;
        if (failure instanceof HandedOver elsewhere) {
            return elsewhere.status();
        }
        if (failure instanceof IllegalArgumentException) {
            LOG.debug("Wrong usage", failure);
            terminal.note(sentence(String.valueOf(failure.getMessage())));
            return ExitStatus.WRONG_USAGE;
        }
        LOG.error("The command failed", failure);
        terminal.note(
                failure instanceof StoreException
                        ? sentence(String.valueOf(failure.getMessage()))
                        : "An internal error stopped the command; the log in "
                                + root.folder().resolve("logs") + " has the details.");
        return ExitStatus.UNUSABLE;
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse(message).strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
