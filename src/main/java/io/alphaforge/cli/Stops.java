package io.alphaforge.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Where the wish to stop a command comes from. */
public interface Stops {

    /**
     * Listens until the returned action is run, which says that the command has come to its end.
     *
     * @param stop what to do when the user wants to stop; run once at most, on any thread
     */
    Runnable listen(Runnable stop);

    /** Ctrl-C and the other ways of ending this process, which ends only when the command has come to its end. */
    static Stops ofProcess() {
        return stop -> {
            CountDownLatch ended = new CountDownLatch(1);
            Thread hook = Thread.ofPlatform().name("interrupt").unstarted(() -> {
                stop.run();
                await(ended);
            });
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> {
                ended.countDown();
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException e) {
                    // The process is ending already; the hook finds the latch open.
                    LoggerFactory.getLogger(Stops.class).debug("The command ends with its process.", e);
                }
            };
        };
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(20, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(Stops.class).warn("The command did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
