package io.alphaforge.ui.shell;

import java.util.function.Supplier;

/**
 * Something that no part of the application has expected.
 *
 * @param what in one line, without secrets
 * @param details for the one who wants to look, without secrets
 * @param report makes the text to be saved; takes a moment, so never on the JavaFX thread
 * @param quitting told when the user wants to end the application, which may be unable to do so by itself
 */
public record Crash(String what, String details, Supplier<String> report, Runnable quitting) {}
