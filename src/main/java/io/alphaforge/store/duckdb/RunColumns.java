package io.alphaforge.store.duckdb;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.ReturnSummary;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Parameter;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the header of a run is spread over the columns of the table {@code backtest_runs}. */
final class RunColumns {
    private RunColumns() {}

    /** The values of a header in the order of the columns; times in epoch milliseconds. */
    static @Nullable Object[] values(ArchivedRun.Header header) {
        RunSpec spec = header.spec();
        BacktestSpec backtest = spec.backtest();
        ExecutionSettings execution = backtest.execution();
        TimeRange range = backtest.range();
        RunSummary summary = header.summary();
        return new @Nullable Object[] {
            header.runId(),
            header.startedAt(),
            header.engineVersion(),
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
            spec.useCache(),
            summary.status().name(),
            summary.total(),
            summary.completed(),
            summary.failed(),
            summary.cached(),
            summary.elapsedMs(),
            summary.firstResultMs()
        };
    }

    /**
     * Reads what {@link #values} wrote.
     *
     * @throws IllegalArgumentException when the run is of a strategy, or of parameters, that do not exist any more
     */
    static ArchivedRun.Header header(ResultSet row) throws SQLException {
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
        RunSpec spec = new RunSpec(
                backtest,
                Universe.parse(row.getString("universe")),
                Interval.parse(row.getString("interval_type")),
                row.getBoolean("use_cache"));
        RunSummary summary = new RunSummary(
                row.getString("run_id"),
                RunSummary.Status.valueOf(row.getString("status")),
                row.getInt("total"),
                row.getInt("completed"),
                row.getInt("failed"),
                row.getInt("cached"),
                row.getDouble("elapsed_ms"),
                real(row, "first_result_ms"));
        return new ArchivedRun.Header(
                row.getLong("started_ms"),
                "",
                spec,
                summary,
                ReturnSummary.of(List.of()),
                row.getString("engine_version"));
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

    private static double real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
