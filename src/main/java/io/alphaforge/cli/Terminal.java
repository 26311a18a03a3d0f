package io.alphaforge.cli;

import java.io.PrintStream;

/**
 * Where a command writes: data to {@code out}, progress and errors to {@code err}.
 *
 * @param live whether {@code err} is a screen on which a progress line can be rewritten
 * @param stops tells when the user wants to stop
 */
record Terminal(PrintStream out, PrintStream err, boolean live, Stops stops) {

    /** Writes a line for the user that is not data. */
    void note(String text) {
        err.println(text);
    }
}
