package io.alphaforge.app;

import io.alphaforge.cli.Cli;
import io.alphaforge.run.WorkspaceOpener;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the application does on a computer without a display: the main job, in the terminal. */
final class TerminalStart {
    private TerminalStart() {}

    /**
     * Fills the demo universe into an empty database of this computer, then backtests every coin. A server is a team's,
     * and gets nothing that nobody asked for.
     *
     * @param reason why there is no window, without a full stop
     * @param given arguments of the call, of which those about the output hold here as well
     * @return 0 unless the main job could not be done
     */
    static int run(
            String reason,
            WorkspaceOpener.Options options,
            WorkspaceOpener opener,
            PrintStream out,
            PrintStream err,
            boolean live,
            List<String> given) {
        err.println(reason + ", so AlphaForge works in the terminal; 'alphaforge --help' lists the commands.");
        Cli cli = new Cli(opener, options.home(), out, err, live, again -> 0);
        boolean server = options.server() != null || options.profile() != null;
        int status = server ? 0 : cli.run(arguments(options, given, "demo", "--if-empty"));
        if (status == 0) {
            status = cli.run(arguments(options, given, "backtest", "--strategy", "rsi", "--universe", "all"));
        }
        // A coin that fails is told in the table; the start itself has not failed.
        return status == 1 ? 0 : status;
    }

    private static String[] arguments(WorkspaceOpener.Options options, List<String> given, String... command) {
        List<String> all = new ArrayList<>(Arrays.asList(command));
        all.add("--home=" + options.home());
        if (options.database() != null) {
            all.add("--db=" + options.database());
        }
        if (options.server() != null) {
            all.add("--db=" + options.server());
        }
        if (options.profile() != null) {
            all.add("--profile=" + options.profile());
        }
        if (options.redis() != null) {
            all.add("--redis=" + options.redis());
        }
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            if (argument.equals("--quiet") || argument.startsWith("--format=")) {
                all.add(argument);
            } else if (argument.equals("--format") && i + 1 < given.size()) {
                all.add("--format=" + given.get(i + 1));
            }
        }
        return all.toArray(new String[0]);
    }
}
