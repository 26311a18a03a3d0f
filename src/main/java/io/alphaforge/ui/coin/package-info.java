/** One coin in full: its candles, and a backtest over them with trades, statistics and monthly returns. */
@NullMarked
package io.alphaforge.ui.coin;

import org.jspecify.annotations.NullMarked;
