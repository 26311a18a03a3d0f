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
 * @param redis the Redis that the caller would use itself; empty for none
 * @param live whether the caller's standard error is a screen on which a line can be rewritten
 * @param arguments as they were typed
 */
public record Call(
        String version, String subject, Path home, Path folder, String redis, boolean live, List<String> arguments) {
    public Call {
        arguments = List.copyOf(arguments);
    }
}
