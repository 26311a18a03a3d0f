package io.alphaforge.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What a backtest of one coin yields when only its row is wanted.
 *
 * @param bars bars in the range
 * @param from open time of the first bar in the range, UTC epoch milliseconds
 * @param to open time of the last bar in the range
 * @param gaps runs of missing bars in the range
 * @param noTradeReason why nothing was traded, or what stayed unfilled; null when there is nothing to explain
 * @param tradeHash identifies the sequence of fills, 16 hexadecimal digits
 */
public record CoinResult(
        Statistics statistics,
        int bars,
        long from,
        long to,
        int gaps,
        @Nullable String noTradeReason,
        String tradeHash) {}
