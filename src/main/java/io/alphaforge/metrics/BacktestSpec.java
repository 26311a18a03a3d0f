package io.alphaforge.metrics;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.market.TimeRange;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategy;

/** Everything that decides the result of a backtest beside the bars. */
public record BacktestSpec(Strategy strategy, Parameters parameters, ExecutionSettings execution, TimeRange range) {}
