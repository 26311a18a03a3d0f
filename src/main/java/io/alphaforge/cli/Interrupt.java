package io.alphaforge.cli;

/** Turns Ctrl-C into a clean stop: the action is run, and the command comes to its end, so that what is done is kept. */
final class Interrupt implements AutoCloseable {
    private final Runnable over;
    private volatile boolean raised;

    Interrupt(Terminal terminal, Runnable action) {
        over = terminal.stops().listen(() -> {
            raised = true;
            action.run();
        });
    }

    /** Whether the user wants to stop. */
    boolean raised() {
        return raised;
    }

    /** The command has come to its end. */
    @Override
    public void close() {
        over.run();
    }
}
