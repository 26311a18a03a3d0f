package io.alphaforge.app;

import io.alphaforge.cli.Cli;
import io.alphaforge.cli.ExitStatus;
import io.alphaforge.ui.shell.ToolkitStart;
import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts the application: without a command, or with files to open, the window, else one command. Where no window can be opened, it does the main
 * job in the terminal instead.
 */
public final class Main {
    private Main() {}

    /** The entry point. */
    public static void main(String[] arguments) {
        PrintStream err =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        String os = System.getProperty("os.name");
        Path userHome = Path.of(System.getProperty("user.home"));
        Path home;
        OpenedFiles opened;
        try {
            home = Home.of(List.of(arguments), environment, os, userHome);
            opened = OpenedFiles.of(arguments);
        } catch (IllegalArgumentException e) {
            // There is no log yet, and it is the user's to mend.
            err.println(e.getMessage());
            System.exit(ExitStatus.WRONG_USAGE);
            return;
        }
        // Nothing that has a logger may be touched before it is said where the log is.
        boolean opens = !opened.files().isEmpty();
        Path log = LogFile.take(home.resolve("logs"), opens ? LogFile.Kind.WINDOW : LogFile.Kind.of(arguments));
        System.setProperty(LogConfigurator.FILE, log.toString());
        // Or the logging library would open every jar to find out. It would say on the screen that it was told, and
        // that
        // it has kept something until the log was there.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
        WindowStart start = new WindowStart(environment, os);
        LogStart logging = new LogStart();
        if (opened.options().isEmpty()) {
            logging.begin();
            start.begin();
        }
        StandardOutput written = StandardOutput.ofProcess();
        PrintStream out = new PrintStream(written, false, StandardCharsets.UTF_8);
        CrashHandler crashes = new CrashHandler(log, err, InstantSource.system(), userHome);
        Thread.setDefaultUncaughtExceptionHandler(crashes);
        boolean live = isScreen(System.console());
        WorkspaceWiring opener = new WorkspaceWiring(environment);
        HandingOpener handing = new HandingOpener(opener, environment, List.of(arguments), out, err, live);
        Cli cli = new Cli(handing, Home.ofPlatform(environment, os, userHome), out, err, live, options -> {
            Optional<String> missing = start.begin();
            if (missing.isPresent()) {
                return TerminalStart.run(missing.get(), options, opener, out, err, live, List.of(arguments));
            }
            // A URL that is wrong is told before there is a window, like everything else that is wrong with the call.
            opener.check(options);
            return new OneWindow(opener, environment, crashes).run(options, opened.files(), out);
        });
        int status = cli.run(opened.options().toArray(String[]::new));
        out.flush();
        ToolkitStart.settle();
        logging.settle();
        Optional<String> problem = written.problem();
        problem.ifPresent(err::println);
        System.exit(problem.isPresent() ? ExitStatus.UNUSABLE : status);
    }

    private static boolean isScreen(@Nullable Console console) {
        return console != null && console.isTerminal();
    }
}
