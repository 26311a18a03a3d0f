package io.alphaforge.metrics;

import io.alphaforge.engine.Fill;
import io.alphaforge.engine.Trade;
import java.util.List;

/**
 * A backtest of one coin in full.
 *
 * @param result the same row, to the bit, as {@link Backtest#run} gives
 * @param trades in time order; the last one may be open
 * @param fills in time order
 * @param curve equity and drawdown at every close of the range
 */
public record CoinDetail(CoinResult result, List<Trade> trades, List<Fill> fills, EquityCurve curve) {
    public CoinDetail {
        trades = List.copyOf(trades);
        fills = List.copyOf(fills);
    }
}
