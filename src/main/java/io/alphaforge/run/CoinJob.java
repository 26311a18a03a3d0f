package io.alphaforge.run;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Resampled;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.CoinResult;

/** Computes the row of one coin. */
final class CoinJob {
    private CoinJob() {}

    /** The bars at the wanted interval, made of the stored ones. */
    static Resampled bars(RunSpec spec, BarCursor.Delivered delivered) {
        Bars bars = delivered.bars();
        return bars.interval() == spec.interval()
                ? new Resampled(bars, delivered.partialBuckets())
                : Resampled.of(bars, spec.interval());
    }

    /**
     * Runs the backtest.
     *
     * @param series what the store knew of the bars when it delivered them
     * @param bars at the wanted interval
     * @param origin why it is computed
     * @throws io.alphaforge.metrics.NotTestableException when these bars cannot be tested
     */
    static ResultRow row(RunSpec spec, StoredSeries series, Resampled bars, Origin origin) {
        long start = System.nanoTime();
        CoinResult result = Backtest.run(bars.bars(), spec.backtest());
        double millis = (System.nanoTime() - start) / 1e6;
        return new ResultRow(
                series.symbol(),
                spec.interval(),
                series.interval(),
                result,
                bars.partialBuckets(),
                series.quality().score(),
                spec.backtest().execution().fill().code(),
                series.synthetic(),
                series.digest(),
                origin,
                millis);
    }
}
