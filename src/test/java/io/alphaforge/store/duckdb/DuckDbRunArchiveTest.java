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
import io.alphaforge.run.Origin;
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
import java.util.stream.IntStream;
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
        assertThatThrownBy(() -> archive.find("ab"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Several runs begin with 'ab', the newest abd2; name more of it, or 'last'.");
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
    void aRunKeepsTheNameItIsGivenUntilItIsTakenAway() {
        archive.save(run("abc1", 1000, "rsi", TimeRange.ALL));
        archive.save(run("abc2", 2000, "rsi", TimeRange.ALL));
        archive.rename("abc1", " Fees at 0.1 % ");
        assertThat(archive.list()).extracting(ArchivedRun.Header::name).containsExactly("", "Fees at 0.1 %");
        assertThat(archive.find("abc1").map(r -> r.header().name())).contains("Fees at 0.1 %");
        archive.rename("abc1", "");
        assertThat(archive.list()).extracting(ArchivedRun.Header::name).containsExactly("", "");
        assertThatThrownBy(() -> archive.rename("abc", "x"))
                .isInstanceOf(StoreException.class)
                .hasMessage("There is no run abc to be renamed.");
    }

    @Test
    void aDeletedRunIsGoneWithItsRowsAndTheOthersStay() throws SQLException {
        ArchivedRun kept = run("abc2", 2000, "rsi", TimeRange.ALL);
        archive.save(run("abc1", 1000, "rsi", TimeRange.ALL));
        archive.save(kept);
        archive.delete("abc1");
        archive.delete("abc");
        assertThat(archive.list()).containsExactly(kept.header());
        assertThat(archive.find("last")).contains(kept);
        store.close();
        assertThat(rowsIn("backtest_results")).isEqualTo(kept.rows().size());
        assertThat(rowsIn("backtest_failures")).isEqualTo(kept.failures().size());
        open();
    }

    private long rowsIn(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("bars.duckdb"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void aRunWithoutRowsHasASummaryWithoutFigures() {
        ArchivedRun run = run("abc1", 1000, "rsi", TimeRange.ALL);
        ArchivedRun.Header header = run.header();
        ArchivedRun empty = new ArchivedRun(
                new ArchivedRun.Header(
                        1000, "", header.spec(), header.summary(), ReturnSummary.of(List.of()), "engine"),
                List.of(),
                Map.of());
        archive.save(empty);
        assertThat(archive.find("abc1")).contains(empty);
        assertThat(archive.list().getFirst().returns().average()).isNaN();
        assertThat(archive.list().getFirst().returns().best().symbol()).isEmpty();
    }

    @Test
    void theListSumsUpRunsThatWereSavedBeforeItHadSummaries() throws SQLException {
        ArchivedRun.Header of = run("x", 1, "rsi", TimeRange.ALL).header();
        for (int rows = 0; rows < 6; rows++) {
            String id = "run" + rows;
            RunSummary summary = new RunSummary(id, RunSummary.Status.FINISHED, rows, rows, 0, 0, 1, 1);
            // Quarters and a tie for the best and the worst: sums are exact, and the first one counts.
            List<ResultRow> results = IntStream.range(0, rows)
                    .mapToObj(i -> row("C" + i + "USDT", null, 1.5, 0.25 * (i * 7 % 4) - 0.25))
                    .toList();
            archive.save(new ArchivedRun(
                    new ArchivedRun.Header(rows, "", of.spec(), summary, ReturnSummary.of(results), "engine"),
                    results,
                    Map.of()));
        }
        List<ArchivedRun.Header> newest = archive.list();
        assertThat(newest)
                .hasSize(6)
                .element(0)
                .satisfies(h -> assertThat(h.returns().best().symbol()).isEqualTo("C1USDT"));
        store.close();
        Path old = folder.resolve("old.duckdb");
        OldDatabase.copy(folder.resolve("bars.duckdb"), old, 1);
        try (DuckDbStore migrated = DuckDbStore.open(old, InstantSource.system())) {
            assertThat(migrated.runs().list()).isEqualTo(newest);
        }
        open();
    }

    @Test
    void rowsThatWereSavedBeforeTheyHadAnOriginSayWhatIsKnownOfIt() throws SQLException {
        ArchivedRun plain = run("off", 1, "rsi", TimeRange.ALL);
        archive.save(plain);
        RunSpec spec = plain.header().spec();
        ArchivedRun.Header header = new ArchivedRun.Header(
                2,
                "",
                new RunSpec(spec.backtest(), spec.universe(), spec.interval(), true),
                new RunSummary("on", RunSummary.Status.FINISHED, 3, 3, 0, 1, 1, 1),
                plain.header().returns(),
                "engine");
        archive.save(new ArchivedRun(
                header,
                List.of(row("AUSDT", Origin.CACHED), row("BUSDT", Origin.FIRST), row("CUSDT", Origin.NEW_BARS)),
                Map.of()));
        store.close();
        Path old = folder.resolve("old.duckdb");
        OldDatabase.copy(folder.resolve("bars.duckdb"), old, 1);
        try (DuckDbStore migrated = DuckDbStore.open(old, InstantSource.system())) {
            ArchivedRun off = migrated.runs().find("off").orElseThrow();
            assertThat(off.rows()).isEqualTo(plain.rows());
            assertThat(off.failures()).isEqualTo(plain.failures());
            assertThat(off.header().spec()).isEqualTo(spec);
            assertThat(off.header().summary()).isEqualTo(plain.header().summary());
            // Of rows with one return the old file names the one that was saved first as best and worst.
            assertThat(off.header().returns().average())
                    .isEqualTo(plain.header().returns().average());
            assertThat(migrated.runs().find("on").orElseThrow().rows())
                    .containsExactly(
                            row("AUSDT", Origin.CACHED), row("BUSDT", Origin.FIRST), row("CUSDT", Origin.FIRST));
        }
        open();
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
        return row(symbol, reason, ratio, 5.0025);
    }

    private static ResultRow row(String symbol, Origin origin) {
        ResultRow row = row(symbol, null, 1.5);
        return ResultFields.row(name -> switch (name) {
            case "origin" -> origin.code();
            default ->
                ResultFields.all().stream()
                        .filter(f -> f.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .of(row);
        });
    }

    private static ResultRow row(String symbol, @Nullable String reason, double ratio, double returnPct) {
        Statistics statistics = new Statistics(
                new Statistics.Returns(10_500.25, 11_000, returnPct, -3, 8.0025, ratio),
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
                Origin.CACHE_OFF,
                0.75);
    }
}
