package io.alphaforge.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Cancel and pause of one run: workers ask {@link #proceed} before every coin. */
final class RunControl {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Executor background;
    private boolean paused;
    private final List<Runnable> onCancel = new ArrayList<>();
    private volatile boolean cancelled;

    /** A control whose {@link #onCancel} actions run in the background, since whoever cancels may be drawing the screen. */
    RunControl(Executor background) {
        this.background = background;
    }

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

    /** Cancels, also while paused. */
    void cancel() {
        lock.lock();
        try {
            if (cancelled) {
                return;
            }
            cancelled = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        // Nobody adds to the list any more.
        onCancel.forEach(background::execute);
    }

    /** Does something in the background when the run is cancelled, at once when it already is. */
    void onCancel(Runnable action) {
        lock.lock();
        try {
            if (!cancelled) {
                onCancel.add(action);
                return;
            }
        } finally {
            lock.unlock();
        }
        background.execute(action);
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
