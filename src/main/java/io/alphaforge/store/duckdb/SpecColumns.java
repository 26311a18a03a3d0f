package io.alphaforge.store.duckdb;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Parameter;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How what to run is spread over the columns {@code strategy} to {@code use_cache}, which past runs and presets have in
 * common.
 */
final class SpecColumns {
    private SpecColumns() {}

    /** The values in the order of the columns; times in epoch milliseconds. */
    static List<@Nullable Object> values(RunSpec spec) {
        BacktestSpec backtest = spec.backtest();
        ExecutionSettings execution = backtest.execution();
        TimeRange range = backtest.range();
        return Arrays.asList(
                backtest.strategy().name(),
                text(backtest.strategy(), backtest.parameters()),
                execution.capital(),
                execution.fee(),
                execution.slippage(),
                execution.fill().code(),
                spec.universe().text(),
                spec.interval().code(),
                range.hasFrom() ? range.from() : null,
                range.hasTo() ? range.to() : null,
                spec.useCache());
    }

    /**
     * Reads what {@link #values} wrote; the bounds of the range are expected as epoch milliseconds in {@code from_ms} and
     * {@code to_ms}.
     *
     * @throws IllegalArgumentException when the strategy, or one of its parameters, does not exist any more
     */
    static RunSpec spec(ResultSet row) throws SQLException {
        Strategy strategy = Strategies.named(row.getString("strategy"));
        ExecutionSettings execution = new ExecutionSettings(
                row.getDouble("capital"),
                row.getDouble("fee"),
                row.getDouble("slippage"),
                FillPolicy.parse(row.getString("fill")));
        BacktestSpec backtest = new BacktestSpec(
                strategy,
                Parameters.of(strategy, pairs(row.getString("parameters"))),
                execution,
                new TimeRange(bound(row, "from_ms", Long.MIN_VALUE), bound(row, "to_ms", Long.MAX_VALUE)));
        return new RunSpec(
                backtest,
                Universe.parse(row.getString("universe")),
                Interval.parse(row.getString("interval_type")),
                row.getBoolean("use_cache"));
    }

    private static String text(Strategy strategy, Parameters parameters) {
        return strategy.parameters().stream()
                .map(p -> p.name() + "=" + value(p, parameters))
                .collect(Collectors.joining(","));
    }

    private static String value(Parameter parameter, Parameters parameters) {
        return parameter.format(parameters.real(parameter.name()));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return pairs;
    }

    private static long bound(ResultSet row, String column, long none) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? none : value;
    }
}
