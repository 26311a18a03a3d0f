package io.alphaforge.cli;

import java.io.PrintStream;

/**
 * Where a command writes: data to {@code out}, progress and errors to {@code err}.
 *
 * @param live whether {@code err} is a screen on which a progress line can be rewritten
 */
record Terminal(PrintStream out, PrintStream err, boolean live) {

    /** Writes a line for the user that is not data. */
    void note(String text) {
        err.println(text);
    }
}
