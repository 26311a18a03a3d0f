package io.alphaforge.ui.scripted;

import io.alphaforge.ui.kit.PulseScheduler;
import java.util.ArrayList;
import java.util.List;

/** Frames that come when a test says so. */
public final class ManualPulse implements PulseScheduler {
    private List<Runnable> pending = new ArrayList<>();

    @Override
    public synchronized void request(Runnable work) {
        pending.add(work);
        notifyAll();
    }

    /** How many tasks wait for the next frame. */
    public synchronized int pending() {
        return pending.size();
    }

    /** One frame: runs what was waiting when it began. */
    public void frame() {
        List<Runnable> now;
        synchronized (this) {
            now = pending;
            pending = new ArrayList<>();
        }
        now.forEach(Runnable::run);
    }

    /** Waits until something wants a frame. */
    public synchronized void awaitRequest() throws InterruptedException {
        long end = System.nanoTime() + 20_000_000_000L;
        while (pending.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Nothing asked for a frame.");
            }
            wait(100);
        }
    }
}
