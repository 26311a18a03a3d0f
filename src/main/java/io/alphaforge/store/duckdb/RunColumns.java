package io.alphaforge.store.duckdb;

import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.ReturnSummary;
import io.alphaforge.run.RunSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the header of a run is spread over the columns of the table {@code backtest_runs}. */
final class RunColumns {
    private RunColumns() {}

    /** The values of a header in the order of the columns; times in epoch milliseconds. */
    static @Nullable Object[] values(ArchivedRun.Header header) {
        RunSummary summary = header.summary();
        ReturnSummary returns = header.returns();
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(header.runId(), header.startedAt(), header.engineVersion()));
        values.addAll(SpecColumns.values(header.spec()));
        values.addAll(List.of(
                summary.status().name(),
                summary.total(),
                summary.completed(),
                summary.failed(),
                summary.cached(),
                summary.elapsedMs(),
                summary.firstResultMs()));
        values.addAll(List.of(
                header.name(),
                returns.average(),
                returns.median(),
                returns.best().symbol(),
                returns.best().value(),
                returns.worst().symbol(),
                returns.worst().value(),
                returns.profitablePct()));
        return values.toArray();
    }

    /**
     * Reads what {@link #values} wrote.
     *
     * @throws IllegalArgumentException when the run is of a strategy, or of parameters, that do not exist any more
     */
    static ArchivedRun.Header header(ResultSet row) throws SQLException {
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
                text(row, "name"),
                SpecColumns.spec(row),
                summary,
                new ReturnSummary(
                        real(row, "average_return_pct"),
                        real(row, "median_return_pct"),
                        extreme(row, "best"),
                        extreme(row, "worst"),
                        real(row, "profitable_pct")),
                row.getString("engine_version"));
    }

    private static ReturnSummary.Extreme extreme(ResultSet row, String which) throws SQLException {
        return new ReturnSummary.Extreme(text(row, which + "_symbol"), real(row, which + "_return_pct"));
    }

    /** A text, empty where there is none. */
    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static double real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
