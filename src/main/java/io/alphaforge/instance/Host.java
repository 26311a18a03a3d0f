package io.alphaforge.instance;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** What a running application does when others ask. Called on threads of the {@link Listener}. */
public interface Host {

    /**
     * Shows the window.
     *
     * @throws Refusal when it is just being closed
     */
    void toFront() throws Refusal;

    /**
     * Shows the window and opens files in it.
     *
     * @throws Refusal when it is just being closed
     */
    void open(List<Path> files) throws Refusal;

    /**
     * Runs a command to its end.
     *
     * @param stop raised when the caller wants no more of it, or is no more
     * @return the exit status
     * @throws Refusal when it is not begun
     */
    int run(Call call, OutputStream out, OutputStream err, StopSignal stop) throws Refusal;
}
