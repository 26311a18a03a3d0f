package io.alphaforge.cli;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a command finds around it.
 *
 * @param home folder of data that is used when {@code --home} is not given
 * @param folder the working directory, to which paths are relative; empty for that of this process
 * @param live whether {@code err} is a screen on which a line can be rewritten
 * @param stops tells when the user wants to stop
 * @param guest whether another process asked for the command
 */
public record Surroundings(
        Path home, Path folder, PrintStream out, PrintStream err, boolean live, Stops stops, boolean guest) {
    /** Those of this process. */
    public static Surroundings ofProcess(Path home, PrintStream out, PrintStream err, boolean live) {
        return new Surroundings(home, Path.of(""), out, err, live, Stops.ofProcess(), false);
    }
}
