package io.alphaforge.run;

/** The controls of a run that is going on in the background. Every method returns at once but {@link #await}. */
public interface RunHandle {
    String runId();

    /** Stops the run; coins that are done stay done. */
    void cancel();

    /** Holds the run still after the coins being computed. */
    void pause();

    void resume();

    boolean isPaused();

    boolean isDone();

    /** Waits for the end. */
    RunSummary await() throws InterruptedException;
}
