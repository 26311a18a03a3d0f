package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.Field;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.metrics.CoinResult;
import io.alphaforge.metrics.Statistics;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.ResultFields;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.ReturnSummary;
import io.alphaforge.run.RunArchive;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary;
import io.alphaforge.run.Universe;
import io.alphaforge.strategy.Parameters;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbRunArchiveTest {
    @TempDir
    Path folder;

    private DuckDbStore store;
    private RunArchive archive;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("bars.duckdb"), InstantSource.system());
        archive = store.runs();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRunComesBackAsItWasSavedAfterReopening() {
        ArchivedRun run = run("abc123", 1_700_000_000_123L, "rsi", TimeRange.ALL);
        archive.save(run);
        store.close();
        open();
        assertThat(archive.find("abc123")).contains(run);
        assertThat(archive.list()).containsExactly(run.header());
    }

    @Test
    void everyStrategyRangeAndSettingComesBack() {
        List<String> names = Strategies.all().stream().map(Strategy::name).toList();
        for (int i = 0; i < names.size(); i++) {
            ArchivedRun run = run("run" + i, i, names.get(i), new TimeRange(-5_000L - i, 1_700_000_000_000L));
            archive.save(run);
            assertThat(archive.find("run" + i)).contains(run);
        }
    }

    @Test
    void runsAreFoundByAUniqueBeginningOrAsTheLast() {
        archive.save(run("abc1", 2000, "rsi", TimeRange.ALL));
        archive.save(run("abd2", 3000, "rsi", TimeRange.ALL));
        archive.save(run("abc", 1000, "rsi", TimeRange.ALL));
        assertThat(archive.list()).extracting(ArchivedRun.Header::runId).containsExactly("abd2", "abc1", "abc");
        assertThat(archive.find("last").map(r -> r.header().runId())).contains("abd2");
        assertThat(archive.find("abd").map(r -> r.header().runId())).contains("abd2");
        assertThat(archive.find("abc").map(r -> r.header().runId())).contains("abc");
        assertThat(archive.find("ab")).isEmpty();
        assertThat(archive.find("xyz")).isEmpty();
    }

    @Test
    void aRunThatCannotBeSavedWholeIsNotSavedAtAll() {
        ArchivedRun run = run("abc1", 1000, "rsi", TimeRange.ALL);
        archive.save(run);
        assertThatThrownBy(() -> archive.save(run)).isInstanceOf(StoreException.class);
        assertThat(archive.find("abc1")).contains(run);
    }

    @Test
    void theColumnsOfResultsAreTheFieldsOfARow() throws SQLException {
        store.close();
        Map<String, String> columns = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("bars.duckdb"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'backtest_results'"
                                + " ORDER BY column_index")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        open();
        Map<String, String> wanted = new LinkedHashMap<>(Map.of("run_id", "VARCHAR"));
        wanted.put("position", "INTEGER");
        for (Field<ResultRow> field : ResultFields.all()) {
            wanted.put(
                    field.name(),
                    switch (field.kind()) {
                        case TEXT -> "VARCHAR";
                        case INTEGER -> "BIGINT";
                        case REAL -> "DOUBLE";
                        case TIME -> "TIMESTAMP";
                        case FLAG -> "BOOLEAN";
                    });
        }
        assertThat(List.copyOf(columns.entrySet())).isEqualTo(List.copyOf(wanted.entrySet()));
    }

    private static ArchivedRun run(String id, long startedAt, String strategyName, TimeRange range) {
        Strategy strategy = Strategies.named(strategyName);
        BacktestSpec backtest = new BacktestSpec(
                strategy,
                Parameters.defaults(strategy),
                new ExecutionSettings(12_345.678, 0.00075, 1e-7, FillPolicy.SAME_CLOSE),
                range);
        RunSpec spec = new RunSpec(backtest, new Universe.Listed(List.of("BTCUSDT", "ETHUSDT")), Interval.H4, false);
        RunSummary summary =
                new RunSummary(id, RunSummary.Status.CANCELLED, 3, 2, 1, 0, 12.5, startedAt == 0 ? Double.NaN : 1.25);
        List<ResultRow> rows = List.of(row("ETHUSDT", null, 1.5), row("BTCUSDT", "Nothing was bought.", Double.NaN));
        return new ArchivedRun(
                new ArchivedRun.Header(startedAt, "", spec, summary, ReturnSummary.of(rows), "engine"),
                rows,
                Map.of("XUSDT", "It has no bars in the range."));
    }

    private static ResultRow row(String symbol, @Nullable String reason, double ratio) {
        Statistics statistics = new Statistics(
                new Statistics.Returns(10_500.25, 11_000, 5.0025, -3, 8.0025, ratio),
                new Statistics.Risk(55.5, ratio, ratio, -12.5, 33.25, ratio, 40),
                new Statistics.TradeStatistics(
                        reason == null ? 7 : 0,
                        1,
                        ratio,
                        ratio,
                        ratio,
                        ratio,
                        ratio,
                        ratio,
                        ratio,
                        ratio,
                        ratio,
                        99.5));
        CoinResult result =
                new CoinResult(statistics, 4321, 1_600_000_000_000L, 1_690_000_000_000L, 3, reason, "0123456789abcdef");
        return new ResultRow(
                symbol,
                Interval.H4,
                Interval.H1,
                result,
                3,
                97.25,
                "same-close",
                true,
                new DataDigest(-1, 42),
                false,
                0.75);
    }
}
