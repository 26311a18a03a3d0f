package io.alphaforge.run;

import java.util.function.Consumer;

/** Runs backtests in the background. */
public interface BacktestService {

    /**
     * Starts a run and returns at once. Events come one at a time, in order, on background threads; the listener should
     * return quickly.
     */
    RunHandle start(RunSpec spec, Consumer<RunEvent> listener);

    /**
     * Is told how long the screen took to show the events of a run, in milliseconds; for any thread, and after the end of
     * the run.
     */
    default void shown(String runId, double millis) {}

    /**
     * Reads one coin and, where the request says what, runs it with its trades and equity curve: everything in one read;
     * to be called off the JavaFX thread.
     *
     * @throws io.alphaforge.catalog.StoreException with a sentence for the user when that is not possible
     */
    CoinStudy study(CoinRequest request);
}
