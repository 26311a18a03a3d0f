package io.alphaforge.run;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Cancel and pause of one run: workers ask {@link #proceed} before every coin. */
final class RunControl {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean paused;
    private volatile boolean cancelled;

    /** Waits while the run is paused; false when it was cancelled. */
    boolean proceed() {
        if (cancelled) {
            return false;
        }
        lock.lock();
        try {
            while (paused && !cancelled) {
                changed.awaitUninterruptibly();
            }
            return !cancelled;
        } finally {
            lock.unlock();
        }
    }

    boolean cancelled() {
        return cancelled;
    }

    boolean paused() {
        lock.lock();
        try {
            return paused && !cancelled;
        } finally {
            lock.unlock();
        }
    }

    /** Cancels, also while paused; true the first time. */
    boolean cancel() {
        lock.lock();
        try {
            boolean first = !cancelled;
            cancelled = true;
            changed.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** Pauses or goes on; true when that changed something. */
    boolean pause(boolean pause) {
        lock.lock();
        try {
            boolean change = paused != pause && !cancelled;
            paused = pause;
            changed.signalAll();
            return change;
        } finally {
            lock.unlock();
        }
    }
}
