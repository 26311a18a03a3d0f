package io.alphaforge.ui.shell;

import java.nio.file.Path;
import java.util.List;

/** The window as other processes use it. May be called on any thread; answers within a few seconds. */
public interface OpenWindow {

    /**
     * Brings the window before all others, also out of the task bar.
     *
     * @return false when it is just being closed, and nothing is done
     */
    boolean toFront();

    /**
     * Brings the window before all others and offers to import files.
     *
     * @return false when it is just being closed, and nothing is done
     */
    boolean openFiles(List<Path> files);

    /**
     * Shows that a command of another process is going on.
     *
     * @param cancel stops it soon; returns at once
     * @param await waits until it is over
     * @return to be run when it is over; what it has written is then shown
     */
    Runnable begin(String title, Runnable cancel, Runnable await);

    /** Tells the user of something that nobody expected. */
    void crashed(Crash crash);
}
