package io.alphaforge.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a clean stop: the action is run, and the process ends only when the command has come to its end, so
 * that what is done is kept.
 */
final class Interrupt implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean raised;

    Interrupt(Runnable action) {
        hook = Thread.ofPlatform().name("interrupt").unstarted(() -> {
            raised = true;
            action.run();
            try {
                boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!inTime) {
                    org.slf4j.LoggerFactory.getLogger(Interrupt.class).warn("The command did not end in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the user wants to stop. */
    boolean raised() {
        return raised;
    }

    /** The command has come to its end. */
    @Override
    public void close() {
        ended.countDown();
        if (!raised) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already; the hook finds the latch open.
                raised = true;
            }
        }
    }
}
