package io.alphaforge.run;

import io.alphaforge.market.Interval;
import io.alphaforge.metrics.BacktestSpec;

/**
 * What to run: one backtest over the bars of one interval for every coin of a universe.
 *
 * @param useCache whether results of earlier runs may answer; new results are kept either way
 */
public record RunSpec(BacktestSpec backtest, Universe universe, Interval interval, boolean useCache) {}
