package io.alphaforge.instance;

import java.util.ArrayList;
import java.util.List;

/** Tells whoever listens, once, that work is not wanted any more. */
public final class StopSignal {
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean raised;

    /**
     * Runs an action when the signal is raised, at once when it has been.
     *
     * @return ends the listening
     */
    public Runnable listen(Runnable action) {
        synchronized (listeners) {
            if (!raised) {
                listeners.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    private void forget(Runnable action) {
        synchronized (listeners) {
            listeners.remove(action);
        }
    }

    /** Raises the signal; does nothing when it has been raised. */
    public void raise() {
        List<Runnable> told;
        synchronized (listeners) {
            if (raised) {
                return;
            }
            raised = true;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        told.forEach(Runnable::run);
    }
}
