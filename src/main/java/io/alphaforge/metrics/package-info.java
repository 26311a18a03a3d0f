/**
 * What a simulation amounts to: trading statistics, drawdowns, the hash of the fills, and the reason when
 * nothing was traded. Backtest is the way in: it runs one strategy over the bars of one coin.
 */
@NullMarked
package io.alphaforge.metrics;

import org.jspecify.annotations.NullMarked;
