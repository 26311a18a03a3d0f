package io.alphaforge.run;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.metrics.CoinDetail;
import io.alphaforge.strategy.Plot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One coin in full, read in one snapshot.
 *
 * @param series what the store knew of the source when it delivered the bars
 * @param bars the whole series at the wanted interval, every column
 * @param backtest the backtest over them with trades and equity; null when none was asked for
 * @param plots the indicators of the strategy, one value a bar of {@code bars}; empty without a backtest
 */
public record CoinStudy(
        CoinRequest request,
        StoredSeries series,
        Bars bars,
        @Nullable CoinDetail backtest,
        List<Plot> plots) {
    public CoinStudy {
        plots = List.copyOf(plots);
    }

    /**
     * Whether this is not what the earlier run that is asked about kept of the coin: its bars have changed since where they
     * matter, or another engine computes otherwise.
     */
    public boolean differsFromKept() {
        return backtest != null && request.kept() != null && !backtest.result().equals(request.kept());
    }
}
