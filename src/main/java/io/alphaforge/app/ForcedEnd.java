package io.alphaforge.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Ends a process that does not end by itself: after a while, but not while somebody's work is brought to its end, which has
 * a limit of its own.
 *
 * @param patience how long an end in order may take
 * @param most how long it may take while there is work
 * @param working whether there is
 * @param halt ends the process at once
 */
record ForcedEnd(Duration patience, Duration most, BooleanSupplier working, Runnable halt) implements Runnable {
    private static final long NANOS_BETWEEN_LOOKS = 100_000_000;

    @Override
    public void run() {
        long begun = System.nanoTime();
        waitUntil(begun + patience.toNanos());
        while (working.getAsBoolean() && System.nanoTime() - begun < most.toNanos()) {
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
        halt.run();
    }

    /** Parking may end early. */
    private static void waitUntil(long end) {
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
