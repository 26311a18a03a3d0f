package io.alphaforge.run;

import io.alphaforge.metrics.CoinDetail;
import java.util.function.Consumer;

/** Runs backtests in the background. */
public interface BacktestService {

    /**
     * Starts a run and returns at once. Events come one at a time, in order, on background threads; the listener should
     * return quickly.
     *
     * @throws IllegalArgumentException for an unknown symbol, with a sentence for the user; when it can be told at once
     */
    RunHandle start(RunSpec spec, Consumer<RunEvent> listener);

    /** Runs one coin again with its trades and equity curve; to be called off the JavaFX thread. */
    CoinDetail detail(RunSpec spec, String symbol);
}
