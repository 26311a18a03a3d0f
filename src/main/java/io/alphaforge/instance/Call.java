package io.alphaforge.instance;

import java.nio.file.Path;
import java.util.List;

/**
 * A command that one process asks another to run.
 *
 * @param version of the application that asks
 * @param subject what the command works on, see {@link Meeting#subject}
 * @param home folder of data that the command uses when it names none
 * @param folder the caller's working directory
 * @param services the servers that the caller would use itself
 * @param live whether the caller's standard error is a screen on which a line can be rewritten
 * @param arguments as they were typed
 */
public record Call(
        String version,
        String subject,
        Path home,
        Path folder,
        Services services,
        boolean live,
        List<String> arguments) {
    /**
     * Servers, as whom, and how they are reached; without passwords.
     *
     * @param database where the data is; empty when that is a file
     * @param redis that results are shared through; empty for none
     */
    public record Services(String database, String redis) {}

    public Call {
        arguments = List.copyOf(arguments);
    }
}
