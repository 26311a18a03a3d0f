package io.alphaforge.app;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging beside the rest of a start, which is as long. What is logged until it is there is kept by the loggers
 * that were given out, and written then.
 */
final class LogStart {
    private @Nullable Thread thread;

    /** Begins; whoever asks for the first logger earlier sets it up instead, and waits for it. */
    void begin() {
        thread = Thread.ofPlatform().name("log").daemon().start(() -> LoggerFactory.getLogger(LogStart.class));
    }

    /** Waits until it is there, where that was begun: what is kept must not be lost with the process. */
    void settle() {
        if (thread != null) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
