package io.alphaforge.ui.backtest;

import io.alphaforge.run.RunHandle;
import org.jspecify.annotations.Nullable;

/** A run from the click on: takes orders before the service has handed out its controls, and passes them on then. */
final class ActiveRun {
    private @Nullable RunHandle handle;
    private boolean cancelled;
    private boolean over;

    synchronized void started(RunHandle controls) {
        handle = controls;
        if (cancelled) {
            controls.cancel();
        }
        notifyAll();
    }

    /** The service refused to start it. */
    synchronized void refused() {
        over = true;
        notifyAll();
    }

    synchronized void cancel() {
        cancelled = true;
        if (handle != null) {
            handle.cancel();
        }
    }

    synchronized void pause() {
        if (handle != null) {
            handle.pause();
        }
    }

    synchronized void resume() {
        if (handle != null) {
            handle.resume();
        }
    }

    /** Waits until nothing of the run is going on any more; never on the JavaFX thread. */
    void await() throws InterruptedException {
        RunHandle controls;
        synchronized (this) {
            while (handle == null && !over) {
                wait();
            }
            controls = handle;
        }
        if (controls != null) {
            controls.await();
        }
    }
}
