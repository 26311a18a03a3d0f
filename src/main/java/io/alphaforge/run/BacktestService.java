package io.alphaforge.run;

import io.alphaforge.metrics.CoinDetail;
import java.util.function.Consumer;

/** Runs backtests in the background. */
public interface BacktestService {

    /**
     * Starts a run and returns at once. Events come one at a time, in order, on background threads; the listener should
     * return quickly.
     */
    RunHandle start(RunSpec spec, Consumer<RunEvent> listener);

    /**
     * Runs the coin of a row again, on bars of the same source, with its trades and equity curve; to be called off the
     * JavaFX thread.
     *
     * @throws io.alphaforge.catalog.StoreException with a sentence for the user when that is not possible any more
     */
    CoinDetail detail(RunSpec spec, ResultRow row);
}
