package io.alphaforge.run;

import io.alphaforge.market.Interval;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.CoinResult;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one coin in full.
 *
 * @param source the stored interval to read; null for the one that a run at {@code interval} would take
 * @param interval of the bars to be shown; made of the source where they differ
 * @param backtest what to run over them; null for the bars alone
 * @param kept what an earlier run made of it, to be compared with; null where there is none
 */
public record CoinRequest(
        String symbol,
        @Nullable Interval source,
        Interval interval,
        @Nullable BacktestSpec backtest,
        @Nullable CoinResult kept) {

    public CoinRequest(String symbol, @Nullable Interval source, Interval interval, @Nullable BacktestSpec backtest) {
        this(symbol, source, interval, backtest, null);
    }

    /** The bars of a coin, without a backtest. */
    public static CoinRequest bars(String symbol, Interval interval) {
        return new CoinRequest(symbol, null, interval, null);
    }

    /** The coin of a row, on bars of the same source, to be compared with the row. */
    public static CoinRequest of(RunSpec spec, ResultRow row) {
        return new CoinRequest(row.symbol(), row.source(), spec.interval(), spec.backtest(), row.result());
    }
}
