package io.alphaforge.ui.kit;

/** Says when the user interface is ready for the next batch of work: once per frame. */
@FunctionalInterface
public interface PulseScheduler {

    /** Runs the work once, on the thread of the user interface, at the next frame. May be called by any thread. */
    void request(Runnable work);

    /** Frames of the JavaFX toolkit. */
    static PulseScheduler javaFx() {
        return new FxPulseScheduler();
    }
}
