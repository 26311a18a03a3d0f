package io.alphaforge.ui.kit;

/** Says when the user interface is ready for the next batch of work: once per frame. */
@FunctionalInterface
public interface PulseScheduler {

    /** Runs the work once, on the thread of the user interface, at the next frame. May be called by any thread. */
    void request(Runnable work);

    /**
     * Runs the work once, on the thread of the user interface, when what is drawn of this frame has been laid out. To be
     * called by work that was requested.
     */
    default void afterFrame(Runnable work) {
        work.run();
    }

    /**
     * Runs the work once, on the thread of the user interface, when the picture of this frame is on the screen, or as near
     * to it as can be told. To be called by work that was requested.
     */
    default void afterPicture(Runnable work) {
        afterFrame(work);
    }

    /** Frames of the JavaFX toolkit. */
    static PulseScheduler javaFx() {
        return new FxPulseScheduler();
    }
}
