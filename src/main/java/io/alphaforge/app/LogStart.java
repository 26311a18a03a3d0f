package io.alphaforge.app;

import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging beside the rest of a start, which is as long. What is logged until it is there is kept by the loggers
 * that were given out, and written then.
 */
final class LogStart {
    private CompletableFuture<?> work = CompletableFuture.completedFuture(null);

    /** Begins; whoever asks for the first logger earlier sets it up instead, and waits for it. */
    void begin() {
        work = CompletableFuture.runAsync(
                () -> LoggerFactory.getLogger(LogStart.class),
                task -> Thread.ofPlatform().name("log").daemon().start(task));
    }

    /** Waits until it is there, where that was begun: what is kept must not be lost with the process. */
    void settle() {
        work.handle((done, failure) -> true).join();
    }
}
